package org.gongzhi.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Text;

/**
 * A procedure in the words of the command line and of election packages (计票办法代号): {@code rule}, {@code satisfaction},
 * {@code completion}, {@code step}, {@code ties}, {@code least_votes}, {@code votes_for_cost}, {@code exclusive},
 * {@code compare}. A word that is not given has its default. The rule {@code greedy-threshold} is {@code greedy} with
 * {@code least_votes}, and written so.
 */
public final class ProcedureWords {
    private final Map<String, String> words;
    private final List<Text> faults = new ArrayList<>();

    private ProcedureWords(Map<String, String> words) {
        this.words = words;
    }

    /** What the words came to. */
    public sealed interface Spoken {
        record Understood(Procedure procedure) implements Spoken {}

        /** What is wrong with the words, all of it. */
        record Unclear(List<Text> faults) implements Spoken {
            public Unclear {
                faults = List.copyOf(faults);
            }
        }
    }

    /** Reads words. */
    public static Spoken read(Map<String, String> words) {
        ProcedureWords reading = new ProcedureWords(words);
        Procedure procedure = reading.procedure();
        return reading.faults.isEmpty() ? new Spoken.Understood(procedure) : new Spoken.Unclear(reading.faults);
    }

    /** The words for a procedure, {@code rule} and {@code ties} always, the others where they say something. */
    public static Map<String, String> write(Procedure procedure) {
        Map<String, String> words = new LinkedHashMap<>();
        switch (procedure.rule()) {
            case Rule.Greedy greedy -> {
                words.put("rule", greedy.misfit() == Rule.Misfit.SKIP ? "greedy" : "greedy-no-skip");
                words.put("satisfaction", greedy.measure().word());
                put(
                        words,
                        "exclusive",
                        greedy.exclusive().stream()
                                .map(group -> String.join(",", group))
                                .collect(Collectors.joining(";")));
            }
            case Rule.EqualShares shares -> {
                words.put("rule", "equal-shares");
                words.put("satisfaction", shares.measure().word());
                words.put(
                        "completion",
                        shares.completions().isEmpty()
                                ? "none"
                                : shares.completions().stream()
                                        .map(ProcedureWords::word)
                                        .collect(Collectors.joining(",")));
                if (!shares.completions().isEmpty()
                        && shares.completions().getFirst() instanceof Completion.Add1 add1) {
                    words.put("step", add1.step().toString());
                }
            }
            case Rule.Phragmen _ -> words.put("rule", "phragmen");
            case Rule.MaximinSupport _ -> words.put("rule", "maximin");
        }
        for (Procedure.Eligibility condition : procedure.eligibility()) {
            switch (condition) {
                case Procedure.Eligibility.Votes(var least) -> words.put("least_votes", Long.toString(least));
                case Procedure.Eligibility.VotesForCost(var part) -> words.put("votes_for_cost", part.toString());
            }
        }
        put(
                words,
                "compare",
                switch (procedure.comparison()) {
                    case NONE -> "";
                    case MORE_WINNERS -> "winners";
                    case ANY_WINNER -> "any";
                });
        words.put("ties", procedure.ties().words());
        return words;
    }

    private static void put(Map<String, String> words, String key, String word) {
        if (!word.isEmpty()) {
            words.put(key, word);
        }
    }

    private static String word(Completion completion) {
        return switch (completion) {
            case Completion.Add1 add1 -> add1.until().word();
            case Completion.Greedy _ -> "greedy";
            case Completion.Votes _ -> "votes";
            case Completion.Epsilon _ -> "epsilon";
        };
    }

    private String word(String key, String otherwise) {
        String word = words.getOrDefault(key, "");
        return word.isEmpty() ? otherwise : word;
    }

