package org.gongzhi.server.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gongzhi.server.store.TestDatabase;
import org.gongzhi.server.walk.Visitor.Receipt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.FileSystemUtils;

/** The program ends and comes up again on what it left. */
class RestartTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final Path DATA = Running.newData();
    private static final String EVENTS = """
            select concat_ws(' ', lower(body->'event'->>'kind'), nullif(body->'event'->>'action', ''),
                             '-> ' || nullif(body->'event'->>'to', ''),
                             nullif(array_to_string(array(select jsonb_array_elements_text(body->'event'->'whom')), '+'), ''),
                             to_char((body->'event'->>'at')::timestamp, 'MM-DD HH24:MI'))
              from journal.event
             where matter_id = ?
             order by nr
            """;

    @AfterAll
    static void clear() throws IOException {
        FileSystemUtils.deleteRecursively(DATA);
    }

    private static Visitor officer(Running running, String login) {
        Visitor visitor = new Visitor(running.address());
        visitor.signIn(login, House.password(DATA, login));
        return visitor;
    }

    private static String walk(Receipt receipt) {
        return String.join("\n", House.rows(DATABASE, EVENTS, receipt.matter()));
    }

    private static void await(String what, java.util.function.BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what);
            Thread.sleep(50); // what the program does at its start, it does on its own thread
        }
    }

    @Test
    void theProgramComesUpOnItsOldDataAndCatchesUpWithTheTimeItWasDown() throws InterruptedException {
        MovableClock clock = new MovableClock(House.FRIDAY);
        Receipt untouched;
        Receipt handled;
        Receipt asked;
        Receipt replied;
        try (Running running = Running.start(DATABASE, DATA, clock)) {
            Visitor resident = new Visitor(running.address());
            untouched = Visitor.receipt(resident.send(resident.request("没人受理")
                    .with("contact.phone", "13800000000")
                    .withFile("photos", "lamp.jpg", Photos.lamp())));
            handled = resident.file("办理中");
            asked = resident.file("等补充");
            replied = resident.file("已答复");
            Visitor clerk = officer(running, "clerk");
            for (Receipt receipt : List.of(handled, asked, replied)) {
                clerk.dispatch(receipt, "事项");
            }
            Visitor handler = officer(running, "handler");
            handler.send(handler.desk(asked).form("/ask").with("question", "在哪？"));
            handler.reply(replied, "已办");
        }

        clock.set("2026-03-27 09:00");
        try (Running running = Running.start(DATABASE, DATA, clock)) {
            await(
                    "deadlines of the time it was down",
                    () -> House.rows(
                                    DATABASE,
                                    "select 1 from matters.matter where wakes_at <= ?",
                                    clock.instant().atOffset(java.time.ZoneOffset.UTC))
                            .isEmpty());
            assertEquals("""
                    opened -> received 02-27 09:00
                    told work-station.head 02-27 15:00
                    escalated street-office 02-28 18:00""", walk(untouched));
            assertEquals("""
                    opened -> received 02-27 09:00
                    acted dispatch -> dispatched 02-27 09:00
                    told work-station.head 03-05 18:00
                    escalated street-office.head 03-09 18:00""", walk(handled));
            assertEquals("""
                    opened -> received 02-27 09:00
                    acted dispatch -> dispatched 02-27 09:00
                    told opener 02-27 09:00
                    acted ask -> awaiting-opener 02-27 09:00
                    told handler 03-14 00:00
                    timed_out -> dispatched 03-14 00:00
                    told work-station.head 03-20 18:00
                    escalated street-office.head 03-24 18:00""", walk(asked));
            assertEquals("""
                    opened -> received 02-27 09:00
                    acted dispatch -> dispatched 02-27 09:00
                    told opener 02-27 09:00
                    acted reply -> replied 02-27 09:00
                    timed_out -> closed-unanswered 03-07 00:00""", walk(replied));

            Page desk = officer(running, "clerk").desk(untouched);
            assertTrue(desk.text().contains("13800000000"), "sealed data open with the same key");
            Visitor resident = new Visitor(running.address());
            Page followed = resident.follow(untouched);
            assertEquals("待受理", followed.state());
            assertEquals(200, resident.get(followed.photos().getFirst()).status);
            assertEquals(
                    "办理中",
                    officer(running, "street").dispatch(untouched, "由街道派单").state());
            Receipt later = resident.file("重启以后");
            assertTrue(later.matter() > replied.matter());
        }
    }
}
