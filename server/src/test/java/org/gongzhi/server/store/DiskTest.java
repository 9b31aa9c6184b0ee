package org.gongzhi.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is full or read-only: a small file system in memory, which only root can mount. */
class DiskTest {
    private Path disk = Scratch.NONE;
    private boolean mounted;

    @BeforeEach
    void makeFolder() throws IOException {
        disk = Scratch.make("disk-");
    }

    @AfterEach
    void unmount() throws IOException {
        if (mounted) {
            Program.run(List.of("umount", disk.toString()));
        }
        Scratch.clear(disk);
    }

    @ParameterizedTest(name = "{0}: unpacking, or making the database, runs out of room")
    @ValueSource(strings = {"20m", "90m"})
    void aDiskThatIsTooSmallLeavesNothingHalfDone(String size) throws IOException {
        mount("size=" + size);
        assertThatThrownBy(() -> Cluster.start(disk, ignored -> {}))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageStartingWith("The disk that holds " + disk + " is full. Nothing half-done was left.");
        assertThat(names(disk)).doesNotContain("postgres.passwords");
        assertThat(names(disk.resolve("pgbin"))).noneMatch(name -> name.startsWith("unfinished-"));
        assertThat(names(disk.resolve("postgres"))).isEmpty();
    }

    @Test
    void aDatabaseOnAFullDiskSaysSoAndStartsAgainWhenThereIsRoom() throws IOException {
        mount("size=250m");
        Plan plan = new Plan(disk, Optional.of(TestCluster.BINARIES), 0, Plan.Kept.DURABLE);
        Cluster.start(plan, ignored -> {}).close();
        Path ballast = disk.resolve("ballast");
        fill(ballast);
        assertThatThrownBy(() -> Cluster.start(plan, ignored -> {}))
                .hasMessageStartingWith("The disk that holds " + disk + " is full.");
        Files.delete(ballast);
        Cluster.start(plan, ignored -> {}).close();
    }

    @Test
    void aReadOnlyDiskIsNamed() throws IOException {
        mount("ro");
        assertThatThrownBy(() -> Cluster.start(disk.resolve("data"), ignored -> {}))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageStartingWith(disk + "/data can't be written: no permission, or it is read-only.");
    }

    private void mount(String options) throws IOException {
        Program.Ended ended;
        try {
            ended = Program.run(List.of("mount", "-t", "tmpfs", "-o", options + ",mode=755", "tmpfs", disk.toString()));
        } catch (IOException missing) {
            ended = new Program.Ended(1, String.valueOf(missing.getMessage()));
        }
        assumeTrue(ended.well(), "this account may not mount a small disk: " + ended.output());
        mounted = true;
    }

    private static void fill(Path file) throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(Files.getFileStore(file).getUsableSpace()).isZero();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
