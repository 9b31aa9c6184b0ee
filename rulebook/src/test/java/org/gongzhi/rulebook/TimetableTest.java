package org.gongzhi.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {
    private static final Timetable TIMETABLE = Rulebook.read(Path.of("..", "rulebooks", "futian"))
            .findRulebook()
            .orElseThrow()
            .timetable();

    @ParameterizedTest(name = "{1} working days after {0} is {2}")
    @CsvFileSource(resources = "/addworkdays-samples.csv", numLinesToSkip = 1)
    void workingDaysAreCountedOnTheRealCalendar(LocalDate start, int n, LocalDate due) {
        assertEquals(due, TIMETABLE.workingDay(start, n));
    }

    @ParameterizedTest(name = "{1} from {0} ends {2}")
    @CsvSource({
        // Monday before opening; within a part; over noon; at closing; over the night; Saturday
        "2026-03-02T08:10, 4 working hours, 2026-03-02T15:00",
        "2026-03-02T09:00, 3 working hours, 2026-03-02T12:00",
        "2026-03-02T11:30, 1 working hours, 2026-03-02T14:30",
        "2026-03-02T18:00, 1 working hours, 2026-03-03T10:00",
        "2026-03-02T17:30, 1 working hours, 2026-03-03T09:30",
        "2026-03-07T11:00, 1 working hours, 2026-03-09T10:00",
        // 14 February 2026 is a make-up Saturday; 15 to 23 February are off
        "2026-02-14T17:00, 2 working hours, 2026-02-24T10:00",
        "2026-02-13T17:00, 2 working hours, 2026-02-14T10:00",
        "2026-03-02T09:00, 1 working day,   2026-03-03T18:00",
        "2026-03-06T23:00, 1 working day,   2026-03-09T18:00",
        // days end at midnight of the last day, or of the next working day
        "2026-03-02T09:00, 3 days,          2026-03-06T00:00",
        "2026-03-02T09:00, 5 days,          2026-03-10T00:00",
        "2026-02-13T09:00, 3 days,          2026-02-25T00:00",
        "2026-01-31T09:00, 1 month,         2026-03-01T00:00",
        "2024-02-29T09:00, 1 year,          2025-03-01T00:00",
        "2026-03-02T09:00, 36 hours,        2026-03-03T21:00",
        "2026-03-02T09:00, 0 days,          2026-03-02T09:00"
    })
    void aSpanEndsAsTheLawCounts(LocalDateTime start, String span, LocalDateTime end) {
        assertEquals(end, TIMETABLE.end(start, Span.read(span).orElseThrow()));
    }

    @ParameterizedTest(name = "{0} working days before {1} is {2}")
    @CsvSource({
        "1, 2026-03-02, 2026-02-28",
        "2, 2026-03-02, 2026-02-27",
        "30, 2026-03-31, 2026-02-11",
        "0, 2026-03-01, 2026-03-01"
    })
    void daysBeforeAreCountedBackwards(int n, LocalDate day, LocalDate before) {
        assertEquals(before, TIMETABLE.workingDayBefore(day, n));
    }

    @Test
    void whatRunsBeyondTheLastNoticeIsProvisional() {
        LocalDateTime end = LocalDateTime.of(2026, 12, 31, 18, 0);
        assertFalse(TIMETABLE.isProvisional(end, end));
        assertFalse(TIMETABLE.isProvisional(end, LocalDate.of(2027, 1, 1).atStartOfDay()));
        assertTrue(TIMETABLE.isProvisional(end, LocalDateTime.of(2027, 1, 4, 18, 0)));
        assertTrue(TIMETABLE.isProvisional(LocalDateTime.of(2003, 12, 31, 9, 0), end));
    }

    @Test
    void aLaterStartNeverGivesAnEarlierEnd() {
        long seed = 20_260_302L;
        Random random = new Random(seed);
        Span.Unit[] units = Span.Unit.values();
        for (int i = 0; i < 4_000; i++) {
            LocalDateTime start = LocalDateTime.of(2020, 1, 1, 0, 0).plusMinutes(random.nextInt(3_000_000));
            LocalDateTime later = start.plusMinutes(random.nextInt(10_000));
            Span span = new Span(random.nextInt(30), units[random.nextInt(units.length)]);
            assertFalse(
                    TIMETABLE.end(later, span).isBefore(TIMETABLE.end(start, span)),
                    "seed %s: %s from %s and from %s".formatted(seed, span, start, later));
        }
    }
}
