package org.gongzhi.rulebook;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongzhi.exact.Text;

/** The deadlines of one institution, each with its finding (期限与其认定). */
final class Clock {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", java.util.Locale.ROOT);

    private final Timetable timetable;
    private final String edition;
    private final String institution;

    /** A deadline with its reason. */
    record Due(LocalDateTime at, Finding finding) {}

    Clock(Timetable timetable, String edition, String institution) {
        this.timetable = timetable;
        this.edition = edition;
        this.institution = institution;
    }

    /** An instant as people write it; midnight as 24:00 of the day before. */
    static String told(LocalDateTime at) {
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at.toLocalDate().minusDays(1) + " 24:00"
                : at.format(MINUTE);
    }

    Due start(Institution.Step step, LocalDateTime at, Span span) {
        LocalDateTime end = timetable.end(at, span);
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("start", at.format(MINUTE));
        inputs.put("span", span.toString());
        Text sum = Text.of("%s + %s = %s", "%s + %s = %s", at.format(MINUTE), span.told(), told(end));
        return new Due(end, finding(step, at, end, inputs, sum, true));
    }

    LocalDateTime later(LocalDateTime due, Span after) {
        return timetable.end(due, after);
    }

    /** What is left of a period when its clock stops. */
    long left(LocalDateTime at, LocalDateTime due, Span.Unit unit) {
        if (due.isBefore(at)) {
            return -1;
        }
        LocalDate last = due.minusNanos(1).toLocalDate();
        return switch (unit) {
            case HOURS -> Duration.between(at, due).toSeconds();
            case WORKING_HOURS -> timetable.workingBetween(at, due).toSeconds();
            case DAYS, MONTHS, YEARS -> ChronoUnit.DAYS.between(at.toLocalDate(), last);
            case WORKING_DAYS -> timetable.workingDaysBetween(at.toLocalDate(), last);
        };
    }

    /** The deadline after a clock that stood still runs again. */
    Due resume(Institution.Step step, LocalDateTime at, State.Pause pause, LocalDateTime due) {
        LocalDateTime end = pause.left() < 0 ? due : resumed(at, pause);
        Text left = pause.left() < 0 ? Text.of("已逾期", "already over") : leftTold(pause);
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("start", at.format(MINUTE));
        inputs.put("left", left.en());
        Text sum =
                Text.of("期限恢复：%s + %s = %s", "the clock runs again: %s + %s = %s", at.format(MINUTE), left, told(end));
        return new Due(end, finding(step, at, end, inputs, sum, true));
    }

    private LocalDateTime resumed(LocalDateTime at, State.Pause pause) {
        return switch (pause.unit()) {
            case HOURS -> at.plusSeconds(pause.left());
            case WORKING_HOURS -> timetable.plusWorking(at, Duration.ofSeconds(pause.left()));
            case DAYS, MONTHS, YEARS -> timetable.endOfDay(at.toLocalDate().plusDays(pause.left()));
            case WORKING_DAYS -> timetable.closingAfter(at, (int) pause.left());
        };
    }

    private static Text leftTold(State.Pause pause) {
        return switch (pause.unit()) {
            case HOURS -> Text.of("剩余 %s 分钟", "%s minutes left", pause.left() / 60);
            case WORKING_HOURS -> Text.of("剩余 %s 分钟工作时间", "%s working minutes left", pause.left() / 60);
            case DAYS, MONTHS, YEARS -> Text.of("剩余 %s 日", "%s days left", pause.left());
            case WORKING_DAYS -> Text.of("剩余 %s 个工作日", "%s working days left", pause.left());
        };
    }

    /** Whether a step was done in time. */
    Finding kept(Institution.Step step, LocalDateTime at, LocalDateTime due) {
        boolean holds = !at.isAfter(due);
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("done", at.format(MINUTE));
        inputs.put("due", told(due));
        Text comparison = Text.of(
                holds ? "%s ≤ %s（按期）" : "%s ＞ %s（逾期）",
                holds ? "%s ≤ %s (in time)" : "%s > %s (late)",
                at.format(MINUTE),
                told(due));
        return finding(step, at, due, inputs, comparison, holds);
    }

    private Finding finding(
            Institution.Step step,
            LocalDateTime at,
            LocalDateTime end,
            Map<String, String> inputs,
            Text comparison,
            boolean holds) {
        boolean provisional = timetable.isProvisional(at, end);
        Text told = provisional
                ? new Text(
                        comparison.zh() + "（暂定：该年放假安排尚未公布）",
                        comparison.en() + " (provisional: that year's days off are not published yet)")
                : comparison;
        return new Finding(
                institution + "/" + step.name(),
                Text.of("“%s”的期限", "time for “%s”", step.title()),
                edition,
                null,
                "",
                true,
                at.toLocalDate(),
                inputs,
                told,
                holds,
                null,
                Text.NONE,
                provisional,
                List.of());
    }
}
