package org.gongzhi.tally;

import java.util.ArrayList;
import java.util.List;
import org.gongzhi.exact.Fraction;

/**
 * Counts ballots (计票): an election and a procedure in, the outcome out. The same input gives the same outcome on every
 * machine and on every day.
 */
public final class Tally {
    private Tally() {}

    /**
     * Counts.
     *
     * @throws IllegalArgumentException if the procedure does not suit the ballots; ask {@link Procedure#misfit} before
     */
    public static Outcome count(Election election, Procedure procedure) {
        procedure.misfit(election).ifPresent(why -> {
            throw new IllegalArgumentException(why.en());
        });
        return count(election, procedure, procedure.ties().ranks(election)).outcome();
    }

    /** An outcome with what only the count knows. */
    record Counted(Outcome outcome, List<Integer> everLevel) {}

    /** Counts with the given ranks among equals. */
    static Counted count(Election election, Procedure procedure, int[] tieRank) {
        Money money = new Money(election, steps(procedure.rule()));
        boolean[] eligible = eligible(election, procedure.eligibility());
        Count count = run(new Count(election, money, tieRank, eligible), procedure.rule());
        if (procedure.comparison() == Procedure.Comparison.NONE) {
            return new Counted(count.outcome(), count.everLevel());
        }
        Count beside = run(new Count(election, money, tieRank, eligible), greedyBeside(procedure.rule()));
        Preference preference = Preference.of(election, count.outcome(), beside.outcome(), procedure.comparison());
        return preference.second() > preference.first()
                ? new Counted(beside.outcome().inPlace(), beside.everLevel())
                : new Counted(count.outcome(), count.everLevel());
    }

    /** The greedy rule that stands beside another: with the same measure, by votes where there is none. */
    static Rule greedyBeside(Rule rule) {
        return new Rule.Greedy(
                switch (rule) {
                    case Rule.Greedy greedy -> greedy.measure();
                    case Rule.EqualShares shares -> shares.measure();
                    case Rule.Phragmen _, Rule.MaximinSupport _ -> Measure.COST;
                });
    }

    private static Count run(Count count, Rule rule) {
        switch (rule) {
            case Rule.Greedy greedy -> GreedyCount.run(count, greedy);
            case Rule.EqualShares shares -> new SharesCount(count, shares).run();
            case Rule.Phragmen _ -> new PhragmenCount(count).run();
            case Rule.MaximinSupport _ -> new MaximinCount(count).run();
        }
        return count;
    }

    static List<Fraction> steps(Rule rule) {
        List<Fraction> steps = new ArrayList<>();
        if (rule instanceof Rule.EqualShares shares) {
            for (Completion completion : shares.completions()) {
                if (completion instanceof Completion.Add1 add1) {
                    steps.add(add1.step());
                }
            }
        }
        return steps;
    }

    static boolean[] eligible(Election election, List<Procedure.Eligibility> conditions) {
        List<Long> votes = election.votes();
        boolean[] eligible = new boolean[votes.size()];
        for (int p = 0; p < eligible.length; p++) {
            long named = votes.get(p);
            Fraction cost = election.projects().get(p).cost();
            eligible[p] = conditions.stream().allMatch(condition -> switch (condition) {
                case Procedure.Eligibility.Votes least -> named >= least.least();
                case Procedure.Eligibility.VotesForCost share ->
                    Fraction.of(named)
                                    .times(election.budget())
                                    .compareTo(share.part()
                                            .times(cost)
                                            .times(Fraction.of(
                                                    election.ballots().size())))
                            >= 0;
            });
        }
        return eligible;
    }
}
