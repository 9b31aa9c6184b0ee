package org.gongzhi.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.gongzhi.exact.Text;

/**
 * The PostgreSQL this program works with (数据库实例): its own, started as a child process and stopped with it, or an
 * outside one that is only signed in to.
 */
public final class Cluster implements AutoCloseable {
    private static final String DATABASE = "gongzhi";
    private static final String OWNER = "gongzhi_owner";
    private static final String APP = "gongzhi_app";

    private final Login owner;
    private final Login app;
    private final Optional<Own> own;
    private final CopyOnWriteArrayList<Runnable> first = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** What has to be stopped and given back when the PostgreSQL is our own. */
    private record Own(Postmaster postmaster, DirectoryLock lock, Login superuser) {}

    private Cluster(Login owner, Login app, Optional<Own> own) {
        this.owner = owner;
        this.app = app;
        this.own = own;
    }

    /**
     * The outside PostgreSQL that {@code GONGZHI_DB_URL} names, or else an own one in the data directory.
     *
     * @param environment the variables of this process; {@code GONGZHI_DB_PORT} fixes the own one's port
     * @param progress is told what takes longer than a moment
     * @throws StoreUnavailable with the sentence to show
     */
    public static Cluster open(Path dataDirectory, Map<String, String> environment, Consumer<Text> progress) {
        return environment.containsKey("GONGZHI_DB_URL")
                ? Outside.cluster(environment)
                : start(new Plan(dataDirectory, Optional.empty(), port(environment), Plan.Kept.DURABLE), progress);
    }

    /**
     * The PostgreSQL of a program that is running on the data directory just now, to work beside it; it is not ours to
     * stop.
     *
     * @return empty if no program runs there
     * @throws StoreUnavailable if one runs there but its database can't be reached
     */
    public static Optional<Cluster> running(Path dataDirectory) {
        Path root = dataDirectory.toAbsolutePath().normalize();
        Folders folders = Folders.in(root);
        if (!Files.exists(folders.processFile()) || !Files.exists(folders.passwords())) {
            return Optional.empty();
        }
        try {
            if (DirectoryLock.isFree(folders)) {
                return Optional.empty();
            }
            Passwords passwords = Passwords.readOrDraw(folders);
            int port = Postmaster.notedPort(folders);
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
            return Optional.of(
                    signedInTo(new Login(url, OWNER, passwords.owner()), new Login(url, APP, passwords.app())));
        } catch (IOException failed) {
            throw Trouble.file(root, failed);
        }
    }

    /** Starts an own PostgreSQL in the data directory, on any free port of the loopback. */
    public static Cluster start(Path dataDirectory, Consumer<Text> progress) {
        return start(new Plan(dataDirectory, Optional.empty(), 0, Plan.Kept.DURABLE), progress);
    }

    static Cluster start(Plan plan, Consumer<Text> progress) {
        Folders folders = folders(plan);
        boolean kept = false;
        try {
            DirectoryLock lock = DirectoryLock.take(folders);
            try {
                Cluster cluster = start(plan, folders, lock, progress);
                kept = true;
                return cluster;
            } finally {
                if (!kept) {
                    if (!Files.exists(folders.cluster())) {
                        // Passwords of a cluster that was never made.
                        Files.deleteIfExists(folders.passwords());
                    }
                    lock.close();
                }
            }
        } catch (IOException failed) {
            throw Trouble.file(folders.root(), failed);
        }
    }

    /** A cluster that is none of ours to start or stop. */
    static Cluster signedInTo(Login owner, Login app) {
        return new Cluster(owner, app, Optional.empty());
    }

    /** The role that owns schemas and tables: for migrations only. */
    public Login owner() {
        return owner;
    }

    /** The role under which requests are served: it owns nothing, and row-level security holds for it. */
    public Login app() {
        return app;
    }

    /** The role that made an own cluster; an outside one has none for us. */
    Optional<Login> superuser() {
        return own.map(Own::superuser);
    }

    /** Has something done before the database goes away: the web server answers its last requests, say. */
    public void beforeStop(Runnable task) {
        first.add(task);
    }

