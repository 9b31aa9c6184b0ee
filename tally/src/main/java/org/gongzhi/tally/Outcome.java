package org.gongzhi.tally;

import java.util.List;
import org.gongzhi.exact.Fraction;

/**
 * What the count came to (计票结果).
 *
 * @param chosen the projects that are funded, in the order in which they were taken
 * @param totalCost what they cost, exact, never above the budget
 * @param exhaustive whether no other project, supported or not, would fit into the money left
 * @param ties where equals stood against each other and the tie order spoke, in the count that decided
 * @param share what each voter held at the start of the count that decided; 0 where the rule gives no shares
 * @param raises how many times the share was raised by the step
 * @param replaced whether the comparison put the greedy outcome in the place of the other
 */
public record Outcome(
        List<Chosen> chosen,
        Fraction totalCost,
        boolean exhaustive,
        List<Tie> ties,
        Fraction share,
        long raises,
        boolean replaced) {
    public Outcome {
        chosen = List.copyOf(chosen);
        ties = List.copyOf(ties);
    }

    /** A project taken (入选). */
    public record Chosen(String project, Stage stage) {}

    /** Equals (平局): which stood level, and which one the tie order took. */
    public record Tie(Stage stage, List<String> level, String taken) {
        public Tie {
            level = List.copyOf(level);
        }
    }

    /** The part of the count that took a project (阶段). */
    public enum Stage {
        GREEDY,
        EQUAL_SHARES,
        EPSILON,
        PHRAGMEN,
        MAXIMIN
    }

    /** This outcome, noted as the one that took another's place. */
    Outcome inPlace() {
        return new Outcome(chosen, totalCost, exhaustive, ties, share, raises, true);
    }

    /** The ids in order. */
    public List<String> selected() {
        return chosen.stream().map(Chosen::project).toList();
    }
}
