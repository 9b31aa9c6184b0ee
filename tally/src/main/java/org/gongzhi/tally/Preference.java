package org.gongzhi.tally;

import java.util.HashSet;
import java.util.Set;

/**
 * How many voters prefer one outcome to another (两种结果的选民偏好).
 *
 * @param first voters who prefer the first
 * @param second voters who prefer the second
 * @param neither voters who gain the same
 */
public record Preference(long first, long second, long neither) {
    /** Asks every ballot. */
    public static Preference of(Election election, Outcome one, Outcome other, Procedure.Comparison by) {
        boolean[] inOne = chosen(election, one);
        boolean[] inOther = chosen(election, other);
        Ballots ballots = election.ballots();
        long first = 0;
        long second = 0;
        for (int b = 0; b < ballots.size(); b++) {
            int order = Integer.compare(gain(ballots, b, inOne, by), gain(ballots, b, inOther, by));
            first += order > 0 ? 1 : 0;
            second += order < 0 ? 1 : 0;
        }
        return new Preference(first, second, ballots.size() - first - second);
    }

    private static int gain(Ballots ballots, int ballot, boolean[] chosen, Procedure.Comparison by) {
        int winners = 0;
        for (int i = 0; i < ballots.length(ballot); i++) {
            winners += chosen[ballots.project(ballot, i)] ? 1 : 0;
        }
        return switch (by) {
            case NONE -> 0;
            case MORE_WINNERS -> winners;
            case ANY_WINNER -> Math.min(1, winners);
        };
    }

    static boolean[] chosen(Election election, Outcome outcome) {
        Set<String> selected = new HashSet<>(outcome.selected());
        boolean[] chosen = new boolean[election.projects().size()];
        for (int p = 0; p < chosen.length; p++) {
            chosen[p] = selected.contains(election.projects().get(p).id());
        }
        return chosen;
    }
}
