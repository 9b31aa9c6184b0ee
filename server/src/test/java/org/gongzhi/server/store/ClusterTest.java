package org.gongzhi.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongzhi.exact.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

class ClusterTest {
    private Path data = Scratch.NONE;
    private final List<Text> progress = new ArrayList<>();

    @BeforeEach
    void makeFolder() throws IOException {
        data = Scratch.make("共治 data-");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Program.run(List.of("cp", "-a", Laid.FOLDER + "/.", data.toString()));
    }

    /** A database just made and stopped, to be copied: making one takes longer than most of these tests. */
    private static final class Laid {
        private static final Path FOLDER =
                TestCluster.TARGET.resolve("test-postgres").resolve("laid");

        static {
            Cluster.start(new Plan(FOLDER, Optional.of(TestCluster.BINARIES), 0, Plan.Kept.DURABLE), ignored -> {})
                    .close();
        }
    }

    @AfterEach
    void stopAndClear() throws IOException {
        Folders folders = Folders.in(data);
        Postmaster.stopOrphan(folders, progress::add);
        Scratch.clear(data);
    }

    @Test
    void whatIsCommittedIsThereAfterAStop() throws SQLException {
        try (Cluster first = start()) {
            run(first.owner(), "create table public.kept(word text); insert into public.kept values ('漏水')");
        }
        try (Cluster second = start()) {
            assertThat(ask(second.owner(), "select string_agg(word, ',') from public.kept"))
                    .isEqualTo("漏水");
        }
        assertThat(Folders.in(data).processFile()).doesNotExist();
    }

    @Test
    void nothingAcknowledgedWaitsForTheDisk() throws SQLException {
        try (Cluster cluster = start()) {
            assertThat(ask(cluster.app(), """
                    select concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'),
                           current_setting('full_page_writes'), current_setting('data_checksums'),
                           current_setting('listen_addresses'), current_setting('server_encoding'))
                    """)).isEqualTo("on on on on 127.0.0.1 UTF8");
        }
    }

