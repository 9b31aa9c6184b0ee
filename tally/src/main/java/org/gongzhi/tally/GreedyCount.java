package org.gongzhi.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongzhi.exact.Fraction;

/** The greedy rule (顺序入选): by falling gain per unit of cost. Definition: domain page, section 3.1. */
final class GreedyCount {
    private GreedyCount() {}

    /** Walks once through all projects that are not yet taken. */
    static void run(Count count, Rule.Greedy rule) {
        Density[] density = densities(count.election, rule.measure());
        Map<Integer, List<Integer>> groups = groups(count, rule.exclusive());
        Comparator<Integer> order = Comparator.comparing((Integer p) -> density[p], Comparator.reverseOrder())
                .thenComparingInt(p -> count.tieRank[p]);
        List<Integer> walk = IntStream.range(0, count.projects())
                .filter(count::isFree)
                .boxed()
                .sorted(order)
                .toList();
        noteTies(count, walk, density);
        for (int p : walk) {
            if (!count.fits(p)) {
                switch (rule.misfit()) {
                    case SKIP -> {
                        continue;
                    }
                    case STOP -> {
                        return;
                    }
                }
            }
            if (groups.getOrDefault(p, List.of()).stream().noneMatch(q -> count.taken[q])) {
                count.take(p, Outcome.Stage.GREEDY);
            }
        }
    }

    private static void noteTies(Count count, List<Integer> walk, Density[] density) {
        int from = 0;
        for (int i = 1; i <= walk.size(); i++) {
            if (i == walk.size() || density[walk.get(i)].compareTo(density[walk.get(from)]) != 0) {
                if (i - from > 1) {
                    count.tie(Outcome.Stage.GREEDY, walk.subList(from, i), walk.get(from));
                }
                from = i;
            }
        }
    }

    /** The others with which each project excludes itself, by position. */
    private static Map<Integer, List<Integer>> groups(Count count, List<List<String>> exclusive) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (List<String> group : exclusive) {
            List<Integer> members =
                    group.stream().map(count.ids::indexOf).filter(p -> p >= 0).toList();
            for (int p : members) {
                groups.computeIfAbsent(p, key -> new ArrayList<>()).addAll(members);
            }
        }
        return groups;
    }

    /**
     * Gain per unit of cost (单位费用的满意度), with room for a gain that costs nothing.
     *
     * @param infinite -1 or 1 where the cost is 0 and the gain is not
     */
    record Density(int infinite, Fraction finite) implements Comparable<Density> {
        @Override
        public int compareTo(Density other) {
            return infinite != other.infinite
                    ? Integer.compare(infinite, other.infinite)
                    : finite.compareTo(other.finite);
        }
    }

    /** The density of every project, unsupported ones included. */
    static Density[] densities(Election election, Measure measure) {
        long[] gains = gains(election, measure);
        Density[] densities = new Density[gains.length];
        for (int p = 0; p < gains.length; p++) {
            Fraction cost = election.projects().get(p).cost();
            Fraction gain = Fraction.of(gains[p]);
            if (measure == Measure.COST) {
                densities[p] = new Density(0, cost.signum() == 0 ? Fraction.ZERO : gain);
            } else if (cost.signum() == 0) {
                densities[p] = new Density(gain.signum(), Fraction.ZERO);
            } else {
                densities[p] = new Density(0, gain.dividedBy(cost));
            }
        }
        return densities;
    }

    /** The sum of all voters' gains; with the measure cost in units of the project's cost, that is, votes. */
    static long[] gains(Election election, Measure measure) {
        Ballots ballots = election.ballots();
        long[] gains = new long[election.projects().size()];
        Arrays.fill(gains, 0);
        for (int b = 0; b < ballots.size(); b++) {
            int length = ballots.length(b);
            for (int i = 0; i < length; i++) {
                gains[ballots.project(b, i)] += switch (measure) {
                    case COST, CARDINALITY -> 1;
                    case POINTS -> ballots.points(b, i);
                    case BORDA -> length - 1 - i;
                };
            }
        }
        return gains;
    }
}
