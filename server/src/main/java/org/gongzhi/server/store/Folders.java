package org.gongzhi.server.store;

import java.nio.file.Path;

/**
 * Where the database's files lie (目录).
 *
 * @param root the data directory, a real path
 * @param binaries where PostgreSQL's own programs are unpacked, one folder for each version
 */
record Folders(Path root, Path binaries) {
    static Folders in(Path root) {
        return new Folders(root, root.resolve("pgbin"));
    }

    /** Held while the program runs. */
    Path lock() {
        return root.resolve("gongzhi.lock");
    }

    Path passwords() {
        return root.resolve("postgres.passwords");
    }

    /** All that belongs to the account PostgreSQL runs under. */
    Path postgres() {
        return root.resolve("postgres");
    }

    Path cluster() {
        return postgres().resolve("cluster");
    }

    Path log() {
        return postgres().resolve("postgres.log");
    }

    Path processFile() {
        return cluster().resolve("postmaster.pid");
    }

    Path settings() {
        return cluster().resolve("gongzhi.conf");
    }

    Path version() {
        return cluster().resolve("PG_VERSION");
    }
}
