package org.gongzhi.rulebook.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Span;
import org.gongzhi.rulebook.expression.Expression;
import org.gongzhi.rulebook.expression.Kind;
import org.gongzhi.rulebook.expression.Relation;
import org.gongzhi.rulebook.expression.Value;
import org.gongzhi.rulebook.tree.Faults;
import org.gongzhi.rulebook.tree.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Gives every part of an expression its kind (类型检查). Things that can't be compared are a fault here, so that evaluation
 * never meets them.
 */
public final class Typing {
    private static final Text BASE_MEND =
            Text.of("请写明基数，例如  2/3 of members", "name the base, for example  2/3 of members");

    private final Map<String, Kind> inputs;
    private final Map<String, Kind> tables;
    private final Faults faults;

    /** An expression with its kind, its words resolved. */
    public record Typed(Expression expression, Kind kind) {}

    public Typing(Map<String, Kind> inputs, Map<String, Kind> tables, Faults faults) {
        this.inputs = inputs;
        this.tables = tables;
        this.faults = faults;
    }

    /** The expression if it is one that holds or doesn't; otherwise empty with a fault. */
    public Optional<Expression> requirement(Expression expression) {
        return type(expression).flatMap(typed -> {
            if (typed.kind() instanceof Kind.YesNo) {
                return Optional.of(typed.expression());
            }
            faults.add(
                    "R160",
                    expression.place(),
                    Text.of(
                            "这是%s，不是要求",
                            "this is %s, not a requirement", typed.kind().told()),
                    Text.of(
                            "请与某数比较，例如  present >= 2/3 of members",
                            "compare it, for example  present >= 2/3 of members"));
            return Optional.empty();
        });
    }

