package org.gongzhi.rulebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;
import org.jspecify.annotations.Nullable;

/**
 * Walks an institution along an example told as text (走查): each line an act or the passing of time, an arrow, and what must
 * come of it.
 */
public final class Walker {
    private static final Pattern ACT = Pattern.compile(
            "(?<who>[a-z0-9.-]+) (?<verb>[a-z0-9-]+) (?<at>[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2})"
                    + "(?: \\((?<with>[^)]*)\\))?");
    private static final Pattern TIME =
            Pattern.compile("time passes to (?<at>[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2})");
    private static final Text EXAMPLE = Text.of(
            "例如  clerk dispatch 2026-03-02 09:20 -> dispatched, due 2026-03-06 18:00",
            "for example  clerk dispatch 2026-03-02 09:20 -> dispatched, due 2026-03-06 18:00");

    private final Course course;
    private @Nullable State state;
    private @Nullable Text refusal;
    private List<Event> events = List.of();

    /** A line of a walk that doesn't come true. */
    public record Stumble(Place place, Text what, Text mend) {}

    private Walker(Course course) {
        this.course = course;
    }

    /** Walks a whole example; the first line that doesn't come true ends it. */
    public static Optional<Stumble> walk(Course course, Institution.Walk walk) {
        Walker walker = new Walker(course);
        for (Institution.Walk.Line line : walk.lines()) {
            Optional<Stumble> stumble = walker.step(line);
            if (stumble.isPresent()) {
                return stumble;
            }
        }
        return Optional.empty();
    }

    private Optional<Stumble> step(Institution.Walk.Line line) {
        int arrow = line.text().indexOf("->");
        if (arrow < 0) {
            return stumble(line, Text.of("这一行没有 ->", "this line has no ->"), EXAMPLE);
        }
        String told = line.text().substring(0, arrow).strip();
        String expected = line.text().substring(arrow + 2).strip();
        refusal = null;
        events = List.of();
        Optional<Stumble> stumble = act(line, told);
        return stumble.isPresent() ? stumble : compare(line, expected);
    }

    private Optional<Stumble> act(Institution.Walk.Line line, String told) {
        Matcher time = TIME.matcher(told);
        Matcher act = ACT.matcher(told);
        if (time.matches()) {
            Optional<LocalDateTime> at = instant(time.group("at"));
            if (at.isEmpty() || state == null) {
                return stumble(line, Text.of("这一行读不懂", "this line can't be read"), EXAMPLE);
            }
            take(course.elapse(state, at.get()));
            return Optional.empty();
        }
        Optional<LocalDateTime> at = act.matches() ? instant(act.group("at")) : Optional.empty();
        if (at.isEmpty()) {
            return stumble(line, Text.of("这一行读不懂", "this line can't be read"), EXAMPLE);
        }
        Map<String, String> given = given(act.group("with"));
        String who = act.group("who");
        String verb = act.group("verb");
        if (verb.equals("opens")) {
            List<String> channels = course.institution().through();
            Map<String, String> answers = course.filled(course.institution().form(), List.of(), given);
            take(course.open(new Opening(who, channels.isEmpty() ? "" : channels.getFirst(), at.get(), answers)));
            return Optional.empty();
        }
        State now = state;
        if (now == null) {
            return stumble(
                    line,
                    Text.of("走查应从 opens 开始", "a walk begins with `opens`"),
                    Text.of(
                            "例如  anyone opens 2026-03-02 08:10 -> received",
                            "for example  anyone opens 2026-03-02 08:10 -> received"));
        }
        Outcome.Done before = course.elapse(now, at.get().minusNanos(1));
        Map<String, String> answers = given;
        for (Possible possible : course.possible(before.now(), Set.of(who))) {
            if (possible.action().equals(verb)) {
                answers = course.filled(possible.fields(), possible.assigns(), given);
            }
        }
        take(course.act(now, new Deed(verb, Set.of(who), at.get(), answers)));
        return Optional.empty();
    }

