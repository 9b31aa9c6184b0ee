package org.gongzhi.server.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.gongzhi.server.walk.Visitor.Receipt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A kill -9 of the whole program in the middle of filings. */
class KillTest {
    private static final int RESIDENTS = 4;
    private static final int BEFORE_THE_KILL = 60;
    private static final Path DATA = Running.newData();

    @AfterAll
    static void clear() throws IOException {
        // Where the test failed half-way its database may still be there.
        Program.findPostmaster(DATA).ifPresent(orphan -> {
            orphan.destroy();
            orphan.onExit().join();
        });
        FileSystemUtils.deleteRecursively(DATA);
    }

    private record Filed(String description, Receipt receipt) {}

    @Test
    void noAcknowledgedFilingIsLostAndTheNextStartStopsTheOrphan() throws IOException, InterruptedException {
        Queue<Filed> acknowledged = new ConcurrentLinkedQueue<>();
        CountDownLatch enough = new CountDownLatch(BEFORE_THE_KILL);
        ProcessHandle orphan;
        Program program = Program.start(DATA);
        List<Thread> residents;
        try {
            orphan = Program.findPostmaster(DATA).orElseThrow();
            residents = IntStream.range(0, RESIDENTS)
                    .mapToObj(
                            one -> Thread.ofVirtual().start(() -> fileUntilItEnds(program, one, acknowledged, enough)))
                    .toList();
            assertTrue(enough.await(120, TimeUnit.SECONDS), acknowledged.size() + " filings\n" + program.said());
        } finally {
            program.kill();
        }
        for (Thread resident : residents) {
            resident.join();
        }
        assertTrue(orphan.isAlive(), "the database outlives its program");

        try (Program again = Program.start(DATA)) {
            assertGone(orphan, again.said());
            ProcessHandle next = Program.findPostmaster(DATA).orElseThrow();
            assertTrue(next.isAlive());
            Visitor resident = new Visitor(again.address());
            for (Filed filed : acknowledged) {
                Page page = resident.follow(filed.receipt());
                assertEquals(200, page.status, filed + "\n" + page);
                assertTrue(page.text().contains(filed.description()), filed + "\n" + page);
            }
            List<Long> numbers = acknowledged.stream()
                    .map(filed -> filed.receipt().matter())
                    .sorted()
                    .toList();
            assertEquals(numbers.stream().distinct().toList(), numbers, "no number was given twice");
            assertTrue(resident.file("重启以后").matter() > numbers.getLast());
            again.end();
            assertGone(next, "not stopped with its program");
        }
    }

    /** A process that has ended stays in the list for the moment until its parent notices. */
    private static void assertGone(ProcessHandle process, String otherwise) throws InterruptedException {
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException alive) {
            throw new AssertionError(otherwise, alive);
        }
    }

    private static void fileUntilItEnds(
            Program program, int resident, Queue<Filed> acknowledged, CountDownLatch enough) {
        Visitor visitor = new Visitor(program.address());
        try {
            for (int i = 0; ; i++) {
                String description = "居民 %d 的第 %d 件".formatted(resident, i);
                acknowledged.add(new Filed(description, visitor.file(description)));
                enough.countDown();
            }
        } catch (java.io.UncheckedIOException killed) {
            // nothing was acknowledged
        }
    }
}
