package org.gongzhi.server.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How an own PostgreSQL is to run (运行方案).
 *
 * @param data the data directory
 * @param binaries where its programs are unpacked, if not in the data directory
 * @param port on the loopback; 0 takes any that is free
 * @param kept whether what it acknowledges must outlive a power cut
 */
record Plan(Path data, Optional<Path> binaries, int port, Kept kept) {
    /** Whether data are worth a wait for the disk. */
    enum Kept {
        DURABLE,
        THROW_AWAY
    }

    String settings(int chosen) {
        boolean durable = kept == Kept.DURABLE;
        return """
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                port = %d
                max_connections = 100
                shared_buffers = '%s'
                wal_compression = on
                fsync = %s
                full_page_writes = %3$s
                synchronous_commit = on
                password_encryption = 'scram-sha-256'
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                log_destination = 'stderr'
                logging_collector = off
                log_line_prefix = '%%m [%%p] %%q%%u@%%d '
                # What people wrote must not reach the log: no statement, no value, no key that clashed.
                log_error_verbosity = terse
                log_min_error_statement = panic
                log_parameter_max_length = 0
                """.formatted(chosen, durable ? "256MB" : "64MB", durable ? "on" : "off");
    }
}
