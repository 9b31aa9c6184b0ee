package org.gongzhi.tally.vote;

import java.util.List;
import java.util.Map;
import org.gongzhi.exact.Fraction;
import org.gongzhi.tally.Ballots;
import org.gongzhi.tally.Completion;
import org.gongzhi.tally.Election;
import org.gongzhi.tally.Measure;
import org.gongzhi.tally.Outcome;
import org.gongzhi.tally.Procedure;
import org.gongzhi.tally.Project;
import org.gongzhi.tally.Rule;
import org.gongzhi.tally.Tally;
import org.gongzhi.tally.TieOrder;
import org.gongzhi.tally.VoteType;

/** A committee chosen from approvals (委员会选举): every seat costs 1 and the budget is the seats. */
public final class Committee {
    private Committee() {}

    /** By what rule (计票方式). */
    public enum Way {
        /** The most approvals (赞成票多者). */
        APPROVAL,
        /** Each voter holds an equal part of the seats (均等份额). */
        EQUAL_SHARES,
        /** The load of the seats is kept even (弗拉格门). */
        PHRAGMEN
    }

    /**
     * Fills the seats.
     *
     * @param approvals for each ballot the positions of the candidates it approves
     */
    public static Outcome elect(
            List<String> candidates, int seats, List<List<Integer>> approvals, Way way, TieOrder ties) {
        Ballots.Box box = new Ballots.Box(false);
        approvals.forEach(box::cast);
        List<Project> projects =
                candidates.stream().map(name -> Project.of(name, Fraction.ONE)).toList();
        Election election = new Election("", VoteType.APPROVAL, Fraction.of(seats), Map.of(), projects, box.ballots());
        Rule rule = switch (way) {
            case APPROVAL -> new Rule.Greedy(Measure.CARDINALITY);
            case EQUAL_SHARES ->
                new Rule.EqualShares(Measure.CARDINALITY, List.of(new Completion.Epsilon(), new Completion.Greedy()));
            case PHRAGMEN -> new Rule.Phragmen();
        };
        return Tally.count(election, new Procedure(List.of(), rule, Procedure.Comparison.NONE, ties));
    }
}
