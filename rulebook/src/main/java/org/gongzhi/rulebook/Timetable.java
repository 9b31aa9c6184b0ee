package org.gongzhi.rulebook;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Counts time as the law does (期间计算): the day of the beginning doesn't count, a period of days ends at midnight of its last
 * day, and if that is a day off, at the end of the next working day; working hours run in office hours only.
 * Source: Civil Code art. 201-203.
 */
public record Timetable(WorkCalendar calendar, OfficeHours hours) {
    /** Ten years of days off: a calendar without working days is a mistake, not an endless search. */
    private static final int LONGEST_REST = 3_660;

    /** When a span that begins at an instant ends. */
    public LocalDateTime end(LocalDateTime start, Span span) {
        return switch (span.unit()) {
            case HOURS -> start.plusHours(span.amount());
            case DAYS -> endOfDays(start, start.toLocalDate().plusDays(span.amount()), span.amount());
            case MONTHS -> endOfDays(start, start.toLocalDate().plusMonths(span.amount()), span.amount());
            case YEARS -> endOfDays(start, start.toLocalDate().plusYears(span.amount()), span.amount());
            case WORKING_DAYS ->
                span.amount() == 0
                        ? start
                        : workingDay(start.toLocalDate(), span.amount()).atTime(hours.closing());
            case WORKING_HOURS -> plusWorking(start, Duration.ofHours(span.amount()));
        };
    }

    /** Whether a stretch of time leaves the years whose notices are known, so that its end is provisional (暂定). */
    public boolean isProvisional(LocalDateTime start, LocalDateTime end) {
        return !calendar.knows(start.toLocalDate())
                || !calendar.knows(end.toLocalDate().minusDays(end.toLocalTime().equals(LocalTime.MIDNIGHT) ? 1 : 0));
    }

    /** The n-th working day after a day, which itself doesn't count. */
    public LocalDate workingDay(LocalDate after, int n) {
        LocalDate day = after;
        for (int left = n; left > 0; left--) {
            day = nextWorkingDay(day.plusDays(1));
        }
        return day;
    }

    /** The n-th working day before a day, which itself doesn't count. */
    public LocalDate workingDayBefore(LocalDate before, int n) {
        LocalDate day = before;
        for (int left = n; left > 0; left--) {
            day = day.minusDays(1);
            for (int rest = 0; !calendar.isWorkingDay(day); rest++) {
                day = day.minusDays(1);
                refuseEndlessRest(rest, before);
            }
        }
        return day;
    }

    /** How many working days lie after one day up to and including another; 0 if the other is not later. */
    public int workingDaysBetween(LocalDate after, LocalDate until) {
        int count = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            count += calendar.isWorkingDay(day) ? 1 : 0;
        }
        return count;
    }

    /** An instant at which so much office time has passed. */
    LocalDateTime plusWorking(LocalDateTime start, Duration time) {
        if (time.isZero()) {
            return start;
        }
        Duration left = time;
        LocalDate day = nextWorkingDay(start.toLocalDate());
        LocalTime from = day.equals(start.toLocalDate()) ? start.toLocalTime() : LocalTime.MIDNIGHT;
        while (true) {
            for (OfficeHours.Part part : hours.parts()) {
                LocalTime begin = part.from().isAfter(from) ? part.from() : from;
                if (!begin.isBefore(part.to())) {
                    continue;
                }
                Duration open = Duration.between(begin, part.to());
                if (open.compareTo(left) >= 0) {
                    return day.atTime(begin).plus(left);
                }
                left = left.minus(open);
            }
            day = nextWorkingDay(day.plusDays(1));
            from = LocalTime.MIDNIGHT;
        }
    }

    /** How much office time lies between two instants; nothing if the second is not later. */
    public Duration workingBetween(LocalDateTime start, LocalDateTime end) {
        Duration sum = Duration.ZERO;
        for (LocalDate day = start.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            if (!calendar.isWorkingDay(day)) {
                continue;
            }
            for (OfficeHours.Part part : hours.parts()) {
                LocalDateTime begin = later(day.atTime(part.from()), start);
                LocalDateTime until = earlier(day.atTime(part.to()), end);
                if (begin.isBefore(until)) {
                    sum = sum.plus(Duration.between(begin, until));
                }
            }
        }
        return sum;
    }

    private LocalDateTime endOfDays(LocalDateTime start, LocalDate last, int amount) {
        return amount == 0 ? start : endOfDay(last);
    }

    /** Midnight after a day, or after the next working day if it is a day off. */
    LocalDateTime endOfDay(LocalDate last) {
        return nextWorkingDay(last).plusDays(1).atStartOfDay();
    }

    /** The closing of the n-th working day after an instant; for 0 the first closing not before it. */
    LocalDateTime closingAfter(LocalDateTime at, int days) {
        if (days > 0) {
            return workingDay(at.toLocalDate(), days).atTime(hours.closing());
        }
        LocalDate today = nextWorkingDay(at.toLocalDate());
        LocalDateTime closing = today.atTime(hours.closing());
        return closing.isBefore(at) ? nextWorkingDay(today.plusDays(1)).atTime(hours.closing()) : closing;
    }

    private LocalDate nextWorkingDay(LocalDate from) {
        LocalDate day = from;
        for (int rest = 0; !calendar.isWorkingDay(day); rest++) {
            day = day.plusDays(1);
            refuseEndlessRest(rest, from);
        }
        return day;
    }

    private static void refuseEndlessRest(int rest, LocalDate day) {
        if (rest > LONGEST_REST) {
            throw new IllegalStateException("no working day in ten years around " + day);
        }
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