    /** Has this cluster closed when the program is told to end, after what {@link #beforeStop} was given. */
    public void closeAtExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "database-stop"));
    }

    /** Stops an own PostgreSQL cleanly and frees its directory; may be called again. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            first.forEach(Runnable::run);
        } finally {
            if (own.isPresent()) {
                stop(own.get());
            }
        }
    }

    private static void stop(Own own) {
        try {
            try {
                own.postmaster().stop();
            } finally {
                own.lock().close();
            }
        } catch (IOException failed) {
            throw Trouble.file(own.postmaster().folders().root(), failed);
        }
    }

    private static Folders folders(Plan plan) {
        Path root = plan.data().toAbsolutePath().normalize();
        if (root.toString().matches("(?s).*[\"'$`\\\\\\p{Cntrl}].*")) {
            throw Trouble.refused(
                    null,
                    "数据目录 %1$s 的名称里有引号、$、反斜杠或控制字符,PostgreSQL 的启动程序处理不了。请用 --data 另指定一个目录。",
                    "The name of the data directory %1$s has a quote, $, a backslash or a control character in it, which"
                            + " PostgreSQL's starter can't take. Name another directory with --data.",
                    root);
        }
        try {
            Files.createDirectories(root);
            Folders folders = Folders.in(root.toRealPath());
            return plan.binaries()
                    .map(binaries -> new Folders(folders.root(), binaries))
                    .orElse(folders);
        } catch (IOException failed) {
            throw Trouble.file(root, failed);
        }
    }

    private static Cluster start(Plan plan, Folders folders, DirectoryLock lock, Consumer<Text> progress)
            throws IOException {
        checkVersion(folders);
        Postmaster.stopOrphan(folders, progress);
        Path binaries = Binaries.unpacked(folders, progress);
        Account account = Account.choose(folders, binaries);
        Passwords passwords = Passwords.readOrDraw(folders);
        Foundation.lay(folders, binaries, account, passwords, progress);
        account.take(folders.postgres());
        progress.accept(Text.of("正在启动数据库……", "Starting the database …"));
        Postmaster postmaster = Postmaster.start(plan, folders, binaries, account, progress);
        boolean ready = false;
        try {
            Login superuser = login(postmaster, "postgres", Foundation.SUPERUSER, passwords.superuser());
            Roles.ensure(superuser, DATABASE, OWNER, passwords.owner(), APP, passwords.app());
            ready = true;
            return new Cluster(
                    login(postmaster, DATABASE, OWNER, passwords.owner()),
                    login(postmaster, DATABASE, APP, passwords.app()),
                    Optional.of(new Own(postmaster, lock, superuser)));
        } finally {
            if (!ready) {
                postmaster.stop();
            }
        }
    }

    private static Login login(Postmaster postmaster, String database, String user, String password) {
        return new Login("jdbc:postgresql://127.0.0.1:" + postmaster.port() + "/" + database, user, password);
    }

    private static void checkVersion(Folders folders) throws IOException {
        if (!Files.exists(folders.version())) {
            return;
        }
        String found = Files.readString(folders.version()).strip();
        if (!found.equals(Binaries.MAJOR)) {
            throw Trouble.refused(
                    null,
                    "数据目录 %1$s 是 PostgreSQL %2$s 写的,本程序用的是 PostgreSQL %3$s。数据原样未动。请用原来的共治版本启动并导出数据,"
                            + "再用 --data 指定一个新目录导入。",
                    "The data directory %1$s was written by PostgreSQL %2$s; this program has PostgreSQL %3$s. The data are"
                            + " untouched. Start the Gongzhi that wrote it, export the data, and bring them into a new"
                            + " directory named with --data.",
                    folders.cluster(),
                    found,
                    Binaries.MAJOR);
        }
    }

    private static int port(Map<String, String> environment) {
        String wished = environment.getOrDefault("GONGZHI_DB_PORT", "0");
        if (!wished.matches("[0-9]{1,5}") || Integer.parseInt(wished) > 65535) {
            throw Trouble.refused(
                    null,
                    "GONGZHI_DB_PORT 写的是“%1$s”,应是 1 到 65535 之间的端口号,例如 15432。",
                    "GONGZHI_DB_PORT says “%1$s”; it should be a port from 1 to 65535, for example 15432.",
                    wished);
        }
        return Integer.parseInt(wished);
    }
}
