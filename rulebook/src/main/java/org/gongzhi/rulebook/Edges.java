package org.gongzhi.rulebook;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.expression.Cannot;
import org.gongzhi.rulebook.expression.Evaluation;
import org.gongzhi.rulebook.expression.Expression;
import org.gongzhi.rulebook.expression.Kind;
import org.gongzhi.rulebook.expression.Relation;
import org.gongzhi.rulebook.expression.Scene;
import org.gongzhi.rulebook.expression.Value;
import org.jspecify.annotations.Nullable;

/**
 * Computes the edges of a rule (边界): for every comparison, in every version and exception, the row at which it just holds and
 * the row at which it just doesn't. An example is wanted for each.
 */
public final class Edges {
    private static final LocalDate EARLY = LocalDate.of(1990, 1, 1);
    private static final int MOST_STARTS = 60;

    private final Rule rule;
    private final RuleCourt court;
    private final List<Missing> missing = new ArrayList<>();

    /**
     * An example that is wanted.
     *
     * @param place the comparison it is wanted for
     * @param example the example as it can be pasted; empty if none could be computed
     */
    public record Missing(Place place, Text what, String example) {}

    /** One side of an edge: what a leaf should come to. EVEN: both sides are equal, so that ≥ and > differ. */
    private enum Side {
        AT,
        BELOW,
        EVEN
    }

    private Edges(Rule rule, RuleCourt court) {
        this.rule = rule;
        this.court = court;
    }

    /** The examples that a rule lacks. */
    public static List<Missing> missing(Rule rule, Rulebook book) {
        Edges edges = new Edges(rule, book.court(rule.name()).orElseThrow());
        for (int i = 0; i < rule.versions().size(); i++) {
            edges.version(i);
        }
        return List.copyOf(edges.missing);
    }

    private void version(int index) {
        Rule.Version version = rule.versions().get(index);
        if (index > 0) {
            dated(version, version.from(), Text.of("施行首日", "the first day in force"));
            dated(version, version.from().minusDays(1), Text.of("施行前一日", "the day before it is in force"));
        }
        requirement(version, null, version.require());
        version.except().forEach(exemption -> requirement(version, exemption, exemption.require()));
    }

    private void dated(Rule.Version version, LocalDate on, Text what) {
        if (rule.examples().stream().noneMatch(example -> example.on().equals(on))) {
            missing.add(new Missing(
                    version.place(), Text.of("没有%s %s 的示例", "there is no example for %s, %s", what, on), ""));
        }
    }

    private void requirement(Rule.Version version, Rule.@Nullable Exemption exemption, Rule.Requirement requirement) {
        switch (requirement) {
            case Rule.Requirement.Group group -> group.parts().forEach(part -> requirement(version, exemption, part));
            case Rule.Requirement.Line line -> leaves(version, exemption, line.expression(), false);
            case Rule.Requirement.Fixed fixed -> {
                boolean shown = rule.examples().stream()
                        .anyMatch(example -> isOf(version, example.on()) && applies(version, exemption, example));
                if (!shown) {
                    missing.add(new Missing(
                            fixed.place(), Text.of("没有这一规定值的示例", "there is no example for this value"), ""));
                }
            }
        }
    }

    private void leaves(
            Rule.Version version, Rule.@Nullable Exemption exemption, Expression expression, boolean contrary) {
        switch (expression) {
            case Expression.Junction junction ->
                junction.parts().forEach(part -> leaves(version, exemption, part, contrary));
            case Expression.Not not -> leaves(version, exemption, not.of(), !contrary);
            case Expression.Comparison comparison -> {
                Relation relation = contrary ? comparison.relation().contrary() : comparison.relation();
                Expression.Comparison leaf =
                        new Expression.Comparison(comparison.place(), relation, comparison.left(), comparison.right());
                side(version, exemption, leaf, Side.AT);
                side(version, exemption, leaf, Side.BELOW);
                if (relation != Relation.EQUAL && relation != Relation.OTHER) {
                    side(version, exemption, leaf, Side.EVEN);
                }
            }
            case Expression.Input input -> {
                side(version, exemption, input, Side.AT);
                side(version, exemption, input, Side.BELOW);
            }
            case Expression.Literal literal -> {}
            case Expression.Lookup lookup -> {}
            case Expression.Share share -> {}
            case Expression.Arithmetic sum -> {}
            case Expression.Extreme extreme -> {}
            case Expression.Tally tally -> {}
        }
    }

