package org.gongzhi.rulebook;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One turn of a matter while it is computed (推演): a state that moves, with what happens on the way. */
final class Turn {
    private final Course course;
    private final List<Event> events = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final LocalDateTime opened;
    private final Map<String, String> assigned;
    private final Map<String, String> chosen;
    private final Map<String, Integer> counts;
    private final List<String> passed;
    private List<String> escalated;
    private Institution.Step step;
    private LocalDateTime since;
    private @Nullable LocalDateTime due;
    private @Nullable Finding deadline;
    private int fired;
    private State.@Nullable Pause paused;

    /** A turn that begins where a matter stands. */
    Turn(Course course, State state) {
        this.course = course;
        this.opened = state.opened();
        this.assigned = new HashMap<>(state.assigned());
        this.chosen = new HashMap<>(state.chosen());
        this.counts = new HashMap<>(state.counts());
        this.passed = new ArrayList<>(state.passed());
        this.escalated = state.escalated();
        this.step = course.step(state.step());
        this.since = state.since();
        this.due = state.due();
        this.deadline = state.deadline();
        this.fired = state.fired();
        this.paused = state.paused();
    }

    /** A turn that opens a matter. */
    Turn(Course course, LocalDateTime at, Map<String, String> chosen, String by) {
        this.course = course;
        this.opened = at;
        this.assigned = new HashMap<>();
        this.chosen = new HashMap<>(chosen);
        this.counts = new HashMap<>();
        this.passed = new ArrayList<>();
        this.escalated = List.of();
        this.step = course.step(course.institution().begins().name());
        this.since = at;
        start(at);
        events.add(new Event(at, Event.Kind.OPENED, "", "", by, step.name(), List.of(), due));
    }

    Map<String, String> assigned() {
        return assigned;
    }

    Map<String, String> chosen() {
        return chosen;
    }

    int count(String key) {
        return counts.merge(key, 1, Integer::sum);
    }

    void find(List<Finding> found) {
        findings.addAll(found);
    }

    void tell(LocalDateTime at, List<Institution.Ref> whom) {
        if (!whom.isEmpty()) {
            List<String> names = whom.stream().map(Institution.Ref::name).toList();
            events.add(new Event(at, Event.Kind.TOLD, step.name(), "", "", "", names, null));
        }
    }

    /** Leaves the step by an act or by itself and begins the next one. */
    void move(LocalDateTime at, Event.Kind kind, String action, String role, String to) {
        Institution.Step from = step;
        if (due != null && kind != Event.Kind.APPEALED) {
            findings.add(course.clock().kept(from, at, due));
        }
        Institution.Step next = course.step(to);
        stopClock(from, next, at);
        step = next;
        since = at;
        fired = 0;
        escalated = List.of();
        start(at);
        events.add(new Event(at, kind, from.name(), action, role, to, List.of(), due));
    }

    private void stopClock(Institution.Step from, Institution.Step next, LocalDateTime at) {
        if (next.stopsClock()) {
            if (!from.stopsClock()) {
                paused = due == null ? null : pause(from, at, due);
            }
        } else if (paused != null && !paused.step().equals(next.name())) {
            paused = null;
        }
    }

    private State.Pause pause(Institution.Step from, LocalDateTime at, LocalDateTime until) {
        Span.Unit unit =
                course.span(from, chosen, since.toLocalDate()).map(Span::unit).orElse(Span.Unit.DAYS);
        return new State.Pause(
                from.name(), until, deadline, course.clock().left(at, until, unit), unit, fired, escalated);
    }

    private void start(LocalDateTime at) {
        if (!passed.contains(step.name())) {
            passed.add(step.name());
        }
        due = null;
        deadline = null;
        State.@Nullable Pause stopped = paused;
        if (stopped != null && stopped.step().equals(step.name()) && stopped.due() != null) {
            set(course.clock().resume(step, at, stopped, stopped.due()));
            boolean over = stopped.left() < 0;
            fired = over ? stopped.fired() : 0;
            escalated = over ? stopped.escalated() : List.of();
            paused = null;
            return;
        }
        course.span(step, chosen, at.toLocalDate())
                .ifPresent(span -> set(course.clock().start(step, at, span)));
    }

    private void set(Clock.Due set) {
        due = set.at();
        deadline = set.finding();
        findings.add(set.finding());
    }

    /** Fires what is due at or before an instant, each at its own instant. */
    void elapse(LocalDateTime now, boolean including) {
        for (int guard = 0; guard < Course.MOST_TIMERS; guard++) {
            @Nullable LocalDateTime next = next();
            if (next == null || next.isAfter(now) || (!including && next.equals(now))) {
                return;
            }
            fire(next);
        }
        throw new IllegalStateException("more than %s timers up to %s in %s"
                .formatted(Course.MOST_TIMERS, now, course.institution().name()));
    }

    private void fire(LocalDateTime at) {
        List<Institution.Overdue> lines = course.overdue(step.name());
        boolean line = due != null
                && fired < lines.size()
                && course.clock().later(due, lines.get(fired).after()).equals(at);
        if (!line) {
            Institution.@Nullable Move move = step.onTimeout();
            if (move == null) {
                throw new IllegalStateException("nothing is due at %s in %s".formatted(at, step.name()));
            }
            tell(at, move.tells());
            move(at, Event.Kind.TIMED_OUT, "", "", move.to().name());
            return;
        }
        Institution.Overdue overdue = lines.get(fired++);
        if (!overdue.tells().isEmpty()) {
            List<String> whom =
                    overdue.tells().stream().map(Bodies.Seat::toString).toList();
            events.add(new Event(at, Event.Kind.TOLD, step.name(), "", "", "", whom, null));
        }
        Bodies.@Nullable Seat higher = overdue.escalatesTo();
        if (higher != null) {
            List<String> more = new ArrayList<>(escalated);
            more.add(higher.toString());
            escalated = List.copyOf(more);
            events.add(new Event(at, Event.Kind.ESCALATED, step.name(), "", "", "", List.of(higher.toString()), null));
        }
    }

    /** The next instant at which something happens by itself. */
    private @Nullable LocalDateTime next() {
        if (due == null) {
            return null;
        }
        List<Institution.Overdue> lines = course.overdue(step.name());
        @Nullable
        LocalDateTime line = fired < lines.size()
                ? course.clock().later(due, lines.get(fired).after())
                : null;
        if (step.onTimeout() == null) {
            return line;
        }
        return line != null && !line.isAfter(due) ? line : due;
    }

    Institution.Step step() {
        return step;
    }

    State state() {
        return new State(
                course.institution().name(),
                course.edition(),
                opened,
                step.name(),
                since,
                due,
                deadline,
                next(),
                fired,
                escalated,
                assigned,
                chosen,
                counts,
                passed,
                paused,
                step.ending());
    }

    Outcome.Done done() {
        return new Outcome.Done(state(), events, findings);
    }
}
