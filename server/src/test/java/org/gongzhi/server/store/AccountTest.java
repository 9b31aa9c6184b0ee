package org.gongzhi.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Started by root: PostgreSQL runs under another account where the folders let it, else as nobody in a namespace. */
class AccountTest {
    private Path above = Scratch.NONE;

    @BeforeEach
    void asRoot() throws IOException {
        assumeTrue(new UnixSystem().getUid() == 0, "not root: PostgreSQL simply runs under this account");
        above = Scratch.make("account-");
    }

    @AfterEach
    void clear() throws IOException {
        Scratch.clear(above);
    }

    @Test
    void whereOthersMayPassItRunsUnderAnotherAccount() throws Exception {
        allow("rwxr-xr-x");
        try (Cluster cluster = start()) {
            assertThat(answers(cluster)).isTrue();
            assertThat(Files.getAttribute(folders().cluster(), "unix:uid")).isNotEqualTo(0);
        }
    }

    @Test
    void whereOnlyRootMayPassItRunsInANamespace() throws Exception {
        allow("rwx------");
        assumeTrue(Program.run(List.of("unshare", "-U", "true")).well(), "no user namespaces here");
        // Its programs too lie where only root may pass.
        try (Cluster cluster = Cluster.start(above.resolve("data"), ignored -> {})) {
            assertThat(answers(cluster)).isTrue();
            assertThat(Files.getAttribute(folders().cluster(), "unix:uid")).isEqualTo(0);
        }
    }

    @Test
    void aDirectoryChangesHandsWithTheFoldersAboveIt() throws Exception {
        allow("rwxr-xr-x");
        Cluster.start(above.resolve("data"), ignored -> {}).close();
        allow("rwx------");
        try (Cluster cluster = Cluster.start(above.resolve("data"), ignored -> {})) {
            assertThat(answers(cluster)).isTrue();
        }
    }

    private Folders folders() {
        return Folders.in(above.resolve("data"));
    }

    private Cluster start() {
        return Cluster.start(
                new Plan(above.resolve("data"), Optional.of(TestCluster.BINARIES), 0, Plan.Kept.DURABLE),
                ignored -> {});
    }

    private void allow(String permissions) throws IOException {
        Files.setPosixFilePermissions(above, PosixFilePermissions.fromString(permissions));
    }

    private static boolean answers(Cluster cluster) throws SQLException {
        try (Connection connection = cluster.app().connect()) {
            return connection.isValid(5);
        }
    }
}