    private void take(Outcome outcome) {
        switch (outcome) {
            case Outcome.Done done -> {
                state = done.now();
                events = done.events();
            }
            case Outcome.Refused refused ->
                refusal = refused.beside().size() > 1
                        ? refused.beside().values().iterator().next()
                        : refused.why();
        }
    }

    private Optional<Stumble> compare(Institution.Walk.Line line, String expected) {
        if (expected.equals("not possible")) {
            return refusal != null
                    ? Optional.empty()
                    : stumble(line, Text.of("这一行为是可以的", "this act is possible"), Text.NONE);
        }
        State now = state;
        if (refusal != null || now == null) {
            Text why = refusal == null ? Text.of("没有事项", "there is no matter") : refusal;
            return stumble(line, Text.of("不能这样做：%s", "this can't be done: %s", why), Text.NONE);
        }
        String right = told(now);
        Text mend = Text.of("应为  -> %s", "it is  -> %s", right);
        String[] parts = expected.split(", ", -1);
        if (!parts[0].equals(now.step())) {
            return stumble(
                    line, Text.of("到了“%s”而不是“%s”", "this leads to `%s`, not to `%s`", now.step(), parts[0]), mend);
        }
        for (int i = 1; i < parts.length; i++) {
            if (!comesTrue(parts[i], now)) {
                return stumble(line, Text.of("“%s”不成立", "`%s` doesn't come true", parts[i]), mend);
            }
        }
        return Optional.empty();
    }

    private boolean comesTrue(String part, State now) {
        if (part.equals("no deadline")) {
            return now.due() == null;
        }
        if (part.equals("provisional")) {
            return now.deadline() != null && now.deadline().provisional();
        }
        if (part.startsWith("due ")) {
            return now.due() != null
                    && instant(part.substring("due ".length()))
                            .filter(now.due()::equals)
                            .isPresent();
        }
        return told(part, "told ", Event.Kind.TOLD) || told(part, "escalated to ", Event.Kind.ESCALATED);
    }

    /** {@code told WHOM} or {@code told WHOM at INSTANT}. */
    private boolean told(String part, String begin, Event.Kind kind) {
        if (!part.startsWith(begin)) {
            return false;
        }
        String rest = part.substring(begin.length());
        int at = rest.indexOf(" at ");
        String whom = at < 0 ? rest : rest.substring(0, at);
        @Nullable
        LocalDateTime when =
                at < 0 ? null : instant(rest.substring(at + " at ".length())).orElse(LocalDateTime.MIN);
        return events.stream()
                .anyMatch(event -> event.kind() == kind
                        && event.whom().contains(whom)
                        && (when == null || when.equals(event.at())));
    }

    /** A state and what happened last, as a walk tells it. */
    private String told(State now) {
        StringBuilder told = new StringBuilder(now.step());
        if (now.due() != null) {
            told.append(", due ").append(Clock.told(now.due()));
        }
        for (Event event : events) {
            switch (event.kind()) {
                case TOLD -> event.whom().forEach(whom -> told.append(", told ").append(whom));
                case ESCALATED ->
                    event.whom().forEach(whom -> told.append(", escalated to ").append(whom));
                case OPENED, ACTED, TIMED_OUT, APPEALED -> {}
            }
        }
        return told.toString();
    }

    private static Map<String, String> given(@Nullable String with) {
        Map<String, String> given = new LinkedHashMap<>();
        if (with != null) {
            for (String pair : with.split(", ", -1)) {
                int colon = pair.indexOf(": ");
                if (colon > 0) {
                    given.put(pair.substring(0, colon), pair.substring(colon + 2));
                }
            }
        }
        return given;
    }

    /** {@code 2026-03-02 24:00} is the midnight after that day. */
    private static Optional<LocalDateTime> instant(String text) {
        int blank = text.indexOf(' ');
        if (blank < 0) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(text.substring(0, blank));
            String time = text.substring(blank + 1);
            return Optional.of(
                    time.equals("24:00") ? date.plusDays(1).atStartOfDay() : date.atTime(LocalTime.parse(time)));
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }

    private static Optional<Stumble> stumble(Institution.Walk.Line line, Text what, Text mend) {
        return Optional.of(new Stumble(line.place(), what, mend));
    }
}
