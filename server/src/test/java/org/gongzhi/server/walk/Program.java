package org.gongzhi.server.walk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gongzhi.server.Gongzhi;

/** The program as people call it, with its own PostgreSQL, in a JVM of its own that can be killed (独立进程). */
final class Program implements AutoCloseable {
    private static final int PATIENCE = 180;

    private final Process process;
    private final URI address;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final CountDownLatch ready = new CountDownLatch(1);

    private Program(Process process, URI address) {
        this.process = process;
        this.address = address;
        Thread.ofVirtual().start(this::listen);
    }

    /** Starts {@code gongzhi run} on a data directory and waits until it says that it is ready. */
    static Program start(Path data) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Gongzhi.class.getName(),
                        "run",
                        "--data",
                        data.toString(),
                        "--rulebook",
                        Running.PROJECT.resolve("rulebooks/futian").toString(),
                        "--port",
                        Integer.toString(port))
                .directory(Running.PROJECT.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GONGZHI_"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        Program program = new Program(builder.start(), URI.create("http://127.0.0.1:" + port));
        if (!program.ready.await(PATIENCE, TimeUnit.SECONDS) || !program.process.isAlive()) {
            program.kill();
            throw new AssertionError("the program did not start:\n" + program.said());
        }
        return program;
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.contains("Ready.")) {
                    ready.countDown();
                }
            }
        } catch (IOException gone) {
            said.add("(" + gone.getMessage() + ")");
        } finally {
            ready.countDown();
        }
    }

    URI address() {
        return address;
    }

    String said() {
        return String.join("\n", said);
    }

    /** The process of its PostgreSQL. */
    static Optional<ProcessHandle> findPostmaster(Path data) throws IOException {
        Path note = data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
        return Files.exists(note)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(note).getFirst().strip()))
                : Optional.empty();
    }

    /** kill -9: nothing of the program's own runs any more. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ctrl+C. */
    void end() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        end();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
