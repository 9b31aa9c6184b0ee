package org.gongzhi.server.store;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/**
 * The passwords of the roles (口令), drawn at random on the first start and kept where only this account can read them.
 *
 * @param superuser of the role that made the cluster
 * @param owner of the role that owns the tables
 * @param app of the role under which requests are served
 */
record Passwords(String superuser, String owner, String app) {
    private static final int BYTES = 24;

    static Passwords readOrDraw(Folders folders) throws IOException {
        if (Files.exists(folders.passwords())) {
            return read(folders);
        }
        if (Files.exists(folders.cluster())) {
            throw lost(folders);
        }
        SecureRandom random = new SecureRandom();
        Passwords drawn = new Passwords(draw(random), draw(random), draw(random));
        drawn.write(folders.passwords());
        return drawn;
    }

    private static Passwords read(Folders folders) throws IOException {
        Properties kept = new Properties();
        try (Reader file = Files.newBufferedReader(folders.passwords())) {
            kept.load(file);
        }
        if (!kept.stringPropertyNames().containsAll(Set.of("superuser", "owner", "app"))) {
            throw lost(folders);
        }
        return new Passwords(kept.getProperty("superuser"), kept.getProperty("owner"), kept.getProperty("app"));
    }

    private void write(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        try {
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    unfinished,
                    "superuser=%s\nowner=%s\napp=%s\n".formatted(superuser, owner, app),
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DSYNC);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static StoreUnavailable lost(Folders folders) {
        return Trouble.refused(
                null,
                "数据库的口令文件 %1$s 不见了或不完整。请从备份中放回该文件,或用 --data 另指定一个目录。",
                "The file with the database's passwords, %1$s, is missing or not whole. Put it back from a backup, or name"
                        + " another directory with --data.",
                folders.passwords());
    }

    private static String draw(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Passwords";
    }
}
