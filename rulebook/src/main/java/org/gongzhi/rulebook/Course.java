package org.gongzhi.rulebook;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongzhi.exact.Text;
import org.jspecify.annotations.Nullable;

/**
 * An institution as it runs, in one edition (制度运行): a pure function from a state and an act to a new state. It knows no
 * clock and no person; whoever calls it says when, and what roles somebody holds.
 */
public final class Course {
    /** The action by which a final step is looked at again. */
    public static final String APPEAL = "appeal";

    static final int MOST_TIMERS = 10_000;

    private final Institution institution;
    private final Rulebook book;
    private final Clock clock;
    private final Answers answers;
    private final Map<String, Institution.Step> steps = new HashMap<>();
    private final Map<String, List<Institution.Overdue>> overdue = new HashMap<>();

    Course(Institution institution, Rulebook book) {
        this.institution = institution;
        this.book = book;
        this.clock = new Clock(book.timetable(), book.digest(), institution.name());
        this.answers = new Answers(institution, book);
        LocalDateTime monday = LocalDateTime.of(2026, 3, 2, 9, 0);
        for (Institution.Step step : institution.steps()) {
            steps.put(step.name(), step);
            overdue.put(
                    step.name(),
                    step.overdue().stream()
                            .sorted(Comparator.comparing(
                                    line -> book.timetable().end(monday, line.after())))
                            .toList());
        }
    }

    public Institution institution() {
        return institution;
    }

    /** The digest of the rulebook that this course runs under. */
    public String edition() {
        return book.digest();
    }

    /** How long the step may take at which a matter stands; empty where nothing limits it. */
    public Optional<Span> period(State state) {
        return span(step(state.step()), state.chosen(), state.since().toLocalDate());
    }

    /** Opens a matter. */
    public Outcome open(Opening opening) {
        if (opening.at().toLocalDate().isBefore(institution.from())) {
            return Outcome.Refused.because(
                    Text.of("“%s”自 %s 起施行", "“%s” is in force from %s", institution.title(), institution.from()));
        }
        boolean may = institution.by().stream()
                .anyMatch(who -> who.name().equals("anyone") || who.name().equals(opening.by()));
        if (!may) {
            return Outcome.Refused.because(
                    Text.of("“%s”不能由“%s”提出", "“%s” can't be opened by “%s”", institution.title(), opening.by()));
        }
        if (!institution.through().isEmpty() && !institution.through().contains(opening.through())) {
            return Outcome.Refused.because(
                    Text.of("“%s”不经“%s”受理", "“%s” is not taken through “%s”", institution.title(), opening.through()));
        }
        Map<String, Text> beside = answers.faults(institution.form(), opening.answers());
        if (!beside.isEmpty()) {
            return new Outcome.Refused(missing(beside), beside, List.of());
        }
        Map<String, String> chosen = new HashMap<>();
        answers.keepChoices(institution.form(), opening.answers(), chosen);
        return new Turn(this, opening.at(), chosen, opening.by()).done();
    }

    /** What is open to somebody who holds certain roles in the matter. */
    public List<Possible> possible(State state, Set<String> roles) {
        Institution.Step step = step(state.step());
        if (step.ending() != null) {
            Institution.@Nullable Appeal appeal = step.appeal();
            return appeal != null && appeal.to() != null && roles.contains(Institution.OPENER)
                    ? List.of(new Possible(
                            APPEAL,
                            Text.of("申诉", "Appeal"),
                            Institution.OPENER,
                            List.of(),
                            List.of(),
                            until(state, appeal)))
                    : List.of();
        }
        Optional<String> role = roleOf(step, state, roles);
        List<Possible> possible = new ArrayList<>();
        for (Institution.Action action : step.actions()) {
            if (role.isPresent() && !isUsedUp(state, action)) {
                possible.add(
                        new Possible(action.name(), action.title(), role.get(), fields(action), assigns(action), null));
            }
        }
        return possible;
    }

