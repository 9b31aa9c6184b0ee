package org.gongzhi.tally;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gongzhi.exact.Fraction;

/**
 * Why the outcome is what it is (结果说明), for a returning officer, a loser and a mathematician.
 *
 * @param rounds what was decided one after the other
 * @param projects every project's story, in the order of the election
 * @param distribution how many voters got 0, 1, 2, … of their choices
 * @param greedy the greedy outcome beside it
 * @param preference how many voters gain more from this outcome (first) and from the greedy one (second)
 * @param breaches where the proportionality axiom does not hold
 * @param tie whether a tie mattered
 */
public record Explanation(
        Election election,
        Procedure procedure,
        Outcome outcome,
        List<Round> rounds,
        List<Story> projects,
        List<Long> distribution,
        List<Category> categories,
        Outcome greedy,
        Preference preference,
        List<Fairness.Breach> breaches,
        TieCheck.Finding tie) {
    public Explanation {
        rounds = List.copyOf(rounds);
        projects = List.copyOf(projects);
        distribution = List.copyOf(distribution);
        categories = List.copyOf(categories);
        breaches = List.copyOf(breaches);
    }

    /** Explains an outcome of {@link Tally#count}. */
    public static Explanation of(Election election, Procedure procedure, Outcome outcome) {
        return new Explainer(election, procedure, outcome).explain();
    }

    /** The share of voters none of whose choices is funded (落空选民比例). */
    public Fraction emptyHanded() {
        long voters = election.ballots().size();
        return voters == 0 || distribution.isEmpty() ? Fraction.ZERO : Fraction.of(distribution.getFirst(), voters);
    }

    /**
     * A decision (轮次).
     *
     * @param number from 1
     * @param payment in equal shares the most that a supporter pays for a gain of 1, in Phragmén's rule the common load
     * @param full supporters who paid that, times their gain
     * @param all supporters who paid less, because it was all they had
     * @param none supporters who had nothing left
     * @param paid what supporters paid: amounts to two decimals with the number of voters, greatest first
     * @param rivals the nearest that competed, best first, with what their supporters would have had to pay
     */
    public record Round(
            int number,
            String project,
            Outcome.Stage stage,
            Optional<Fraction> payment,
            long full,
            long all,
            long none,
            List<Paid> paid,
            List<Rival> rivals) {
        public Round {
            paid = List.copyOf(paid);
            rivals = List.copyOf(rivals);
        }
    }

    /** An amount, rounded to two decimals, that so many voters paid. */
    public record Paid(String amount, long voters) {}

    /** A project that competed in a round (竞争项目), with its rank: the least goes first. */
    public record Rival(String project, Fraction rank) {}

    /**
     * A project's story (项目说明).
     *
     * @param votes ballots that name it
     * @param fate what became of it, and why
     * @param round the round in which it was taken
     * @param support in percent of what it needed (有效支持率); 100 and more is enough
     * @param margin how few more votes would have carried it
     * @param elsewhere what its supporters' money went to instead, greatest first
     */
    public record Story(
            Project project,
            long votes,
            Fate fate,
            OptionalInt round,
            OptionalLong support,
            OptionalLong margin,
            List<Elsewhere> elsewhere) {
        public Story {
            elsewhere = List.copyOf(elsewhere);
        }
    }

    /** Money that a project's supporters spent on another: exact to a millionth of the smallest unit, rounded down. */
    public record Elsewhere(String project, Fraction money) {}

    /** What became of a project (去向). */
    public enum Fate {
        /** It is funded. */
        CHOSEN,
        /** It did not reach what the procedure asks before the count. */
        INELIGIBLE,
        /** It costs more than the whole budget. */
        DEARER_THAN_BUDGET,
        /** Nobody voted for it, and no money was left for it. */
        UNSUPPORTED,
        /** All its supporters together never held enough. */
        SHORT_FROM_START,
        /** Its supporters' money went to other projects of their choice. */
        SPENT_ELSEWHERE,
        /** When its turn came, it did not fit into the money left. */
        NO_ROOM
    }

    /**
     * Spending against votes by category (类别占比). A project in several categories counts in equal parts.
     *
     * @param votes share of all votes given
     * @param spending share of all money spent
     */
    public record Category(String name, Fraction votes, Fraction spending) {}
}
