package org.gongzhi.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Language;
import org.gongzhi.tally.Completion;
import org.gongzhi.tally.DuplicateVoters;
import org.gongzhi.tally.Measure;
import org.gongzhi.tally.Procedure;
import org.gongzhi.tally.Rule;
import org.gongzhi.tally.TieOrder;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The procedure as the command line says it (计票办法参数). */
final class TallyOptions {
    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "equal-shares, greedy, greedy-no-skip, phragmen or maximin (default: ${DEFAULT-VALUE})")
    private String rule = "equal-shares";

    @Option(
            names = "--satisfaction",
            paramLabel = "MEASURE",
            description = "cost, cardinality, points or borda (default: ${DEFAULT-VALUE})")
    private String satisfaction = "cost";

    @Option(
            names = "--completion",
            paramLabel = "LIST",
            description =
                    "add1, add1-exhaustive, add1-supported, add1-overspent, greedy, votes, epsilon or none; several with commas (default: add1,greedy)")
    private String completion = "add1,greedy";

    @Option(
            names = "--step",
            paramLabel = "MONEY",
            description = "by how much add1 raises every voter's share (default: ${DEFAULT-VALUE})")
    private String step = "1";

    @Option(
            names = "--ties",
            paramLabel = "ORDER",
            description = "lexical, or votes, min-cost, max-cost, lot:SEED with commas (default: ${DEFAULT-VALUE})")
    private String ties = "lexical";

    @Option(names = "--least-votes", paramLabel = "N", description = "drop projects with fewer votes before the count")
    private long leastVotes;

    @Option(
            names = "--votes-for-cost",
            paramLabel = "PART",
            description =
                    "drop projects whose share of ballots is below this part of their share of the budget, such as 1/3")
    private String votesForCost = "";

    @Option(
            names = "--exclusive",
            paramLabel = "IDS",
            description = "take at most one of these projects (greedy only): a,b;c,d")
    private String exclusive = "";

    @Option(
            names = "--compare",
            paramLabel = "BY",
            description = "let voters choose between the outcome and the greedy one: winners or any")
    private String compare = "";

    @Option(names = "--keep-duplicates", description = "count every ballot of a voter id that comes twice")
    private boolean keepDuplicates;

    @Option(
            names = "--language",
            paramLabel = "zh|en",
            description = "the language of what is written (default: that of the machine)")
    private String language = Locale.getDefault().getLanguage();

    Language language() {
        return language.equals("zh") ? Language.ZH : Language.EN;
    }

    DuplicateVoters duplicates() {
        return keepDuplicates ? DuplicateVoters.KEEP : DuplicateVoters.REFUSE;
    }

    /** The procedure; a word that stands for nothing ends the call. */
    Procedure procedure(CommandLine line) {
        Measure measure = Measure.read(satisfaction)
                .orElseThrow(() -> unknown(line, "--satisfaction", satisfaction, "cost, cardinality, points, borda"));
        List<Procedure.Eligibility> eligibility = new ArrayList<>();
        if (leastVotes > 0) {
            eligibility.add(new Procedure.Eligibility.Votes(leastVotes));
        }
        if (!votesForCost.isEmpty()) {
            eligibility.add(new Procedure.Eligibility.VotesForCost(fraction(line, "--votes-for-cost", votesForCost)));
        }
        TieOrder order = TieOrder.read(ties)
                .orElseThrow(() -> unknown(line, "--ties", ties, "lexical, votes, min-cost, max-cost, lot:SEED"));
        return new Procedure(eligibility, rule(line, measure), comparison(line), order);
    }

    private Rule rule(CommandLine line, Measure measure) {
        return switch (rule) {
            case "equal-shares", "equalshares", "mes" -> new Rule.EqualShares(measure, completions(line));
            case "greedy" -> new Rule.Greedy(measure, Rule.Misfit.SKIP, exclusive());
            case "greedy-no-skip" -> new Rule.Greedy(measure, Rule.Misfit.STOP, exclusive());
            case "phragmen" -> new Rule.Phragmen();
            case "maximin" -> new Rule.MaximinSupport();
            default -> throw unknown(line, "--rule", rule, "equal-shares, greedy, greedy-no-skip, phragmen, maximin");
        };
    }

    private List<List<String>> exclusive() {
        return exclusive.isEmpty()
                ? List.of()
                : Arrays.stream(exclusive.split(";"))
                        .map(group -> List.of(group.split(",")))
                        .toList();
    }

    private List<Completion> completions(CommandLine line) {
        List<Completion> completions = new ArrayList<>();
        for (String word : completion.split(",")) {
            switch (word) {
                case "none", "" -> {}
                case "add1", "add1-exhaustive" -> completions.add(add1(line, Completion.Until.EXHAUSTIVE));
                case "add1-supported" -> completions.add(add1(line, Completion.Until.SUPPORTED));
                case "add1-overspent" -> completions.add(add1(line, Completion.Until.OVERSPENT));
                case "greedy" -> completions.add(new Completion.Greedy());
                case "votes" -> completions.add(new Completion.Votes());
                case "epsilon" -> completions.add(new Completion.Epsilon());
                default ->
                    throw unknown(
                            line,
                            "--completion",
                            word,
                            "none, add1, add1-supported, add1-overspent, greedy, votes, epsilon");
            }
        }
        boolean late = completions.stream().skip(1).anyMatch(Completion.Add1.class::isInstance);
        if (late) {
            throw new CommandLine.ParameterException(line, "--completion: add1 comes first or not at all");
        }
        return completions;
    }

    private Completion add1(CommandLine line, Completion.Until until) {
        Fraction money = fraction(line, "--step", step);
        if (money.signum() <= 0) {
            throw unknown(line, "--step", step, "an amount above 0");
        }
        return new Completion.Add1(money, until);
    }

    private Procedure.Comparison comparison(CommandLine line) {
        return switch (compare) {
            case "" -> Procedure.Comparison.NONE;
            case "winners" -> Procedure.Comparison.MORE_WINNERS;
            case "any" -> Procedure.Comparison.ANY_WINNER;
            default -> throw unknown(line, "--compare", compare, "winners, any");
        };
    }

    private static Fraction fraction(CommandLine line, String option, String text) {
        Optional<Fraction> fraction = Fraction.read(text);
        return fraction.orElseThrow(() -> unknown(line, option, text, "a number such as 1, 0.5 or 1/3"));
    }

    private static CommandLine.ParameterException unknown(CommandLine line, String option, String word, String known) {
        return new CommandLine.ParameterException(line, "%s: “%s” is not one of: %s".formatted(option, word, known));
    }
}