    /** Does an act. What was due before its instant happens first. */
    public Outcome act(State state, Deed deed) {
        if (deed.at().isBefore(state.since())) {
            return Outcome.Refused.because(Text.of(
                    "行为时间 %s 早于本步骤开始的 %s",
                    "the act at %s lies before the step's beginning at %s", deed.at(), state.since()));
        }
        Turn turn = new Turn(this, state);
        turn.elapse(deed.at(), false);
        State now = turn.state();
        List<Possible> open = possible(now, deed.roles());
        Optional<Possible> possible =
                open.stream().filter(one -> one.action().equals(deed.action())).findFirst();
        if (possible.isEmpty()) {
            return Outcome.Refused.because(whyNot(now, deed));
        }
        if (turn.step().ending() != null) {
            return appeal(turn, now, deed, possible.get());
        }
        Map<String, Text> beside = answers.faults(possible.get().fields(), deed.answers());
        beside.putAll(answers.seatFaults(possible.get().assigns(), deed.answers()));
        if (!beside.isEmpty()) {
            return new Outcome.Refused(missing(beside), beside, List.of());
        }
        Institution.Action action = turn.step().findAction(deed.action()).orElseThrow();
        List<Finding> findings = new ArrayList<>();
        Optional<Outcome.Refused> against = required(action, deed, findings);
        if (against.isPresent()) {
            return against.get();
        }
        turn.find(findings);
        answers.keepChoices(possible.get().fields(), deed.answers(), turn.chosen());
        for (Institution.Role role : possible.get().assigns()) {
            turn.assigned().put(role.name(), answers.given(deed.answers(), role.name()));
        }
        String to = action.to().name();
        List<Institution.Ref> tells = action.tells();
        Institution.@Nullable Limit limit = action.limit();
        if (limit != null && turn.count(turn.step().name() + "." + action.name()) > limit.atMost()) {
            Institution.@Nullable Move then = limit.then();
            to = then == null ? to : then.to().name();
            tells = then == null || then.tells().isEmpty() ? tells : then.tells();
        }
        turn.tell(deed.at(), tells);
        turn.move(deed.at(), Event.Kind.ACTED, action.name(), possible.get().role(), to);
        return turn.done();
    }

    /** Lets time pass: whatever is due up to and at an instant happens, each at its own instant. */
    public Outcome.Done elapse(State state, LocalDateTime now) {
        Turn turn = new Turn(this, state);
        turn.elapse(now, true);
        return turn.done();
    }

    /** Applies the rules that an action requires; the first that doesn't hold refuses it. */
    private Optional<Outcome.Refused> required(Institution.Action action, Deed deed, List<Finding> findings) {
        for (Institution.Ref rule : action.requires()) {
            switch (book.apply(rule.name(), deed.at().toLocalDate(), deed.answers())) {
                case Judgement.None none -> {
                    return Optional.of(new Outcome.Refused(none.why(), Map.of(), findings));
                }
                case Judgement.Found found -> findings.add(found.finding());
            }
            Finding last = findings.getLast();
            if (!last.holds()) {
                Text why = Text.of("“%s”不成立：%s", "“%s” doesn't hold: %s", last.title(), last.comparison());
                return Optional.of(new Outcome.Refused(why, Map.of(), findings));
            }
        }
        return Optional.empty();
    }

    private Outcome appeal(Turn turn, State now, Deed deed, Possible possible) {
        LocalDateTime until = possible.until();
        if (until != null && deed.at().isAfter(until)) {
            return Outcome.Refused.because(Text.of("申诉期已于 %s 届满", "the time to appeal ended on %s", Clock.told(until)));
        }
        Institution.@Nullable Appeal appeal = turn.step().appeal();
        if (appeal == null || appeal.to() == null) {
            throw new IllegalStateException("no appeal from " + now.step());
        }
        turn.move(
                deed.at(),
                Event.Kind.APPEALED,
                APPEAL,
                Institution.OPENER,
                appeal.to().name());
        return turn.done();
    }