    @Test
    void passwordsAreForThisAccountOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(Folders.in(data).passwords())))
                .isEqualTo("rw-------");
    }

    @Test
    void aKilledProgramLeavesAnOrphanThatTheNextStartStops() throws Exception {
        try (Child child = Child.start(data)) {
            assertThat(child.said).isEqualTo("committed");
            child.kill();
        }
        long orphan = postmaster();
        assertThat(ProcessHandle.of(orphan)).isPresent();
        try (Cluster next = start()) {
            assertThat(ask(next.owner(), "select word from public.kept")).isEqualTo("漏水");
            assertThat(postmaster()).isNotEqualTo(orphan);
        }
        assertThat(progress).extracting(Text::en).anyMatch(line -> line.contains("(process " + orphan + ")"));
        assertThat(log()).contains("received fast shutdown request").doesNotContain("was not properly shut down");
    }

    @Test
    void programAndDatabaseKilledTogetherLoseNothingCommitted() throws Exception {
        try (Child child = Child.start(data)) {
            child.kill();
            ProcessHandle database = ProcessHandle.of(postmaster()).orElseThrow();
            database.destroyForcibly();
            database.onExit().join();
        }
        try (Cluster next = start()) {
            assertThat(ask(next.owner(), "select word from public.kept")).isEqualTo("漏水");
        }
        assertThat(log()).contains("was not properly shut down");
    }

    @Test
    void aProgramThatIsToldToEndStopsItsDatabase() throws Exception {
        try (Child child = Child.start(data)) {
            child.end();
        }
        assertThat(Folders.in(data).processFile()).doesNotExist();
        assertThat(log()).contains("database system is shut down");
    }

    @Test
    void aSecondProgramOnTheSameDirectoryIsRefused() throws Exception {
        try (Cluster first = start();
                Child second = Child.start(data)) {
            assertThat(second.said)
                    .startsWith("The data directory " + data + " is in use by another Gongzhi (process "
                            + ProcessHandle.current().pid() + ").");
            assertThat(ask(first.app(), "select 'still here'")).isEqualTo("still here");
        }
    }

    @Test
    void aSecondStartInTheSameProgramIsRefusedAndLeavesTheFirstItsLock() throws Exception {
        try (Cluster first = start()) {
            assertThatThrownBy(this::start).hasMessageContaining("is in use by another Gongzhi");
            try (Child stranger = Child.start(data)) {
                assertThat(stranger.said).contains("is in use by another Gongzhi");
            }
            assertThat(ask(first.app(), "select 'still here'")).isEqualTo("still here");
        }
    }

    @Test
    void aNoteThatPointsToAnotherProcessIsCleared() throws Exception {
        Folders folders = new Folders(data, TestCluster.BINARIES);
        // Under PostgreSQL's own account: another's process it would not take for itself.
        Account account = Account.choose(folders, Binaries.unpacked(folders, progress::add));
        Process bystander = new ProcessBuilder(account.command("sleep", "600")).start();
        try {
            Files.writeString(
                    Folders.in(data).processFile(),
                    bystander.pid() + "\n" + Folders.in(data).cluster() + "\n");
            try (Cluster cluster = start()) {
                assertThat(ask(cluster.app(), "select 'up'")).isEqualTo("up");
            }
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroy();
        }
    }

    @Test
    void anEmptyNoteThatAPowerCutLeftIsCleared() throws Exception {
        Files.createFile(Folders.in(data).processFile());
        try (Cluster cluster = start()) {
            assertThat(ask(cluster.app(), "select 'up'")).isEqualTo("up");
        }
    }

    @Test
    void theDatabaseStopsEvenIfWhatGoesFirstFails() throws IOException {
        Cluster cluster = start();
        cluster.beforeStop(() -> {
            throw new IllegalStateException("the web server is in a mess");
        });
        assertThatThrownBy(cluster::close).hasMessage("the web server is in a mess");
        assertThat(Folders.in(data).processFile()).doesNotExist();
        start().close();
    }

    @Test
    void aDirectoryOfAnotherVersionIsLeftAlone() throws IOException {
        Files.writeString(Folders.in(data).version(), "17\n");
        assertThatThrownBy(this::start)
                .hasMessageContaining("was written by PostgreSQL 17; this program has PostgreSQL 18");
        assertThat(Folders.in(data).version()).hasContent("17");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Plan plan = new Plan(data, Optional.of(TestCluster.BINARIES), taken.getLocalPort(), Plan.Kept.DURABLE);
            assertThatThrownBy(() -> Cluster.start(plan, progress::add))
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort() + ", is taken by another program");
        }
    }

    @Test
    void aDirectoryThatNobodyMayWriteToIsNamed() {
        // Root may write everywhere but to the kernel's own files.
        assertThatThrownBy(() -> Cluster.start(Path.of("/proc/self/gongzhi"), progress::add))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageStartingWith("/proc/self/gongzhi can't be written");
    }

    @Test
    void aLostPasswordFileIsAskedFor() throws IOException {
        Files.delete(Folders.in(data).passwords());
        assertThatThrownBy(this::start).hasMessageContaining("postgres.passwords, is missing or not whole");
    }

    @Test
    void leftoversOfAKilledFirstStartAreCleared() throws IOException {
        Path leftover = Files.createDirectories(Folders.in(data).postgres().resolve("unfinished-1/cluster"));
        FileSystemUtils.deleteRecursively(Folders.in(data).cluster());
        start().close();
        assertThat(leftover).doesNotExist();
    }

    @Test
    void anOutsideDatabaseIsSignedInTo() throws SQLException {
        try (Cluster own = start();
                Cluster outside = Cluster.open(
                        data,
                        Map.of(
                                "GONGZHI_DB_URL", own.app().url(),
                                "GONGZHI_DB_OWNER_PASSWORD", own.owner().password(),
                                "GONGZHI_DB_APP_PASSWORD", own.app().password()),
                        progress::add)) {
            assertThat(ask(outside.app(), "select current_user")).isEqualTo("gongzhi_app");
        }
    }

    @Test
    void anOutsideRoleAboveRowLevelSecurityIsRefused() {
        try (Cluster own = start()) {
            Login superuser = own.superuser().orElseThrow();
            Map<String, String> environment = Map.of(
                    "GONGZHI_DB_URL", own.app().url(),
                    "GONGZHI_DB_OWNER_PASSWORD", own.owner().password(),
                    "GONGZHI_DB_APP", superuser.user(),
                    "GONGZHI_DB_APP_PASSWORD", superuser.password());
            assertThatThrownBy(() -> Cluster.open(data, environment, progress::add))
                    .hasMessageContaining("may bypass row-level security");
        }
    }

    private Cluster start() {
        return Cluster.start(new Plan(data, Optional.of(TestCluster.BINARIES), 0, Plan.Kept.DURABLE), progress::add);
    }

    private long postmaster() throws IOException {
        try (Stream<String> lines = Files.lines(Folders.in(data).processFile())) {
            return Long.parseLong(lines.findFirst().orElseThrow());
        }
    }

    private String log() throws IOException {
        return Files.readString(Folders.in(data).log());
    }

    private static void run(Login login, String sql) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Login login, String sql) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
