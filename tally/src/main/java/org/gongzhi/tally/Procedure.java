package org.gongzhi.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Text;

/**
 * All that is fixed before ballots are counted (计票办法): who may be counted, by what rule, in what order among equals.
 *
 * @param eligibility what a project must reach to be counted at all; all of it
 * @param comparison whether the outcome must hold its own against the greedy one
 */
public record Procedure(List<Eligibility> eligibility, Rule rule, Comparison comparison, TieOrder ties) {
    public Procedure {
        eligibility = List.copyOf(eligibility);
    }

    /** A rule alone, ties to the smallest id. */
    public static Procedure of(Rule rule) {
        return new Procedure(List.of(), rule, Comparison.NONE, TieOrder.LEXICAL);
    }

    /** What a project must reach before the count (入围条件). */
    public sealed interface Eligibility {
        /** At least so many ballots name it. */
        record Votes(long least) implements Eligibility {}

        /**
         * Its share of ballots is at least this part of its share of the budget (得票占比不低于费用占比的若干分之一): as held in
         * Świecie with one third.
         */
        record VotesForCost(Fraction part) implements Eligibility {}
    }

    /** The safety net (对照): the greedy outcome takes the place of the other if strictly more voters prefer it. */
    public enum Comparison {
        /** No comparison. */
        NONE,
        /** A voter prefers the outcome with more of the projects on the ballot. */
        MORE_WINNERS,
        /** A voter prefers the outcome with any project of the ballot to one with none. */
        ANY_WINNER
    }

    /**
     * This procedure with the least votes that the file's META asks for as {@code min_project_score_threshold}; empty if
     * it has no such whole number.
     */
    public Optional<Procedure> withThresholdOf(Election election) {
        return election.findMeta("min_project_score_threshold")
                .flatMap(Fraction::read)
                .filter(least -> least.isWhole()
                        && least.signum() >= 0
                        && least.numerator().bitLength() < 63)
                .map(least -> {
                    List<Eligibility> all = new ArrayList<>(eligibility);
                    all.add(new Eligibility.Votes(least.numerator().longValueExact()));
                    return new Procedure(all, rule, comparison, ties);
                });
    }

    /** Why ballots of this election cannot be counted so; empty if they can. */
    public Optional<Text> misfit(Election election) {
        Optional<Measure> measure = switch (rule) {
            case Rule.Greedy greedy -> Optional.of(greedy.measure());
            case Rule.EqualShares shares -> Optional.of(shares.measure());
            case Rule.Phragmen _, Rule.MaximinSupport _ -> Optional.empty();
        };
        if (measure.isPresent() && !measure.get().fits(election.type())) {
            return Optional.of(Text.of(
                    "满意度 %s 不适用于 %s 类选票",
                    "the measure %s asks for what %s ballots do not say",
                    measure.get().word(),
                    election.type().word()));
        }
        boolean loads = rule instanceof Rule.Phragmen || rule instanceof Rule.MaximinSupport;
        boolean approvals = election.type() == VoteType.APPROVAL || election.type() == VoteType.CHOOSE_ONE;
        if (loads && !approvals) {
            return Optional.of(Text.of(
                    "这一规则只适用于 approval 和 choose-1 类选票，本次为 %s",
                    "this rule counts approval and choose-1 ballots; these are %s",
                    election.type().word()));
        }
        return Optional.empty();
    }
}
