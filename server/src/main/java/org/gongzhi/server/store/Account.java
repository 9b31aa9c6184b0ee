package org.gongzhi.server.store;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Under which account of the operating system PostgreSQL runs (运行账户). It refuses to run as root: then it is given
 * an account that may do little, or at least a namespace in which it isn't root.
 *
 * @param uid the owner of its files
 * @param gid their group
 * @param prefix the words before each command that make it run so
 */
record Account(long uid, long gid, List<String> prefix) {
    private static final long ROOT = 0;

    Account {
        prefix = List.copyOf(prefix);
    }

    /**
     * The account for this directory. What {@code setpriv} and {@code unshare} can do here depends on the machine and on
     * the folders above, so each is tried on PostgreSQL's own program.
     */
    static Account choose(Folders folders, Path binaries) throws IOException {
        UnixSystem self = new UnixSystem();
        if (self.getUid() != ROOT) {
            Account own = new Account(self.getUid(), self.getGid(), List.of());
            own.mustOwn(folders);
            return own;
        }
        StringBuilder tried = new StringBuilder();
        for (Account candidate : candidates(folders)) {
            try {
                Program.Ended ended = Program.run(candidate.command(
                        binaries.resolve("bin").resolve("postgres").toString(), "--version"));
                if (ended.well()) {
                    return candidate;
                }
                tried.append("\n  ").append(ended.output());
            } catch (IOException absent) {
                tried.append("\n  ").append(absent.getMessage());
            }
        }
        throw Trouble.refused(
                null,
                "以 root 启动时,PostgreSQL 须换一个账户运行,但这里 setpriv 和 unshare 都行不通:%1$s\n"
                        + "请用普通用户启动共治,或安装 util-linux,或设置 GONGZHI_DB_URL 使用另外的 PostgreSQL。",
                "Started by root, PostgreSQL must run under another account, but neither setpriv nor unshare works here:%1$s\n"
                        + "Start Gongzhi as an ordinary user, or install util-linux, or set GONGZHI_DB_URL to use another"
                        + " PostgreSQL.",
                tried);
    }

    List<String> command(String... words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(List.of(words));
        return all;
    }

    /** Makes this account the owner of all of PostgreSQL's files, where they are another's. Only root can. */
    void take(Path folder) throws IOException {
        if (owner(folder) == uid) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                give(file);
                return FileVisitResult.CONTINUE;
            }

            // The folder comes after what is in it: the topmost owner tells whether all is done.
            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) throws IOException {
                give(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void give(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", (int) uid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", (int) gid, LinkOption.NOFOLLOW_LINKS);
    }

    private void mustOwn(Folders folders) throws IOException {
        if (Files.exists(folders.postgres()) && owner(folders.postgres()) != uid) {
            throw Trouble.refused(
                    null,
                    "数据目录 %1$s 属于另一个用户(编号 %2$s)。请用那个用户或 root 启动,或用 --data 另指定一个目录。",
                    "The data directory %1$s belongs to another user (number %2$s). Start as that user or as root, or name"
                            + " another directory with --data.",
                    folders.postgres(),
                    owner(folders.postgres()));
        }
    }

    private static List<Account> candidates(Folders folders) throws IOException {
        List<Account> candidates = new ArrayList<>();
        if (Files.exists(folders.postgres()) && owner(folders.postgres()) != ROOT) {
            candidates.add(dropped(owner(folders.postgres()), group(folders.postgres())));
        } else {
            for (String name : List.of("gongzhi", "postgres", "nobody")) {
                Optional<Long> uid = number("-u", name);
                Optional<Long> gid = number("-g", name);
                if (uid.isPresent() && gid.isPresent()) {
                    candidates.add(dropped(uid.get(), gid.get()));
                    break;
                }
            }
        }
        candidates.add(new Account(ROOT, ROOT, List.of("unshare", "-U")));
        return candidates;
    }

    private static Account dropped(long uid, long gid) {
        return new Account(uid, gid, List.of("setpriv", "--reuid", "" + uid, "--regid", "" + gid, "--clear-groups"));
    }

    private static Optional<Long> number(String which, String name) throws IOException {
        Program.Ended ended = Program.run(List.of("id", which, name));
        return ended.well() ? Optional.of(Long.valueOf(ended.output())) : Optional.empty();
    }

    private static long owner(Path path) throws IOException {
        return Integer.toUnsignedLong((Integer) Files.getAttribute(path, "unix:uid"));
    }

    private static long group(Path path) throws IOException {
        return Integer.toUnsignedLong((Integer) Files.getAttribute(path, "unix:gid"));
    }
}