    private @Nullable LocalDateTime until(State state, Institution.Appeal appeal) {
        return appeal.within() == null ? null : book.timetable().end(state.since(), appeal.within());
    }

    private Text whyNot(State now, Deed deed) {
        Institution.Step step = step(now.step());
        if (step.ending() != null) {
            return Text.of("事项已办结：%s", "the matter has ended: %s", step.title());
        }
        Optional<Institution.Action> action = step.findAction(deed.action());
        if (action.isEmpty()) {
            return Text.of("在“%s”不能“%s”", "“%2$s” is not possible at “%1$s”", step.title(), deed.action());
        }
        if (roleOf(step, now, deed.roles()).isEmpty()) {
            return Text.of("“%s”应由%s办理", "“%s” is for %s to do", action.get().title(), roleTitle(step));
        }
        return Text.of(
                "“%s”的次数已用完",
                "“%s” was done as often as it may be", action.get().title());
    }

    private Text roleTitle(Institution.Step step) {
        Institution.@Nullable Ref who = step.who();
        if (who == null || who.name().equals(Institution.OPENER)) {
            return Text.of("提出人", "whoever opened the matter");
        }
        return institution.findRole(who.name()).map(Institution.Role::title).orElse(Text.same(who.name()));
    }

    private static Text missing(Map<String, Text> beside) {
        return beside.size() == 1
                ? beside.values().iterator().next()
                : Text.of("有 %s 处需要更正", "%s things are to be mended", beside.size());
    }

    private static Optional<String> roleOf(Institution.Step step, State state, Set<String> roles) {
        Institution.@Nullable Ref who = step.who();
        if (who != null && roles.contains(who.name())) {
            return Optional.of(who.name());
        }
        return state.escalated().stream().filter(roles::contains).findFirst();
    }

    private static boolean isUsedUp(State state, Institution.Action action) {
        Institution.@Nullable Limit limit = action.limit();
        return limit != null
                && limit.closed()
                && state.counts().getOrDefault(state.step() + "." + action.name(), 0) >= limit.atMost();
    }

    private List<Institution.Field> fields(Institution.Action action) {
        return action.asks().stream()
                .flatMap(ask -> institution.findField(ask.name()).stream())
                .toList();
    }

    private List<Institution.Role> assigns(Institution.Action action) {
        return action.asks().stream()
                .flatMap(ask -> institution.findRole(ask.name()).stream())
                .toList();
    }

    /** The step of a name. */
    Institution.Step step(String name) {
        Institution.@Nullable Step step = steps.get(name);
        if (step == null) {
            throw new IllegalArgumentException("no step `%s` in `%s`".formatted(name, institution.name()));
        }
        return step;
    }

    List<Institution.Overdue> overdue(String step) {
        return overdue.getOrDefault(step, List.of());
    }

    Clock clock() {
        return clock;
    }

    /** How long a step may take, given what was chosen. */
    Optional<Span> span(Institution.Step step, Map<String, String> chosen, LocalDate on) {
        Institution.@Nullable Within within = step.within();
        if (within == null) {
            return Optional.empty();
        }
        return switch (within) {
            case Institution.Within.Fixed fixed -> Optional.of(fixed.span());
            case Institution.Within.ByChoice by ->
                answers.choice(by.field(), chosen.getOrDefault(by.field(), "")).map(Choices.Choice::deadline);
            case Institution.Within.ByRule by -> book.period(by.rule(), on);
        };
    }

    /** The fields a walk left open, filled with something that fits: for examples only. */
    Map<String, String> filled(
            List<Institution.Field> fields, List<Institution.Role> assigns, Map<String, String> given) {
        return answers.filled(fields, assigns, new LinkedHashMap<>(given));
    }
}