    private Procedure procedure() {
        Measure measure = Measure.read(word("satisfaction", "cost")).orElseGet(() -> {
            unknown("satisfaction", "cost, cardinality, points, borda");
            return Measure.COST;
        });
        Rule rule = rule(measure);
        List<Procedure.Eligibility> eligibility = new ArrayList<>();
        if (words.containsKey("least_votes")) {
            number("least_votes", "0")
                    .filter(Fraction::isWhole)
                    .filter(least -> least.numerator().bitLength() < 63)
                    .ifPresentOrElse(
                            least -> eligibility.add(new Procedure.Eligibility.Votes(
                                    least.numerator().longValueExact())),
                            () -> unknown("least_votes", "3"));
        }
        if (words.containsKey("votes_for_cost")) {
            number("votes_for_cost", "0")
                    .ifPresent(part -> eligibility.add(new Procedure.Eligibility.VotesForCost(part)));
        }
        TieOrder ties = TieOrder.read(word("ties", "lexical")).orElseGet(() -> {
            unknown("ties", "lexical, votes, min-cost, max-cost, lot:SEED");
            return TieOrder.LEXICAL;
        });
        return new Procedure(eligibility, rule, comparison(), ties);
    }

    private Rule rule(Measure measure) {
        return switch (word("rule", "equal-shares")) {
            case "equal-shares" -> new Rule.EqualShares(measure, completions());
            case "greedy" -> new Rule.Greedy(measure, Rule.Misfit.SKIP, exclusive());
            case "greedy-threshold" -> {
                if (!words.containsKey("least_votes")) {
                    faults.add(new Text(
                            "rule：greedy-threshold 要有 least_votes", "rule: greedy-threshold asks for least_votes"));
                }
                yield new Rule.Greedy(measure, Rule.Misfit.SKIP, exclusive());
            }
            case "greedy-no-skip" -> new Rule.Greedy(measure, Rule.Misfit.STOP, exclusive());
            case "phragmen" -> new Rule.Phragmen();
            case "maximin" -> new Rule.MaximinSupport();
            default -> {
                unknown("rule", "equal-shares, greedy, greedy-threshold, greedy-no-skip, phragmen, maximin");
                yield new Rule.Phragmen();
            }
        };
    }

    private List<List<String>> exclusive() {
        String groups = word("exclusive", "");
        return groups.isEmpty()
                ? List.of()
                : Arrays.stream(groups.split(";"))
                        .map(group -> List.of(group.split(",")))
                        .toList();
    }

    private List<Completion> completions() {
        List<Completion> completions = new ArrayList<>();
        for (String word : word("completion", "none").split(",")) {
            switch (word) {
                case "none" -> {}
                case "add1", "add1-exhaustive" -> add1(completions, Completion.Until.EXHAUSTIVE);
                case "add1-supported" -> add1(completions, Completion.Until.SUPPORTED);
                case "add1-overspent" -> add1(completions, Completion.Until.OVERSPENT);
                case "greedy" -> completions.add(new Completion.Greedy());
                case "votes" -> completions.add(new Completion.Votes());
                case "epsilon" -> completions.add(new Completion.Epsilon());
                default -> unknown("completion", "none, add1, add1-supported, add1-overspent, greedy, votes, epsilon");
            }
        }
        return completions;
    }

    private void add1(List<Completion> completions, Completion.Until until) {
        if (!completions.isEmpty()) {
            faults.add(new Text("completion：add1 只能排在最前", "completion: add1 comes first or not at all"));
        }
        number("step", "1")
                .filter(step -> step.signum() > 0)
                .ifPresentOrElse(
                        step -> completions.add(new Completion.Add1(step, until)), () -> unknown("step", "1, 0.5"));
    }

    private Procedure.Comparison comparison() {
        return switch (word("compare", "")) {
            case "" -> Procedure.Comparison.NONE;
            case "winners" -> Procedure.Comparison.MORE_WINNERS;
            case "any" -> Procedure.Comparison.ANY_WINNER;
            default -> {
                unknown("compare", "winners, any");
                yield Procedure.Comparison.NONE;
            }
        };
    }

    private Optional<Fraction> number(String key, String otherwise) {
        Optional<Fraction> number = Fraction.read(word(key, otherwise));
        if (number.isEmpty()) {
            unknown(key, "1, 0.5, 1/3");
        }
        return number;
    }

    private void unknown(String key, String known) {
        faults.add(
                Text.of("%s：“%s”不可用，可写：%s", "%s: “%s” is not one of: %s", key, PbReader.shown(word(key, "")), known));
    }
}
