package org.gongzhi.server.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** A program of its own that starts a durable cluster, commits one row and waits to be ended (子进程). */
final class Child implements AutoCloseable {
    private final Process process;
    final String said;

    private Child(Process process, String said) {
        this.process = process;
        this.said = said;
    }

    public static void main(String... arguments) throws IOException, SQLException {
        Plan plan = new Plan(Path.of(arguments[0]), Optional.of(TestCluster.BINARIES), 0, Plan.Kept.DURABLE);
        try {
            Cluster cluster = Cluster.start(plan, ignored -> {});
            cluster.closeAtExit();
            try (Connection connection = cluster.owner().connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "create table if not exists public.kept(n int generated always as identity, word text)");
                statement.execute("insert into public.kept(word) values ('漏水')");
            }
            System.out.println("committed");
        } catch (StoreUnavailable unavailable) {
            System.out.println(unavailable.why().en());
            return;
        }
        System.in.read();
    }

    static Child start(Path data) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        data.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new Child(process, String.valueOf(lines.readLine()));
    }

    /** kill -9: no hook runs. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** kill: the hook runs. */
    void end() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
