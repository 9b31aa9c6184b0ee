package org.gongzhi.server.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongzhi.exact.Text;

/**
 * PostgreSQL's first process (主进程): started, found again, stopped; never killed the hard way.
 *
 * @param folders where its files lie
 * @param binaries its own programs
 * @param account under which it runs
 * @param port on the loopback
 */
record Postmaster(Folders folders, Path binaries, Account account, int port) {
    private static final Duration STOPS_WITHIN = Duration.ofMinutes(3);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(20);
    private static final long LOG_LIMIT = 16L << 20;
    private static final int ATTEMPTS = 20;

    /** Starts it on the wished port, or on a free one where {@code plan} names none, and waits until it answers. */
    static Postmaster start(Plan plan, Folders folders, Path binaries, Account account, Consumer<Text> progress)
            throws IOException {
        turnLog(folders);
        for (int attempt = 1; ; attempt++) {
            Postmaster master = new Postmaster(folders, binaries, account, plan.port() > 0 ? plan.port() : freePort());
            if (plan.port() > 0 && !isFree(plan.port())) {
                throw Trouble.portTaken(plan.port());
            }
            write(folders.settings(), plan.settings(master.port()));
            account.take(folders.settings());
            long mark = Files.exists(folders.log()) ? Files.size(folders.log()) : 0;
            Program.Ended ended = Program.run(
                    account.command(
                            binaries.resolve("bin").resolve("pg_ctl").toString(),
                            "start",
                            "--wait",
                            "--timeout=86400",
                            "--silent",
                            "--pgdata=" + folders.cluster(),
                            "--log=" + folders.log()),
                    () -> progress.accept(Text.of(
                            "数据库正在恢复上次未写完的内容,请稍候……",
                            "The database is recovering what was not finished last time; please wait …")));
            if (ended.well()) {
                return master;
            }
            String said = logSince(folders, mark);
            boolean passing = said.contains("shared memory block")
                    || (plan.port() == 0 && said.contains("Address already in use"));
            if (!passing || attempt == ATTEMPTS) {
                throw failed(folders, master.port(), ended.output(), said);
            }
            // The last processes of a killed postmaster are still going, or the free port was snatched away.
            pause(Duration.ofMillis(250));
        }
    }

    /** Stops what a killed run left running on these files, and clears a note that no longer means anything. */
    static void stopOrphan(Folders folders, Consumer<Text> progress) throws IOException {
        if (!Files.exists(folders.processFile())) {
            return;
        }
        if (number(folders).isEmpty()) {
            // A power cut left it empty; PostgreSQL would refuse to start beside it.
            Files.deleteIfExists(folders.processFile());
            return;
        }
        Optional<ProcessHandle> noted = noted(folders);
        if (noted.isPresent() && isOurs(noted.get(), folders)) {
            progress.accept(Text.of(
                    "上次运行被强行终止,它的数据库进程(%1$s)还在运行,正在正常停止……",
                    "The last run was killed and its database (process %1$s) is still running; stopping it cleanly …",
                    noted.get().pid()));
            stop(noted.get(), folders);
        } else if (noted.isPresent()) {
            // The number belongs to someone else by now; PostgreSQL would take that process for itself and give up.
            Files.deleteIfExists(folders.processFile());
        }
    }

    /** Stops it: sessions are cut off, all is written, nothing is to be recovered. */
    void stop() throws IOException {
        Optional<ProcessHandle> noted = noted(folders);
        if (noted.isPresent() && isOurs(noted.get(), folders)) {
            stop(noted.get(), folders);
        }
    }