    private void side(Rule.Version version, Rule.@Nullable Exemption exemption, Expression leaf, Side side) {
        for (Rule.Example example : rule.examples()) {
            if (isOf(version, example.on())
                    && applies(version, exemption, example)
                    && is(leaf, side, court.scene(version, example.values()))) {
                return;
            }
        }
        Text what = switch (side) {
            case AT -> Text.of("没有恰好成立的示例", "there is no example at which this just holds");
            case BELOW -> Text.of("没有恰好不成立的示例", "there is no example at which this just doesn't hold");
            case EVEN -> Text.of("没有两边相等的示例", "there is no example at which both sides are equal");
        };
        String suggestion = suggestion(version, exemption, leaf, side);
        if (side != Side.EVEN || !suggestion.isEmpty()) {
            missing.add(new Missing(leaf.place(), what, suggestion));
        }
    }

    private boolean isOf(Rule.Version version, LocalDate on) {
        return rule.findVersion(on).filter(version::equals).isPresent();
    }

    private boolean applies(Rule.Version version, Rule.@Nullable Exemption exemption, Rule.Example example) {
        return applies(version, exemption, example.values());
    }

    private boolean applies(Rule.Version version, Rule.@Nullable Exemption exemption, Map<String, Value> values) {
        Scene scene = court.scene(version, values);
        try {
            return exemption == null
                    ? version.except().stream().noneMatch(one -> Evaluation.holds(one.when(), scene))
                    : Evaluation.holds(exemption.when(), scene);
        } catch (Cannot cannot) {
            return false;
        }
    }

    private static boolean is(Expression leaf, Side side, Scene scene) {
        try {
            if (leaf instanceof Expression.Comparison comparison) {
                @Nullable Fraction difference = Evaluation.difference(comparison, scene);
                if (difference != null
                        && comparison.relation() != Relation.EQUAL
                        && comparison.relation() != Relation.OTHER) {
                    if (side == Side.EVEN) {
                        return difference.signum() == 0;
                    }
                    BigInteger margin = comparison.relation().margin(difference);
                    return margin.equals(side == Side.AT ? BigInteger.ZERO : BigInteger.ONE.negate());
                }
            }
            return side != Side.EVEN && Evaluation.holds(leaf, scene) == (side == Side.AT);
        } catch (Cannot cannot) {
            return false;
        }
    }

    /** Moves one input at a time until the leaf stands at its edge; proved by evaluating it. */
    private String suggestion(Rule.Version version, Rule.@Nullable Exemption exemption, Expression leaf, Side side) {
        for (Map<String, Value> start : starts(version)) {
            for (Rule.Input input : rule.inputs()) {
                for (Value value : candidates(version, leaf, start, input)) {
                    Map<String, Value> values = new LinkedHashMap<>(start);
                    values.put(input.name(), value);
                    if (applies(version, exemption, values) && is(leaf, side, court.scene(version, values))) {
                        return written(version, values);
                    }
                }
            }
        }
        return "";
    }

    private List<Map<String, Value>> starts(Rule.Version version) {
        List<Map<String, Value>> starts = new ArrayList<>();
        rule.examples().forEach(example -> {
            if (example.values().size() == rule.inputs().size()) {
                starts.add(example.values());
            }
        });
        for (int size : new int[] {24, 7, 100, 3}) {
            Map<String, Value> plain = new LinkedHashMap<>();
            rule.inputs().forEach(input -> plain.put(input.name(), usual(input.kind(), size, version.from())));
            starts.add(plain);
        }
        for (Rule.Input input : rule.inputs()) {
            if (input.kind() instanceof Kind.YesNo || input.kind() instanceof Kind.Word) {
                starts.addAll(varied(starts, input));
            }
        }
        return starts;
    }

    /** The same facts with each other word, or the other answer, for one input. */
    private static List<Map<String, Value>> varied(List<Map<String, Value>> starts, Rule.Input input) {
        List<Map<String, Value>> varied = new ArrayList<>();
        for (Map<String, Value> start : starts.subList(0, Math.min(starts.size(), MOST_STARTS))) {
            List<Value> values = input.kind() instanceof Kind.Word word
                    ? word.choices().stream()
                            .map(choice -> (Value) new Value.Said(choice))
                            .toList()
                    : List.of(new Value.Answer(true), new Value.Answer(false));
            for (Value value : values) {
                Map<String, Value> other = new LinkedHashMap<>(start);
                other.put(input.name(), value);
                varied.add(other);
            }
        }
        return varied;
    }

