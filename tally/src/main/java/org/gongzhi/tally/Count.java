package org.gongzhi.tally;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.gongzhi.exact.Fraction;

/** A count under way (计票过程): what is taken, what is spent, where equals stood level. */
final class Count {
    final Election election;
    final Money money;
    final int[] tieRank;
    /** Which projects may be taken at all. */
    final boolean[] eligible;

    final boolean[] taken;
    final List<String> ids;
    /** Projects that stood level with another, in any run of the count. */
    final boolean[] everLevel;

    private final List<Outcome.Chosen> chosen = new ArrayList<>();
    private final List<Outcome.Tie> ties = new ArrayList<>();
    BigInteger spent = BigInteger.ZERO;
    Fraction share = Fraction.ZERO;
    long raises;

    Count(Election election, Money money, int[] tieRank, boolean[] eligible) {
        this.election = election;
        this.money = money;
        this.tieRank = tieRank;
        this.eligible = eligible;
        taken = new boolean[eligible.length];
        everLevel = new boolean[eligible.length];
        ids = election.projects().stream().map(Project::id).toList();
    }

    int projects() {
        return eligible.length;
    }

    boolean isFree(int project) {
        return eligible[project] && !taken[project];
    }

    boolean fits(int project) {
        return spent.add(money.cost[project]).compareTo(money.budget) <= 0;
    }

    void take(int project, Outcome.Stage stage) {
        taken[project] = true;
        spent = spent.add(money.cost[project]);
        chosen.add(new Outcome.Chosen(ids.get(project), stage));
    }

    void tie(Outcome.Stage stage, List<Integer> level, int first) {
        level.forEach(p -> everLevel[p] = true);
        ties.add(new Outcome.Tie(stage, level.stream().map(ids::get).toList(), ids.get(first)));
    }

    /** The projects that stood level with another, in any run of the count. */
    List<Integer> everLevel() {
        return java.util.stream.IntStream.range(0, projects())
                .filter(p -> everLevel[p])
                .boxed()
                .toList();
    }

    void ties(List<Outcome.Tie> more) {
        ties.addAll(more);
    }

    /** Whether nothing at all that may be taken would still fit. */
    boolean isExhaustive() {
        for (int p = 0; p < projects(); p++) {
            if (isFree(p) && fits(p)) {
                return false;
            }
        }
        return true;
    }

    /** Of some level projects the one that the tie order names first. */
    int first(List<Integer> level) {
        int first = level.getFirst();
        for (int p : level) {
            if (tieRank[p] < tieRank[first]) {
                first = p;
            }
        }
        return first;
    }

    Outcome outcome() {
        return new Outcome(chosen, money.amount(spent), isExhaustive(), ties, share, raises, false);
    }
}
