package org.gongzhi.rulebook.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Bodies;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Organ;
import org.gongzhi.rulebook.Rule;
import org.gongzhi.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * Tells in sentences who may do what, by when, under which rule, and what happens if not (制度说明): for a step, a role, a body.
 */
public final class Telling {
    private final Institution institution;
    private final Rulebook book;

    public Telling(Institution institution, Rulebook book) {
        this.institution = institution;
        this.book = book;
    }

    /** Everything that concerns one step. */
    public List<Text> step(Institution.Step step) {
        List<Text> told = new ArrayList<>();
        if (step.ending() != null) {
            told.add(Text.of(
                    "“%s”是终点（%s）。",
                    "`%s` is an end (%s).",
                    step.title(),
                    step.ending() == Institution.Ending.DONE ? Text.of("办结", "done") : Text.of("不予办理", "declined")));
            appeal(step, told);
            return told;
        }
        told.add(period(step));
        organ(step, told);
        step.actions().forEach(action -> told.add(action(action)));
        late(step, told);
        return told;
    }

    /** What a role does, step by step. */
    public List<Text> role(Institution.Role role) {
        List<Text> told = new ArrayList<>();
        told.add(holder(role));
        institution.steps().stream()
                .filter(step -> step.who() != null && step.who().name().equals(role.name()))
                .forEach(step -> told.addAll(step(step)));
        return told;
    }

    /** What a body does in one institution; empty if it has no part in it. */
    public static List<Text> body(Bodies.Body body, Institution institution, Rulebook book) {
        Telling telling = new Telling(institution, book);
        return institution.roles().stream()
                .filter(role ->
                        role.seats().stream().anyMatch(seat -> seat.body().equals(body.name())))
                .flatMap(role -> telling.role(role).stream())
                .toList();
    }

    /** Who holds a role. */
    Text holder(Institution.Role role) {
        Text deputy = role.deputy() == null
                ? Text.NONE
                : Text.of(
                        "；空缺时由%s代理",
                        "; if the post is vacant, %s acts", book.bodies().title(role.deputy()));
        if (role.seat() != null) {
            return Text.of(
                    "%s由%s担任%s。", "%s is %s%s.", role.title(), book.bodies().title(role.seat()), deputy);
        }
        Text from = role.from().stream()
                .map(book.bodies()::title)
                .reduce((one, other) -> new Text(one.zh() + "、" + other.zh(), one.en() + ", " + other.en()))
                .orElse(Text.NONE);
        Text by =
                role.assignedBy() == null ? Text.NONE : title(role.assignedBy().name());
        return Text.of("%s由%s从%s中指定。", "%1$s is named by %2$s from: %3$s.", role.title(), by, from);
    }

    private Text period(Institution.Step step) {
        Text who = step.who() == null ? Text.NONE : title(step.who().name());
        Text function = step.function() == null
                ? Text.NONE
                : Text.of("（%s）", " (to %s)", step.function().title());
        Text within = within(step);
        return within.isEmpty()
                ? Text.of("“%s”由%s%s办理。", "`%s` is for %s%s.", step.title(), who, function)
                : Text.of(
                        "“%s”由%s%s在%s内办理%s。",
                        "`%s` is for %s%s, within %s%s.",
                        step.title(),
                        who,
                        function,
                        within,
                        step.stopsClock()
                                ? Text.of("，其间原期限中止", "; meanwhile the clock before it stands still")
                                : Text.NONE);
    }

    /** The period in words, with the rule behind it. */
    Text within(Institution.Step step) {
        Institution.@Nullable Within within = step.within();
        if (within == null) {
            return Text.NONE;
        }
        return switch (within) {
            case Institution.Within.Fixed fixed -> fixed.span().told();
            case Institution.Within.ByChoice by ->
                Text.of(
                        "“%s”所定期限",
                        "the time set for its `%s`",
                        institution
                                .findField(by.field())
                                .map(Institution.Field::title)
                                .orElse(Text.same(by.field())));
            case Institution.Within.ByRule by -> {
                Text title = book.findRule(by.rule()).map(Rule::title).orElse(Text.same(by.rule()));
                Text span = book.period(by.rule(), institution.from())
                        .map(one -> one.told())
                        .orElse(Text.NONE);
                yield Text.of("规则“%s”所定期限（%s）", "the time of the rule `%s` (%s)", title, span);
            }
        };
    }

