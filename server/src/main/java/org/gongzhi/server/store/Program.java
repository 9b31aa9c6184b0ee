package org.gongzhi.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program of the operating system, run to its end (程序). */
final class Program {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Program() {}

    /**
     * How a program ended.
     *
     * @param code 0 when it did what it was asked
     * @param output what it said, on both channels
     */
    record Ended(int code, String output) {
        boolean well() {
            return code == 0;
        }
    }

    static Ended run(List<String> words) throws IOException {
        return run(words, () -> {});
    }

    /** Runs a program; {@code whileWaiting} is called every five seconds that it takes. */
    static Ended run(List<String> words, Runnable whileWaiting) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.directory(Path.of("/").toFile());
        // Messages are read by us and must not follow the user's language; PGDATA, PGPORT and the like must not reach
        // in.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().remove("LANGUAGE");
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        CompletableFuture<String> output = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                output.complete(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException broken) {
                output.completeExceptionally(new UncheckedIOException(broken));
            }
        });
        try {
            while (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                whileWaiting.run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + words.getFirst(), stopped);
        }
        return new Ended(process.exitValue(), output.join().strip());
    }
}
