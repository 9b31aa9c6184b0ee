package org.gongzhi.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongzhi.exact.Text;
import org.springframework.util.FileSystemUtils;

/** The first laying-out of a database's files (建库). It is made aside and moved into place when it is whole. */
final class Foundation {
    static final String SUPERUSER = "postgres";

    private static final String UNFINISHED = "unfinished-";

    private static final String HOSTS = """
            # Gongzhi signs in over the loopback only, with a password.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private static final String INCLUDE = """

            # Written by Gongzhi at each start; it comes last and wins.
            include 'gongzhi.conf'
            """;

    private Foundation() {}

    static void lay(Folders folders, Path binaries, Account account, Passwords passwords, Consumer<Text> progress)
            throws IOException {
        if (Files.exists(folders.version())) {
            return;
        }
        progress.accept(Text.of("正在建立数据库 %1$s ……", "Making the database in %1$s …", folders.cluster()));
        if (!Files.exists(folders.postgres())) {
            Files.createDirectory(
                    folders.postgres(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        clearLeftovers(folders.postgres());
        Path aside = Files.createTempDirectory(folders.postgres(), UNFINISHED);
        try {
            Path secret = Files.writeString(aside.resolve("secret"), passwords.superuser() + "\n");
            Path cluster = aside.resolve("cluster");
            account.take(folders.postgres());
            account.take(aside);
            initialise(folders, binaries, account, cluster, secret);
            Files.writeString(cluster.resolve("pg_hba.conf"), HOSTS);
            Files.writeString(cluster.resolve("postgresql.conf"), INCLUDE, StandardOpenOption.APPEND);
            Files.move(cluster, folders.cluster(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileSystemUtils.deleteRecursively(aside);
        }
    }

    private static void initialise(Folders folders, Path binaries, Account account, Path cluster, Path secret)
            throws IOException {
        Program.Ended ended = Program.run(account.command(
                binaries.resolve("bin").resolve("initdb").toString(),
                "--pgdata=" + cluster,
                "--username=" + SUPERUSER,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // PostgreSQL's own C.UTF-8 sorts alike on every machine; the system's is only asked what a letter is.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--lc-ctype=" + (isMac() ? "en_US.UTF-8" : "C.UTF-8"),
                "--data-checksums"));
        if (ended.well()) {
            return;
        }
        if (Trouble.saysFull(ended.output())) {
            throw Trouble.full(folders.root(), null);
        }
        throw Trouble.refused(
                null,
                "建立数据库时 PostgreSQL 的 initdb 失败。未留下做了一半的文件。它说:\n%1$s",
                "PostgreSQL's initdb failed while making the database. Nothing half-done was left. It says:\n%1$s",
                ended.output());
    }

    private static boolean isMac() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
    }

    /** What a killed run left behind. Safe because the caller holds the directory's lock. */
    private static void clearLeftovers(Path postgres) throws IOException {
        List<Path> leftovers;
        try (Stream<Path> files = Files.list(postgres)) {
            leftovers = files.filter(file -> file.getFileName().toString().startsWith(UNFINISHED))
                    .toList();
        }
        for (Path leftover : leftovers) {
            FileSystemUtils.deleteRecursively(leftover);
        }
    }
}
