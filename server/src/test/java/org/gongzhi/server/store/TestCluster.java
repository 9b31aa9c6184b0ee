package org.gongzhi.server.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** One PostgreSQL for all tests of this JVM: started when first asked for, its files kept for the next run (测试库). */
final class TestCluster {
    static final Path TARGET = Path.of("target").toAbsolutePath();
    static final Path BINARIES = TARGET.resolve("test-postgres").resolve("pgbin");

    private static final int SIDE_BY_SIDE = 8;

    // One for the JVM by intention: starting it takes longer than most tests.
    private static final class Holder {
        private static final Cluster ONE = start();
    }

    private TestCluster() {}

    static Cluster one() {
        return Holder.ONE;
    }

    static Login superuser() {
        return one().superuser().orElseThrow();
    }

    /** Another program may run tests in the same tree: each takes the first folder that is free. */
    private static Cluster start() {
        StoreUnavailable last = null;
        for (int number = 1; number <= SIDE_BY_SIDE; number++) {
            Path folder = TARGET.resolve("test-postgres").resolve("" + number);
            Plan plan = new Plan(folder, Optional.of(BINARIES), 0, Plan.Kept.THROW_AWAY);
            try {
                return start(plan);
            } catch (StoreUnavailable unavailable) {
                last = unavailable;
            }
        }
        throw last == null ? new IllegalStateException("no folder") : last;
    }

    private static Cluster start(Plan plan) {
        Cluster cluster;
        try {
            cluster = Cluster.start(plan, ignored -> {});
        } catch (StoreUnavailable unavailable) {
            Path broken = plan.data().resolve("postgres");
            if (unavailable.why().en().contains("is in use") || !Files.exists(broken)) {
                throw unavailable;
            }
            // It does not wait for the disk, so a power cut may have broken it. Nothing in it is worth keeping.
            FileSystemUtils.deleteRecursively(broken.toFile());
            FileSystemUtils.deleteRecursively(
                    plan.data().resolve("postgres.passwords").toFile());
            cluster = Cluster.start(plan, ignored -> {});
        }
        cluster.closeAtExit();
        return cluster;
    }
}