    private static void stop(ProcessHandle process, Folders folders) throws IOException {
        // Java sends SIGTERM, on which PostgreSQL waits for its clients; SIGINT is its fast and clean stop.
        Program.run(List.of("sh", "-c", "kill -INT \"$1\"", "sh", Long.toString(process.pid())));
        long patience = STOPS_WITHIN.dividedBy(LOOKS_EVERY);
        // The note goes last. The process itself may stay listed when nobody above collects it.
        while (process.isAlive() && Files.exists(folders.processFile())) {
            if (patience-- == 0) {
                throw Trouble.refused(
                        null,
                        "数据库进程 %1$s 三分钟内没有停下来。请查看 %2$s,等它停下后再启动;不要用 kill -9。",
                        "The database, process %1$s, did not stop within three minutes. See %2$s and start again when it"
                                + " has stopped; don't use kill -9.",
                        process.pid(),
                        folders.log());
            }
            pause(LOOKS_EVERY);
        }
    }

    /** The port that a running PostgreSQL has noted; the fourth line of its process file. */
    static int notedPort(Folders folders) throws IOException {
        List<String> lines = Files.readAllLines(folders.processFile());
        if (lines.size() < 4 || !lines.get(3).strip().matches("[0-9]{1,5}")) {
            throw new IOException("no port in " + folders.processFile());
        }
        return Integer.parseInt(lines.get(3).strip());
    }

    private static Optional<ProcessHandle> noted(Folders folders) throws IOException {
        Optional<Long> number = number(folders);
        return number.isPresent() ? ProcessHandle.of(number.get()) : Optional.empty();
    }

    /** The number of the process that PostgreSQL noted, whoever bears it now. */
    private static Optional<Long> number(Folders folders) throws IOException {
        if (!Files.exists(folders.processFile())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(folders.processFile());
        return lines.isEmpty() || !lines.getFirst().strip().matches("[1-9][0-9]{0,17}")
                ? Optional.empty()
                : Optional.of(Long.valueOf(lines.getFirst().strip()));
    }

    /** Whether a process is PostgreSQL at work on these files: by its folder, or by how it was called. */
    private static boolean isOurs(ProcessHandle process, Folders folders) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readSymbolicLink(proc.resolve("exe"))
                            .getFileName()
                            .toString()
                            .startsWith("postgres")
                    && Files.readSymbolicLink(proc.resolve("cwd")).equals(folders.cluster());
        } catch (IOException | UnsupportedOperationException hidden) {
            String called = process.info().commandLine().orElse("");
            return called.contains("bin/postgres")
                    && called.contains(folders.cluster().toString());
        }
    }

    private static StoreUnavailable failed(Folders folders, int port, String output, String said) {
        if (Trouble.saysFull(said) || Trouble.saysFull(output)) {
            return Trouble.full(folders.root(), null);
        }
        if (said.contains("Address already in use")) {
            return Trouble.portTaken(port);
        }
        return Trouble.refused(
                null,
                "PostgreSQL 没有启动起来,数据原样未动。它的日志 %1$s 最后写道:\n%2$s",
                "PostgreSQL did not start; the data are untouched. Its log %1$s ends with:\n%2$s",
                folders.log(),
                said.isEmpty() ? output : said);
    }

    /** One old log is kept; together they stay below what an operator would notice on the disk. */
    private static void turnLog(Folders folders) throws IOException {
        if (Files.exists(folders.log()) && Files.size(folders.log()) > LOG_LIMIT) {
            Files.move(
                    folders.log(), folders.log().resolveSibling("postgres.1.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String logSince(Folders folders, long mark) throws IOException {
        if (!Files.exists(folders.log())) {
            return "";
        }
        try (RandomAccessFile log = new RandomAccessFile(folders.log().toFile(), "r")) {
            log.seek(Math.min(Math.max(mark, log.length() - 4000), log.length()));
            byte[] rest = new byte[(int) (log.length() - log.getFilePointer())];
            log.readFully(rest);
            return new String(rest, StandardCharsets.UTF_8).strip();
        }
    }

    /** Replaced as a whole: a full disk must not leave half of it. */
    private static void write(Path file, String text) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.writeString(aside, text);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", stopped);
        }
    }
}