    private static Value usual(Kind kind, int size, LocalDate on) {
        return switch (kind) {
            case Kind.Count count -> Value.Amount.of(size);
            case Kind.Plain plain -> Value.Amount.of(size);
            case Kind.Length length -> Value.Amount.of(size);
            case Kind.Money money -> Value.Amount.of(size * 100_000L);
            case Kind.Day day -> new Value.On(on.isBefore(EARLY) ? EARLY : on);
            case Kind.YesNo yesNo -> new Value.Answer(size != 7);
            case Kind.Word word ->
                new Value.Said(
                        word.choices().isEmpty()
                                ? ""
                                : word.choices().get(size % word.choices().size()));
            case Kind.Roll roll -> new Value.Lines(List.of());
        };
    }

    private List<Value> candidates(Rule.Version version, Expression leaf, Map<String, Value> start, Rule.Input input) {
        return switch (input.kind()) {
            case Kind.YesNo yesNo -> List.of(new Value.Answer(true), new Value.Answer(false));
            case Kind.Word word ->
                word.choices().stream()
                        .map(choice -> (Value) new Value.Said(choice))
                        .toList();
            case Kind.Roll roll -> List.of();
            case Kind.Count count -> solved(version, leaf, start, input, false);
            case Kind.Plain plain -> solved(version, leaf, start, input, false);
            case Kind.Money money -> solved(version, leaf, start, input, false);
            case Kind.Length length -> solved(version, leaf, start, input, false);
            case Kind.Day day -> solved(version, leaf, start, input, true);
        };
    }

    /** The values around the zero of the difference, which is linear in each input that it is taken from. */
    private List<Value> solved(
            Rule.Version version, Expression leaf, Map<String, Value> start, Rule.Input input, boolean dated) {
        if (!(leaf instanceof Expression.Comparison comparison)) {
            return List.of();
        }
        long origin = dated ? EARLY.toEpochDay() : 0;
        Optional<Fraction> first = difference(version, comparison, start, input, origin, dated);
        Optional<Fraction> second = difference(version, comparison, start, input, origin + 1_000, dated);
        if (first.isEmpty() || second.isEmpty()) {
            return List.of();
        }
        Fraction slope = second.get().minus(first.get()).dividedBy(Fraction.of(1_000));
        if (slope.signum() == 0) {
            return List.of();
        }
        Fraction zero = first.get().negated().dividedBy(slope);
        if (zero.floor().bitLength() > 50) {
            return List.of();
        }
        long around = zero.floor().longValueExact() + origin;
        List<Value> values = new ArrayList<>();
        for (long value = around - 3; value <= around + 4; value++) {
            if (dated || value >= 0) {
                values.add(dated ? new Value.On(LocalDate.ofEpochDay(value)) : Value.Amount.of(value));
            }
        }
        return values;
    }

    private Optional<Fraction> difference(
            Rule.Version version,
            Expression.Comparison comparison,
            Map<String, Value> start,
            Rule.Input input,
            long value,
            boolean dated) {
        Map<String, Value> values = new LinkedHashMap<>(start);
        values.put(input.name(), dated ? new Value.On(LocalDate.ofEpochDay(value)) : Value.Amount.of(value));
        try {
            return Optional.ofNullable(Evaluation.difference(comparison, court.scene(version, values)));
        } catch (Cannot cannot) {
            return Optional.empty();
        }
    }

    private String written(Rule.Version version, Map<String, Value> values) {
        if (!(court.apply(version.from(), values) instanceof Judgement.Found found)) {
            return "";
        }
        StringBuilder example = new StringBuilder("- {on: ").append(version.from());
        for (Rule.Input input : rule.inputs()) {
            @Nullable Value value = values.get(input.name());
            if (value == null) {
                return "";
            }
            example.append(", ").append(input.name()).append(": ").append(value.told(input.kind()));
        }
        example.append(", holds: ").append(found.finding().holds() ? "yes" : "no");
        if (found.finding().margin() != null) {
            example.append(", margin: ").append(found.finding().margin());
        }
        return example.append('}').toString();
    }
}