    private void organ(Institution.Step step, List<Text> told) {
        Organ organ = step.organ();
        if (organ == null) {
            return;
        }
        told.add(
                switch (organ) {
                    case Organ.Vote vote ->
                        Text.of(
                                "由%s开会表决，到会人数适用“%s”，通过适用“%s”。",
                                "%s votes in a meeting; the quorum is `%s`, the majority `%s`.",
                                book.bodies().title(vote.by()),
                                ruleTitle(vote.quorum().name()),
                                ruleTitle(vote.carried().name()));
                    case Organ.Ballot ballot -> Text.of("投票办理。", "A ballot is held.");
                    case Organ.Rating rating ->
                        Text.of(
                                "由%s评议。",
                                "Rated by %s.",
                                rating.raters().stream()
                                        .map(this::person)
                                        .reduce((a, b) -> new Text(a.zh() + "、" + b.zh(), a.en() + ", " + b.en()))
                                        .orElse(Text.NONE));
                    case Organ.Notice notice ->
                        Text.of(
                                "公示，异议向%s提出。",
                                "A public notice; objections go to %s.",
                                title(notice.objectionsTo().name()));
                    case Organ.Payment payment ->
                        Text.of(
                                "付款由%s审批。",
                                "The payment is approved by %s.",
                                payment.approvedBy() == null
                                        ? Text.NONE
                                        : title(payment.approvedBy().name()));
                    case Organ.Document document -> Text.of("出具文书。", "A document is made.");
                    case Organ.SubMatter sub ->
                        Text.of("另开“%s”。", "`%s` is opened.", sub.institution().name());
                });
    }

    private Text person(Bodies.Seat seat) {
        @Nullable Text people = book.bodies().people().get(seat.toString());
        return people == null ? book.bodies().title(seat) : people;
    }

    private Text action(Institution.Action action) {
        Text asks = action.asks().stream()
                .map(ask -> institution
                        .findField(ask.name())
                        .map(Institution.Field::title)
                        .or(() -> institution.findRole(ask.name()).map(Institution.Role::title))
                        .orElse(Text.same(ask.name())))
                .reduce((one, other) -> new Text(one.zh() + "、" + other.zh(), one.en() + ", " + other.en()))
                .map(list -> Text.of("，填写%s", ", giving %s", list))
                .orElse(Text.NONE);
        Text requires = action.requires().stream()
                .map(rule -> ruleTitle(rule.name()))
                .reduce((one, other) -> new Text(one.zh() + "、" + other.zh(), one.en() + ", " + other.en()))
                .map(list -> Text.of("，须符合“%s”", ", if `%s` holds", list))
                .orElse(Text.NONE);
        Institution.@Nullable Limit limit = action.limit();
        Text often = Text.NONE;
        if (limit != null) {
            often = limit.then() == null
                    ? Text.of("（最多%s次）", " (at most %s times)", limit.atMost())
                    : Text.of(
                            "（最多%s次，之后转“%s”）",
                            " (at most %s times, then to `%s`)",
                            limit.atMost(),
                            stepTitle(limit.then().to().name()));
        }
        return Text.of(
                "可“%s”%s%s，转“%s”%s。",
                "Possible: `%s`%s%s, to `%s`%s.",
                action.title(),
                asks,
                requires,
                stepTitle(action.to().name()),
                often);
    }

    private void late(Institution.Step step, List<Text> told) {
        Bodies bodies = book.bodies();
        for (Institution.Overdue line : step.overdue()) {
            Text after = line.after().amount() == 0
                    ? Text.of("逾期后立即", "when overdue,")
                    : Text.of("逾期%s后", "%s overdue,", line.after().told());
            if (!line.tells().isEmpty()) {
                String zh = line.tells().stream()
                        .map(seat -> bodies.title(seat).zh())
                        .collect(Collectors.joining("、"));
                String en = line.tells().stream()
                        .map(seat -> bodies.title(seat).en())
                        .collect(Collectors.joining(", "));
                told.add(Text.of("%s告知%s。", "%s %s is told.", after, new Text(zh, en)));
            }
            if (line.escalatesTo() != null) {
                told.add(Text.of("%s，%s也可办理。", "%s %s may act too.", after, bodies.title(line.escalatesTo())));
            }
        }
        if (step.onTimeout() != null) {
            told.add(Text.of(
                    "到时未办，自动转“%s”。",
                    "If nothing is done in time, it goes to `%s` by itself.",
                    stepTitle(step.onTimeout().to().name())));
        }
    }

    private void appeal(Institution.Step step, List<Text> told) {
        Institution.@Nullable Appeal appeal = step.appeal();
        if (appeal == null) {
            return;
        }
        if (appeal.to() == null) {
            told.add(Text.of("救济：%s。", "Remedy: %s.", appeal.outside() == null ? Text.NONE : appeal.outside()));
            return;
        }
        Text within = appeal.within() == null
                ? Text.NONE
                : Text.of("可在%s内", "within %s ", appeal.within().told());
        told.add(Text.of(
                "%s申诉，转“%s”。",
                "An appeal %sleads to `%s`.", within, stepTitle(appeal.to().name())));
    }

    Text title(String role) {
        if (role.equals(Institution.OPENER)) {
            return Text.of("提出人", "whoever opened it");
        }
        return institution.findRole(role).map(Institution.Role::title).orElse(Text.same(role));
    }

    private Text stepTitle(String step) {
        return institution.findStep(step).map(Institution.Step::title).orElse(Text.same(step));
    }

    private Text ruleTitle(String rule) {
        return book.findRule(rule).map(Rule::title).orElse(Text.same(rule));
    }
}
