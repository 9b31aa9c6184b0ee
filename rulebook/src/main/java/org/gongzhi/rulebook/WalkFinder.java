package org.gongzhi.rulebook;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shortest walk of real acts that leads somewhere (最短走查), as lines that can be pasted under {@code examples:}. It
 * tries every act of every role and every timer, breadth first, each state once.
 */
public final class WalkFinder {
    private static final int MOST_STATES = 20_000;
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final Course course;
    private final Goal allowed;

    /** A way gone in a walk. */
    @FunctionalInterface
    public interface Goal {
        /** Whether a walk may end with the way {@code by} from a step to a step. */
        boolean isReached(String from, String by, String to);
    }

    /** A state with the line that led to it. */
    private record Visit(State state, @Nullable Visit before, String line) {}

    private WalkFinder(Course course, Goal allowed) {
        this.course = course;
        this.allowed = allowed;
    }

    /** The lines of the shortest walk to a goal; empty if there is none, or none within 20,000 states. */
    public static List<String> find(Course course, Goal goal) {
        return find(course, (from, by, to) -> true, goal);
    }

    /** The same, going only some ways. */
    public static List<String> find(Course course, Goal allowed, Goal goal) {
        return new WalkFinder(course, allowed)
                .search(goal)
                .map(WalkFinder::lines)
                .orElse(List.of());
    }

    private Optional<Visit> search(Goal goal) {
        Optional<Visit> first = open();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (goal.isReached("", "opens", first.get().state().step())) {
            return first;
        }
        Set<String> seen = new HashSet<>(Set.of(key(first.get().state())));
        Deque<Visit> open = new ArrayDeque<>(List.of(first.get()));
        while (!open.isEmpty() && seen.size() < MOST_STATES) {
            Visit visit = open.removeFirst();
            for (Visit next : next(visit)) {
                String by = next.line().startsWith("time ")
                        ? "timeout"
                        : next.line().split(" ", 3)[1];
                if (!allowed.isReached(visit.state().step(), by, next.state().step())) {
                    continue;
                }
                if (goal.isReached(visit.state().step(), by, next.state().step())) {
                    return Optional.of(next);
                }
                if (seen.add(key(next.state()))) {
                    open.addLast(next);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Visit> open() {
        Institution institution = course.institution();
        LocalDate day = institution.from().isAfter(MONDAY) ? institution.from() : MONDAY;
        String by =
                institution.by().stream().map(Institution.Ref::name).findFirst().orElse("anyone");
        String through = institution.through().stream().findFirst().orElse("");
        LocalDateTime at = day.atTime(9, 0);
        Map<String, String> answers = course.filled(institution.form(), List.of(), Map.of());
        return course.open(new Opening(by, through, at, answers)) instanceof Outcome.Done done
                ? Optional.of(new Visit(done.now(), null, line(by + " opens " + Clock.told(at), done.now())))
                : Optional.empty();
    }

    private List<Visit> next(Visit visit) {
        State state = visit.state();
        List<Visit> next = new ArrayList<>();
        Set<String> roles = new HashSet<>(state.escalated());
        roles.add(Institution.OPENER);
        Institution.@Nullable Ref who = course.step(state.step()).who();
        if (who != null) {
            roles.add(who.name());
        }
        LocalDateTime at = state.since().plusMinutes(1);
        for (Possible possible : course.possible(state, roles)) {
            Map<String, String> answers = course.filled(possible.fields(), possible.assigns(), Map.of());
            Deed deed = new Deed(possible.action(), roles, at, answers);
            if (course.act(state, deed) instanceof Outcome.Done done) {
                String told = possible.role() + " " + possible.action() + " " + Clock.told(at);
                next.add(new Visit(done.now(), visit, line(told, done.now())));
            }
        }
        LocalDateTime timer = state.next();
        if (timer != null) {
            Outcome.Done done = course.elapse(state, timer);
            next.add(new Visit(done.now(), visit, line("time passes to " + Clock.told(timer), done.now())));
        }
        return next;
    }

    private static String line(String told, State now) {
        return told + " -> " + now.step();
    }

    private static String key(State state) {
        State.@Nullable Pause paused = state.paused();
        return state.step() + state.counts() + state.fired() + (paused == null ? "" : paused.step());
    }

    private static List<String> lines(Visit last) {
        List<String> lines = new ArrayList<>();
        for (Visit visit = last; visit != null; visit = visit.before()) {
            lines.addFirst("      " + visit.line());
        }
        lines.addFirst("  - walk: |");
        return lines;
    }
}
