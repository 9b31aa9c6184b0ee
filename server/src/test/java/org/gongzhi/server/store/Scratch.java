package org.gongzhi.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Folders that a test makes and clears, all beneath {@code target} (草稿目录). */
final class Scratch {
    /** What a field holds before its folder is made: a place where nothing is. */
    static final Path NONE = TestCluster.TARGET.resolve("no-folder-yet");

    private Scratch() {}

    static Path make(String prefix) throws IOException {
        Files.createDirectories(TestCluster.TARGET);
        return Files.createTempDirectory(TestCluster.TARGET, prefix).toRealPath();
    }

    /** Refuses anything that isn't ours: tests run as root, and a mistake here would cost the machine. */
    static void clear(Path folder) throws IOException {
        if (folder.equals(NONE)) {
            return;
        }
        if (!folder.startsWith(TestCluster.TARGET.toRealPath()) || folder.equals(TestCluster.TARGET.toRealPath())) {
            throw new IllegalArgumentException("%s does not lie beneath %s".formatted(folder, TestCluster.TARGET));
        }
        FileSystemUtils.deleteRecursively(folder);
    }
}
