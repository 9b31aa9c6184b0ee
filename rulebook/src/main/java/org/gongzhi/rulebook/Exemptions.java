package org.gongzhi.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongzhi.exact.Fraction;
import org.gongzhi.rulebook.expression.Cannot;
import org.gongzhi.rulebook.expression.Evaluation;
import org.gongzhi.rulebook.expression.Expression;
import org.gongzhi.rulebook.expression.Kind;
import org.gongzhi.rulebook.expression.Scene;
import org.gongzhi.rulebook.expression.Value;

/** Looks for facts under which two exceptions of a rule are both true (例外并存). */
public final class Exemptions {
    private static final int MOST = 200_000;

    private Exemptions() {}

    /** Such facts, told in a line; empty if there are none among those tried. */
    public static Optional<String> both(
            Rule rule, Rule.Version version, Rule.Exemption one, Rule.Exemption other, Rulebook book) {
        Set<String> names = new LinkedHashSet<>();
        Set<Value> numbers = new LinkedHashSet<>();
        gather(one.when(), names, numbers);
        gather(other.when(), names, numbers);
        List<Map<String, Value>> facts = new ArrayList<>(List.of(Map.of()));
        for (Rule.Input input : rule.inputs()) {
            if (names.contains(input.name())) {
                facts = widened(facts, input, values(input.kind(), numbers));
            }
        }
        RuleCourt court = book.court(rule.name()).orElseThrow();
        for (Map<String, Value> tried : facts) {
            Scene scene = court.scene(version, tried);
            if (isTrue(one.when(), scene) && isTrue(other.when(), scene)) {
                return Optional.of(rule.inputs().stream()
                        .filter(input -> tried.containsKey(input.name()))
                        .map(input -> input.name() + ": " + told(tried, input))
                        .collect(Collectors.joining(", ")));
            }
        }
        return Optional.empty();
    }

    private static String told(Map<String, Value> tried, Rule.Input input) {
        return java.util.Objects.requireNonNull(tried.get(input.name())).told(input.kind());
    }

    private static List<Map<String, Value>> widened(
            List<Map<String, Value>> facts, Rule.Input input, List<Value> values) {
        List<Map<String, Value>> wider = new ArrayList<>();
        for (Map<String, Value> before : facts) {
            for (Value value : values) {
                if (wider.size() < MOST) {
                    Map<String, Value> more = new LinkedHashMap<>(before);
                    more.put(input.name(), value);
                    wider.add(more);
                }
            }
        }
        return wider;
    }

    private static List<Value> values(Kind kind, Set<Value> numbers) {
        List<Value> values = new ArrayList<>();
        switch (kind) {
            case Kind.YesNo yesNo -> values.addAll(List.of(new Value.Answer(true), new Value.Answer(false)));
            case Kind.Word word -> word.choices().forEach(choice -> values.add(new Value.Said(choice)));
            case Kind.Day day -> around(numbers, values, true);
            case Kind.Roll roll -> values.add(new Value.Lines(List.of()));
            case Kind.Count count -> around(numbers, values, false);
            case Kind.Plain plain -> around(numbers, values, false);
            case Kind.Money money -> around(numbers, values, false);
            case Kind.Length length -> around(numbers, values, false);
        }
        return values;
    }

    private static void around(Set<Value> numbers, List<Value> values, boolean dated) {
        values.add(dated ? new Value.On(LocalDate.EPOCH) : Value.Amount.of(0));
        for (Value number : numbers) {
            if (dated && number instanceof Value.On on) {
                values.addAll(List.of(
                        new Value.On(on.date().minusDays(1)),
                        on,
                        new Value.On(on.date().plusDays(1))));
            } else if (!dated && number instanceof Value.Amount amount) {
                values.addAll(List.of(
                        new Value.Amount(amount.number().minus(Fraction.ONE)),
                        amount,
                        new Value.Amount(amount.number().plus(Fraction.ONE))));
            }
        }
    }

    private static boolean isTrue(Expression when, Scene scene) {
        try {
            return Evaluation.holds(when, scene);
        } catch (Cannot cannot) {
            return false;
        }
    }

    private static void gather(Expression expression, Set<String> names, Set<Value> numbers) {
        switch (expression) {
            case Expression.Input input -> names.add(input.name());
            case Expression.Literal literal -> numbers.add(literal.value());
            case Expression.Share share -> gather(share.base(), names, numbers);
            case Expression.Arithmetic sum -> {
                gather(sum.left(), names, numbers);
                gather(sum.right(), names, numbers);
            }
            case Expression.Extreme extreme -> extreme.among().forEach(one -> gather(one, names, numbers));
            case Expression.Tally tally -> names.add(tally.roll());
            case Expression.Lookup lookup -> {}
            case Expression.Comparison comparison -> {
                gather(comparison.left(), names, numbers);
                gather(comparison.right(), names, numbers);
            }
            case Expression.Junction junction -> junction.parts().forEach(part -> gather(part, names, numbers));
            case Expression.Not not -> gather(not.of(), names, numbers);
        }
    }
}
