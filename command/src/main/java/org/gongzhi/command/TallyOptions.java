package org.gongzhi.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Text;
import org.gongzhi.tally.DuplicateVoters;
import org.gongzhi.tally.Election;
import org.gongzhi.tally.Procedure;
import org.gongzhi.tally.ProcedureWords;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The procedure as the command line says it (计票办法参数). */
final class TallyOptions {
    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description =
                    "equal-shares, greedy, greedy-threshold, greedy-no-skip, phragmen or maximin (default: ${DEFAULT-VALUE})")
    private String rule = "equal-shares";

    @Option(
            names = "--satisfaction",
            paramLabel = "MEASURE",
            description = "cost, cardinality, points or borda (default: ${DEFAULT-VALUE})")
    private String satisfaction = "cost";

    @Option(
            names = "--completion",
            paramLabel = "LIST",
            description = "what uses the money that equal shares leave: none, add1, add1-supported, add1-overspent,"
                    + " greedy, votes, epsilon; several with commas (default: ${DEFAULT-VALUE})")
    private String completion = "add1,greedy";

    @Option(
            names = "--step",
            paramLabel = "MONEY",
            description = "by how much add1 raises every voter's share (default: ${DEFAULT-VALUE})")
    private String step = "1";

    @Option(
            names = "--ties",
            paramLabel = "ORDER",
            description =
                    "who goes first among equals: lexical, or votes, min-cost, max-cost, lot:SEED with commas (default: ${DEFAULT-VALUE})")
    private String ties = "lexical";

    @Option(
            names = {"--least-votes", "--threshold"},
            paramLabel = "N",
            description = "drop projects with fewer votes before the count; greedy-threshold takes META's"
                    + " min_project_score_threshold if this is not given")
    private String leastVotes = "";

    @Option(
            names = "--votes-for-cost",
            paramLabel = "PART",
            description =
                    "drop projects whose share of ballots is below this part of their share of the budget, such as 1/3")
    private String votesForCost = "";

    @Option(
            names = "--exclusive",
            paramLabel = "IDS",
            description = "greedy only: take at most one of each group, such as a,b;c,d")
    private String exclusive = "";

    @Option(
            names = "--compare",
            paramLabel = "BY",
            description = "let voters choose between the outcome and the greedy one: winners or any")
    private String compare = "";

    @Option(names = "--keep-duplicates", description = "count every ballot of a voter id that comes twice")
    private boolean keepDuplicates;

    @Option(
            names = {"--lang", "--language"},
            description = "zh or en (default: ${DEFAULT-VALUE})",
            defaultValue = "${env:GONGZHI_LANGUAGE:-zh}",
            converter = CheckCommand.Languages.class)
    private Language language = Language.ZH;

    Language language() {
        return language;
    }

    DuplicateVoters duplicates() {
        return keepDuplicates ? DuplicateVoters.KEEP : DuplicateVoters.REFUSE;
    }

    private boolean thresholdFromFile() {
        return rule.equals("greedy-threshold") && leastVotes.isEmpty();
    }

    /**
     * The procedure for one file: a threshold that is asked for and not given is the one that its META records, and that
     * is said. Nothing, after the fault was told, if it records none.
     */
    Optional<Procedure> forFile(Path file, Election election, Procedure procedure, PrintWriter err) {
        if (!thresholdFromFile()) {
            return Optional.of(procedure);
        }
        Optional<Procedure> filled = procedure.withThresholdOf(election);
        Text told = filled.isPresent()
                ? Text.of(
                        "门槛取自 META 的 min_project_score_threshold：%s 票",
                        "the threshold is META's min_project_score_threshold: %s votes",
                        election.findMeta("min_project_score_threshold").orElse(""))
                : new Text(
                        "没有给出 --threshold，META 也没有整数 min_project_score_threshold",
                        "no --threshold is given, and META has no whole min_project_score_threshold");
        err.println(file + (filled.isPresent() ? "  " : "  T303  ") + told.in(language));
        err.flush();
        return filled;
    }

    /** The procedure; words that stand for nothing end the call. */
    Procedure procedure(CommandLine line) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("rule", thresholdFromFile() ? "greedy" : rule);
        words.put("satisfaction", satisfaction);
        words.put("completion", completion);
        words.put("step", step);
        words.put("ties", ties);
        words.put("exclusive", exclusive);
        words.put("compare", compare);
        if (!leastVotes.isEmpty()) {
            words.put("least_votes", leastVotes);
        }
        if (!votesForCost.isEmpty()) {
            words.put("votes_for_cost", votesForCost);
        }
        return switch (ProcedureWords.read(words)) {
            case ProcedureWords.Spoken.Understood understood -> understood.procedure();
            case ProcedureWords.Spoken.Unclear unclear ->
                throw new CommandLine.ParameterException(
                        line,
                        unclear.faults().stream()
                                .map(fault -> "--" + fault.in(language()).replace('_', '-'))
                                .collect(Collectors.joining("\n")));
        };
    }
}
