package org.gongzhi.rulebook.expression;

import java.time.LocalDate;
import java.util.List;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Text;
import org.jspecify.annotations.Nullable;

/** Computes an expression in a scene, exactly (求值), and writes it out in figures. */
public final class Evaluation {
    private Evaluation() {}

    /**
     * Whether a requirement holds.
     *
     * @throws Cannot if it has no value in this scene
     */
    public static boolean holds(Expression expression, Scene scene) {
        return switch (expression) {
            case Expression.Comparison comparison -> comparison.relation().holds(compare(comparison, scene));
            case Expression.Junction junction ->
                junction.all()
                        ? junction.parts().stream().allMatch(part -> holds(part, scene))
                        : junction.parts().stream().anyMatch(part -> holds(part, scene));
            case Expression.Not not -> !holds(not.of(), scene);
            case Expression.Literal literal -> yes(literal.value());
            case Expression.Input input -> yes(value(input, scene));
            case Expression.Lookup lookup -> yes(value(lookup, scene));
            case Expression.Share share -> throw notARequirement(share);
            case Expression.Arithmetic arithmetic -> throw notARequirement(arithmetic);
            case Expression.Extreme extreme -> throw notARequirement(extreme);
            case Expression.Tally tally -> throw notARequirement(tally);
        };
    }

    /** The left side less the right side, in whole units of what is compared; null for words and yes or no. */
    public static @Nullable Fraction difference(Expression.Comparison comparison, Scene scene) {
        Value left = value(comparison.left(), scene);
        Value right = value(comparison.right(), scene);
        return switch (left) {
            case Value.Amount amount -> amount.number().minus(number(right));
            case Value.On on -> Fraction.of(on.date().toEpochDay() - date(right).toEpochDay());
            case Value.Answer answer -> null;
            case Value.Said said -> null;
            case Value.Lines lines -> null;
        };
    }

    private static int compare(Expression.Comparison comparison, Scene scene) {
        Fraction difference = difference(comparison, scene);
        return difference != null
                ? difference.signum()
                : value(comparison.left(), scene).equals(value(comparison.right(), scene)) ? 0 : 1;
    }

    /**
     * The value of an expression.
     *
     * @throws Cannot if it has none in this scene
     */
    public static Value value(Expression expression, Scene scene) {
        return switch (expression) {
            case Expression.Literal literal -> literal.value();
            case Expression.Input input -> {
                @Nullable Value value = scene.inputs().get(input.name());
                if (value == null) {
                    throw new Cannot(Text.of("没有给出“%s”", "`%s` was not given", input.name()));
                }
                yield value;
            }
            case Expression.Share share -> new Value.Amount(share.share().times(number(value(share.base(), scene))));
            case Expression.Arithmetic arithmetic -> arithmetic(arithmetic, scene);
            case Expression.Extreme extreme -> extreme(extreme, scene);
            case Expression.Tally tally -> tally(tally, scene);
            case Expression.Lookup lookup -> scene.tables().of(lookup.table(), scene.inputs());
            case Expression.Comparison comparison -> new Value.Answer(holds(comparison, scene));
            case Expression.Junction junction -> new Value.Answer(holds(junction, scene));
            case Expression.Not not -> new Value.Answer(holds(not, scene));
        };
    }

    private static Value arithmetic(Expression.Arithmetic sum, Scene scene) {
        Value left = value(sum.left(), scene);
        Value right = value(sum.right(), scene);
        if (left instanceof Value.On on) {
            return right instanceof Value.On other
                    ? Value.Amount.of(on.date().toEpochDay() - other.date().toEpochDay())
                    : new Value.On(moved(on.date(), sum, number(right), scene));
        }
        Fraction one = number(left);
        Fraction other = number(right);
        return new Value.Amount(
                switch (sum.operator()) {
                    case PLUS -> one.plus(other);
                    case MINUS -> one.minus(other);
                    case TIMES -> one.times(other);
                    case BY -> {
                        if (other.signum() == 0) {
                            throw new Cannot(Text.of("不能除以 0", "nothing can be divided by 0"));
                        }
                        yield one.dividedBy(other);
                    }
                });
    }

    /** Month arithmetic keeps the day of the month, or takes the month's last one (Civil Code art. 202). */
    private static LocalDate moved(LocalDate date, Expression.Arithmetic sum, Fraction amount, Scene scene) {
        if (!(sum.right() instanceof Expression.Literal literal && literal.kind() instanceof Kind.Length length)) {
            throw new IllegalStateException("a date moved by " + sum.right());
        }
        int steps = amount.numerator().intValueExact();
        boolean later = sum.operator() == Expression.Operator.PLUS;
        int signed = later ? steps : -steps;
        return switch (length.unit()) {
            case DAYS -> date.plusDays(signed);
            case MONTHS -> date.plusMonths(signed);
            case YEARS -> date.plusYears(signed);
            case WORKING_DAYS ->
                later
                        ? scene.timetable().workingDay(date, steps)
                        : scene.timetable().workingDayBefore(date, steps);
            case HOURS, WORKING_HOURS -> throw new IllegalStateException("a date moved by hours");
        };
    }

    private static Value extreme(Expression.Extreme extreme, Scene scene) {
        Value best = value(extreme.among().getFirst(), scene);
        for (Expression one : extreme.among()) {
            Value value = value(one, scene);
            int order = best instanceof Value.On on
                    ? date(value).compareTo(on.date())
                    : number(value).compareTo(number(best));
            if (extreme.greatest() ? order > 0 : order < 0) {
                best = value;
            }
        }
        return best;
    }

