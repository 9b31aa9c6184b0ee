package org.gongzhi.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.gongzhi.exact.Text;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs (程序文件), unpacked once for each version from the archive on the classpath. */
final class Binaries {
    /** The version whose files, SQL and settings this program is written for. */
    static final String MAJOR = "18";

    private static final Map<String, String> ARCHIVES = Map.of(
            "linux amd64", "postgres-linux-x86_64.txz",
            "linux aarch64", "postgres-linux-arm_64.txz",
            "mac x86_64", "postgres-darwin-x86_64.txz",
            "mac aarch64", "postgres-darwin-arm_64.txz");

    private static final int EXECUTABLE = 0111;

    private Binaries() {}

    /** The folder with {@code bin}, {@code lib} and {@code share}; unpacks it if it isn't there yet. */
    static Path unpacked(Folders folders, Consumer<Text> progress) throws IOException {
        URLConnection archive = archive().openConnection();
        String mark = mark(archive);
        Optional<Path> there = find(folders.binaries(), mark);
        if (there.isPresent()) {
            return there.get();
        }
        progress.accept(Text.of("正在解开 PostgreSQL 的程序文件(约 60 MB)……", "Unpacking PostgreSQL's programs (about 60 MB) …"));
        Files.createDirectories(folders.binaries());
        clearLeftovers(folders.binaries());
        Path unfinished = Files.createTempDirectory(folders.binaries(), "unfinished-");
        try {
            try (InputStream bytes = archive.getInputStream()) {
                unpack(bytes, unfinished);
            }
            permit(unfinished, EXECUTABLE);
            Path finished = folders.binaries().resolve(version(unfinished) + "-" + mark);
            return Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileSystemUtils.deleteRecursively(unfinished);
        }
    }

    private static URL archive() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String system = name.startsWith("mac") ? "mac" : name;
        String platform = system + " " + System.getProperty("os.arch", "");
        String archive = ARCHIVES.get(platform);
        URL found = archive == null ? null : Binaries.class.getResource("/" + archive);
        if (found == null) {
            throw Trouble.refused(
                    null,
                    "本程序不带适合这台机器(%1$s)的 PostgreSQL。请在这种机器上重新构建,或另装 PostgreSQL %2$s 并设置 GONGZHI_DB_URL。",
                    "This program carries no PostgreSQL for this machine (%1$s). Build it on such a machine, or install"
                            + " PostgreSQL %2$s and set GONGZHI_DB_URL.",
                    platform,
                    MAJOR);
        }
        return found;
    }

    /** The archive's checksum as its jar notes it: known without reading 15 MB at each start. */
    private static String mark(URLConnection archive) throws IOException {
        long mark = archive instanceof JarURLConnection jar
                ? jar.getJarEntry().getCrc()
                : archive.getContentLengthLong() ^ archive.getLastModified();
        return HexFormat.of().toHexDigits(mark, 8);
    }

    private static Optional<Path> find(Path binaries, String mark) throws IOException {
        if (!Files.isDirectory(binaries)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(binaries)) {
            return versions.filter(folder -> folder.getFileName().toString().endsWith("-" + mark)
                            && !folder.getFileName().toString().startsWith("unfinished-"))
                    .findFirst();
        }
    }

    /** What a killed run left behind. Safe because the caller holds the directory's lock. */
    private static void clearLeftovers(Path binaries) throws IOException {
        List<Path> leftovers;
        try (Stream<Path> folders = Files.list(binaries)) {
            leftovers = folders.filter(folder -> folder.getFileName().toString().startsWith("unfinished-"))
                    .toList();
        }
        for (Path leftover : leftovers) {
            FileSystemUtils.deleteRecursively(leftover);
        }
    }

    private static void unpack(InputStream bytes, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(bytes))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target) || entry.getName().endsWith(".a")) {
                    continue;
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    permit(path, EXECUTABLE);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                    permit(path, entry.getMode() & EXECUTABLE);
                }
            }
        }
    }

    /** Readable for everyone, whatever the user's umask says: PostgreSQL may run under another account. */
    private static void permit(Path path, int executable) throws IOException {
        if (!Files.isSymbolicLink(path)) {
            Files.setAttribute(path, "unix:mode", 0644 | executable, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Asks the program itself, which also shows that it runs on this machine. */
    private static String version(Path folder) throws IOException {
        Program.Ended told =
                Program.run(List.of(folder.resolve("bin").resolve("postgres").toString(), "--version"));
        int number = told.output().lastIndexOf(' ') + 1;
        if (!told.well() || !told.output().startsWith(MAJOR + ".", number)) {
            throw Trouble.refused(
                    null,
                    "本程序自带的 PostgreSQL 在这台机器上无法运行:%1$s。请另装 PostgreSQL %2$s 并设置 GONGZHI_DB_URL。",
                    "The PostgreSQL this program carries does not run on this machine: %1$s. Install PostgreSQL %2$s and"
                            + " set GONGZHI_DB_URL.",
                    told.output(),
                    MAJOR);
        }
        return told.output().substring(number);
    }
}