    /** The expression with its kind, or empty with a fault. */
    public Optional<Typed> type(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> Optional.of(new Typed(literal, literal.kind()));
            case Expression.Input input -> input(input);
            case Expression.Share share -> share(share);
            case Expression.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Expression.Extreme extreme -> extreme(extreme);
            case Expression.Tally tally -> tally(tally);
            case Expression.Lookup lookup -> lookup(lookup);
            case Expression.Comparison comparison -> comparison(comparison);
            case Expression.Junction junction -> junction(junction);
            case Expression.Not not ->
                requirement(not.of()).map(inner -> new Typed(new Expression.Not(not.place(), inner), new Kind.YesNo()));
        };
    }

    private Optional<Typed> input(Expression.Input input) {
        @Nullable Kind kind = inputs.get(input.name());
        if (kind == null) {
            faults.add(
                    "R160",
                    input.place(),
                    Text.of("没有“%s”这个输入", "there is no input `%s`", input.name()),
                    Nearest.mend(input.name(), inputs.keySet()));
            return Optional.empty();
        }
        return Optional.of(new Typed(input, kind));
    }

    private Optional<Typed> lookup(Expression.Lookup lookup) {
        @Nullable Kind kind = tables.get(lookup.table());
        if (kind == null) {
            faults.add(
                    "R160",
                    lookup.place(),
                    Text.of("没有“%s”这张表", "there is no table `%s`", lookup.table()),
                    Nearest.mend(lookup.table(), tables.keySet()));
            return Optional.empty();
        }
        return Optional.of(new Typed(lookup, kind));
    }

    private Optional<Typed> share(Expression.Share share) {
        Optional<Typed> base = type(share.base());
        if (base.isEmpty()) {
            return Optional.empty();
        }
        Kind kind = base.get().kind();
        if (!isAmount(kind) || base.get().expression() instanceof Expression.Literal) {
            return wrong(
                    share.base().place(),
                    Text.of("份额的基数不能是%s", "the base of a share can't be %s", kind.told()),
                    BASE_MEND);
        }
        return Optional.of(new Typed(
                new Expression.Share(share.place(), share.share(), base.get().expression()), kind));
    }

    private Optional<Typed> arithmetic(Expression.Arithmetic sum) {
        Optional<Typed> left = type(sum.left());
        Optional<Typed> right = type(sum.right());
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        Optional<Kind> kind = switch (sum.operator()) {
            case PLUS, MINUS -> sumKind(sum.operator(), left.get(), right.get());
            case TIMES -> timesKind(left.get().kind(), right.get().kind());
            case BY -> byKind(left.get().kind(), right.get().kind());
        };
        if (kind.isEmpty()) {
            return wrong(
                    sum.place(),
                    Text.of(
                            "%s %s %s 没有意义",
                            "%s %s %s means nothing",
                            left.get().kind().told(),
                            sum.operator().sign(),
                            right.get().kind().told()),
                    Text.NONE);
        }
        return Optional.of(new Typed(
                new Expression.Arithmetic(
                        sum.place(),
                        sum.operator(),
                        left.get().expression(),
                        right.get().expression()),
                kind.get()));
    }

    private static Optional<Kind> sumKind(Expression.Operator operator, Typed left, Typed right) {
        if (left.kind() instanceof Kind.Day) {
            if (right.kind() instanceof Kind.Day) {
                return operator == Expression.Operator.MINUS
                        ? Optional.of(new Kind.Length(Span.Unit.DAYS))
                        : Optional.empty();
            }
            boolean dated = right.kind() instanceof Kind.Length length
                    && length.unit() != Span.Unit.HOURS
                    && length.unit() != Span.Unit.WORKING_HOURS;
            return dated && right.expression() instanceof Expression.Literal
                    ? Optional.of(new Kind.Day())
                    : Optional.empty();
        }
        return common(left, right).filter(Typing::isAmount);
    }

    private static Optional<Kind> timesKind(Kind left, Kind right) {
        if (left instanceof Kind.Plain && isAmount(right)) {
            return Optional.of(right);
        }
        return right instanceof Kind.Plain && isAmount(left) ? Optional.of(left) : Optional.empty();
    }

    private static Optional<Kind> byKind(Kind left, Kind right) {
        if (right instanceof Kind.Plain && isAmount(left)) {
            return Optional.of(left);
        }
        return left.equals(right) && isAmount(left) ? Optional.of(new Kind.Plain()) : Optional.empty();
    }

    private Optional<Typed> extreme(Expression.Extreme extreme) {
        List<Expression> among = new ArrayList<>();
        @Nullable Typed common = null;
        for (Expression one : extreme.among()) {
            Optional<Typed> typed = type(one);
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            Optional<Kind> shared = common == null ? Optional.of(typed.get().kind()) : common(common, typed.get());
            if (shared.isEmpty() || !(isAmount(shared.get()) || shared.get() instanceof Kind.Day)) {
                return wrong(
                        one.place(),
                        Text.of(
                                "%s不能与前面的相比",
                                "%s can't be compared with what stands before it",
                                typed.get().kind().told()),
                        Text.NONE);
            }
            common = new Typed(typed.get().expression(), shared.get());
            among.add(typed.get().expression());
        }
        Kind kind = common == null ? new Kind.Plain() : common.kind();
        return Optional.of(new Typed(new Expression.Extreme(extreme.place(), extreme.greatest(), among), kind));
    }

    private Optional<Typed> tally(Expression.Tally tally) {
        if (!(inputs.get(tally.roll()) instanceof Kind.Roll roll)) {
            return wrong(
                    tally.place(),
                    Text.of("“%s”不是名单", "`%s` is not a roll", tally.roll()),
                    Text.of("只有名单可以用 count 计数", "only a roll can be counted with `count`"));
        }
        Map<String, Kind> inside = new HashMap<>(inputs);
        inside.putAll(roll.facts());
        return new Typing(inside, tables, faults)
                .requirement(tally.where())
                .map(where -> new Typed(
                        new Expression.Tally(tally.place(), tally.roll(), where), new Kind.Count(roll.thing())));
    }

    private Optional<Typed> junction(Expression.Junction junction) {
        List<Expression> parts = new ArrayList<>();
        for (Expression part : junction.parts()) {
            requirement(part).ifPresent(parts::add);
        }
        return parts.size() < junction.parts().size()
                ? Optional.empty()
                : Optional.of(
                        new Typed(new Expression.Junction(junction.place(), junction.all(), parts), new Kind.YesNo()));
    }

    private Optional<Typed> comparison(Expression.Comparison comparison) {
        Optional<Typed> left = side(comparison.left(), comparison.right());
        Optional<Typed> right = side(comparison.right(), comparison.left());
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        Kind kind = left.get().kind();
        boolean ordered = comparison.relation() != Relation.EQUAL && comparison.relation() != Relation.OTHER;
        Optional<Kind> shared = common(left.get(), right.get());
        if (shared.isEmpty()) {
            boolean share = isCountAndShare(left.get(), right.get()) || isCountAndShare(right.get(), left.get());
            return wrong(
                    comparison.place(),
                    share
                            ? Text.of("没有说明是谁的份额", "the share has no base")
                            : Text.of(
                                    "%s不能与%s相比",
                                    "%s can't be compared with %s",
                                    kind.told(),
                                    right.get().kind().told()),
                    share ? BASE_MEND : Text.NONE);
        }
        if ((ordered && (kind instanceof Kind.Word || kind instanceof Kind.YesNo)) || kind instanceof Kind.Roll) {
            return wrong(
                    comparison.place(),
                    Text.of("%s没有大小", "%s is neither more nor less", kind.told()),
                    Text.of("请用 = 或 !=", "use = or !="));
        }
        return Optional.of(new Typed(
                new Expression.Comparison(
                        comparison.place(),
                        comparison.relation(),
                        left.get().expression(),
                        right.get().expression()),
                new Kind.YesNo()));
    }

    /** A name beside a word of a choice is that word, not an input. */
    private Optional<Typed> side(Expression one, Expression other) {
        if (one instanceof Expression.Input word
                && !inputs.containsKey(word.name())
                && other instanceof Expression.Input input
                && inputs.get(input.name()) instanceof Kind.Word choice) {
            if (choice.choices().contains(word.name())) {
                return Optional.of(
                        new Typed(new Expression.Literal(word.place(), new Value.Said(word.name()), choice), choice));
            }
            return wrong(
                    word.place(),
                    Text.of("“%s”不是 %s 的取值", "`%s` is no value of `%s`", word.name(), input.name()),
                    Nearest.mend(word.name(), new TreeSet<>(choice.choices())));
        }
        return type(one);
    }

    private static boolean isCountAndShare(Typed count, Typed share) {
        return !(count.kind() instanceof Kind.Plain) && isAmount(count.kind()) && share.kind() instanceof Kind.Plain;
    }

    /** The kind that two sides share: the same one, or a whole number written beside a count. */
    private static Optional<Kind> common(Typed left, Typed right) {
        if (left.kind().equals(right.kind())) {
            return Optional.of(left.kind());
        }
        if (isWholeLiteral(right) && left.kind() instanceof Kind.Count) {
            return Optional.of(left.kind());
        }
        return isWholeLiteral(left) && right.kind() instanceof Kind.Count
                ? Optional.of(right.kind())
                : Optional.empty();
    }

    private static boolean isWholeLiteral(Typed typed) {
        return typed.kind() instanceof Kind.Plain
                && typed.expression() instanceof Expression.Literal literal
                && literal.value() instanceof Value.Amount amount
                && amount.number().isWhole();
    }

    private static boolean isAmount(Kind kind) {
        return switch (kind) {
            case Kind.Count count -> true;
            case Kind.Plain number -> true;
            case Kind.Money money -> true;
            case Kind.Length length -> true;
            case Kind.Day day -> false;
            case Kind.YesNo yesNo -> false;
            case Kind.Word word -> false;
            case Kind.Roll roll -> false;
        };
    }

    private Optional<Typed> wrong(Place place, Text what, Text mend) {
        faults.add("R160", place, what, mend);
        return Optional.empty();
    }
}