    private static Value tally(Expression.Tally tally, Scene scene) {
        if (!(scene.inputs().get(tally.roll()) instanceof Value.Lines roll
                && scene.kinds().get(tally.roll()) instanceof Kind.Roll kind)) {
            throw new Cannot(Text.of("没有给出名单“%s”", "the roll `%s` was not given", tally.roll()));
        }
        return Value.Amount.of(roll.lines().stream()
                .filter(line -> holds(tally.where(), scene.with(line, kind.facts())))
                .count());
    }

    /** The expression in figures: {@code 2/3 × 24}. */
    public static void figures(Expression expression, Scene scene, StringBuilder out) {
        switch (expression) {
            case Expression.Literal literal -> out.append(literal.value().told(literal.kind()));
            case Expression.Input input -> out.append(value(input, scene).told(kind(input, scene)));
            case Expression.Lookup lookup -> out.append(value(lookup, scene).told(kind(lookup, scene)));
            case Expression.Tally tally -> out.append(value(tally, scene).told(kind(tally, scene)));
            case Expression.Share share -> {
                out.append(share.share()).append(" × ");
                inner(share.base(), scene, out);
            }
            case Expression.Arithmetic arithmetic -> {
                inner(arithmetic.left(), scene, out);
                out.append(' ').append(arithmetic.operator().sign()).append(' ');
                inner(arithmetic.right(), scene, out);
            }
            case Expression.Extreme extreme -> {
                out.append(extreme.greatest() ? "max(" : "min(");
                List<Expression> among = extreme.among();
                for (int i = 0; i < among.size(); i++) {
                    out.append(i == 0 ? "" : ", ");
                    figures(among.get(i), scene, out);
                }
                out.append(')');
            }
            case Expression.Comparison comparison -> {
                figures(comparison.left(), scene, out);
                result(comparison.left(), scene, out);
                out.append(' ').append(comparison.relation().sign()).append(' ');
                figures(comparison.right(), scene, out);
                result(comparison.right(), scene, out);
            }
            case Expression.Junction junction -> out.append(holds(junction, scene) ? "yes" : "no");
            case Expression.Not not -> out.append(holds(not, scene) ? "yes" : "no");
        }
    }

    private static void inner(Expression expression, Scene scene, StringBuilder out) {
        boolean nested = expression instanceof Expression.Arithmetic || expression instanceof Expression.Share;
        out.append(nested ? "(" : "");
        figures(expression, scene, out);
        out.append(nested ? ")" : "");
    }

    private static void result(Expression expression, Scene scene, StringBuilder out) {
        if (expression instanceof Expression.Share
                || expression instanceof Expression.Arithmetic
                || expression instanceof Expression.Extreme) {
            out.append(" = ").append(value(expression, scene).told(kind(expression, scene)));
        }
    }

    /** The kind of an expression that has passed {@link Typing}. */
    public static Kind kind(Expression expression, Scene scene) {
        return switch (expression) {
            case Expression.Literal literal -> literal.kind();
            case Expression.Input input -> known(scene.kinds().get(input.name()), input.name());
            case Expression.Lookup lookup -> known(scene.tableKinds().get(lookup.table()), lookup.table());
            case Expression.Tally tally ->
                known(scene.kinds().get(tally.roll()), tally.roll()) instanceof Kind.Roll roll
                        ? new Kind.Count(roll.thing())
                        : new Kind.Plain();
            case Expression.Share share -> kind(share.base(), scene);
            case Expression.Arithmetic arithmetic -> {
                Kind left = kind(arithmetic.left(), scene);
                Kind right = kind(arithmetic.right(), scene);
                if (left instanceof Kind.Day && right instanceof Kind.Day) {
                    yield new Kind.Length(org.gongzhi.rulebook.Span.Unit.DAYS);
                }
                boolean ratio = arithmetic.operator() == Expression.Operator.BY && left.equals(right);
                yield ratio ? new Kind.Plain() : left instanceof Kind.Plain ? right : left;
            }
            case Expression.Extreme extreme ->
                extreme.among().stream()
                        .map(one -> kind(one, scene))
                        .filter(kind -> !(kind instanceof Kind.Plain))
                        .findFirst()
                        .orElse(new Kind.Plain());
            case Expression.Comparison comparison -> new Kind.YesNo();
            case Expression.Junction junction -> new Kind.YesNo();
            case Expression.Not not -> new Kind.YesNo();
        };
    }

    private static Kind known(@Nullable Kind kind, String name) {
        if (kind == null) {
            throw new IllegalStateException("`%s` has no kind".formatted(name));
        }
        return kind;
    }

    private static boolean yes(Value value) {
        return value instanceof Value.Answer answer && answer.yes();
    }

    private static Fraction number(Value value) {
        if (value instanceof Value.Amount amount) {
            return amount.number();
        }
        throw new IllegalStateException("%s is not an amount".formatted(value));
    }

    private static LocalDate date(Value value) {
        if (value instanceof Value.On on) {
            return on.date();
        }
        throw new IllegalStateException("%s is not a date".formatted(value));
    }

    private static IllegalStateException notARequirement(Expression expression) {
        return new IllegalStateException("%s is no requirement".formatted(expression));
    }
}
