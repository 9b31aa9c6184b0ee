package org.gongzhi.tally;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongzhi.exact.Fraction;

/**
 * The generalised maximin support rule (最大最小支持法), exactly.
 *
 * <p>The least possible maximal load of a set of projects is the greatest of c(S) / |supporters of S| over its parts S. It
 * is found by asking of a load whether a flow carries all costs; if not, the cut names an S with a greater load, and so
 * on until one does. Loads never fall from round to round, so an old one bounds the new one from below. Definition: domain
 * page, section 3.5.
 */
final class MaximinCount {
    private final Count count;
    private final Profile profile;
    private final List<Integer> bought = new ArrayList<>();
    /** Groups of voters with the same bought projects on their ballots. */
    private final int[] kind;

    private final List<List<Integer>> kindProjects = new ArrayList<>();
    private final List<Long> kindSize = new ArrayList<>();
    private final Fraction[] bound;
    private Fraction load = Fraction.ZERO;

    MaximinCount(Count count) {
        this.count = count;
        profile = Profile.of(count.election, Measure.CARDINALITY);
        kind = new int[profile.groups];
        kindProjects.add(List.of());
        kindSize.add((long) profile.voters);
        bound = new Fraction[count.projects()];
        for (int p = 0; p < bound.length; p++) {
            bound[p] = profile.mass[p] == 0
                    ? Fraction.ZERO
                    : new Fraction(count.money.cost[p], BigInteger.valueOf(profile.mass[p]));
        }
    }

    void run() {
        while (true) {
            List<Integer> open = new ArrayList<>();
            List<Integer> unsupported = new ArrayList<>();
            for (int p = 0; p < count.projects(); p++) {
                if (count.isFree(p) && count.fits(p)) {
                    (profile.mass[p] == 0 ? unsupported : open).add(p);
                }
            }
            List<Integer> level = open.isEmpty() ? unsupported : least(open);
            if (level.isEmpty()) {
                return;
            }
            int winner = count.first(level);
            if (level.size() > 1) {
                count.tie(Outcome.Stage.MAXIMIN, level, winner);
            }
            count.take(winner, Outcome.Stage.MAXIMIN);
            if (profile.mass[winner] > 0) {
                load = bound[winner];
                split(winner);
                bought.add(winner);
            }
        }
    }

    private List<Integer> least(List<Integer> open) {
        for (int p : open) {
            if (bound[p].compareTo(load) < 0) {
                bound[p] = load;
            }
        }
        open.sort(Comparator.comparing((Integer p) -> bound[p]).thenComparingInt(p -> count.tieRank[p]));
        List<Integer> level = new ArrayList<>();
        Fraction best = Fraction.ZERO;
        for (int p : open) {
            if (!level.isEmpty() && bound[p].compareTo(best) > 0) {
                break;
            }
            Network network = new Network(p);
            if (!level.isEmpty()) {
                Fraction greater = network.raise(best);
                if (greater.compareTo(best) > 0) {
                    bound[p] = greater;
                    continue;
                }
            }
            Fraction exact = bound[p];
            Fraction greater = network.raise(exact);
            while (greater.compareTo(exact) > 0) {
                exact = greater;
                greater = network.raise(exact);
            }
            bound[p] = exact;
            if (level.isEmpty() || exact.compareTo(best) < 0) {
                level.clear();
                best = exact;
            }
            level.add(p);
        }
        return level;
    }

    /** The kinds of voters part into those with the project and those without. */
    private void split(int p) {
        Map<Integer, Integer> parts = new HashMap<>();
        for (int i = profile.projectStart[p]; i < profile.projectStart[p + 1]; i++) {
            int g = profile.projectGroup[i];
            int old = kind[g];
            int now = parts.computeIfAbsent(old, from -> {
                List<Integer> projects = new ArrayList<>(kindProjects.get(from));
                projects.add(bought.size());
                kindProjects.add(projects);
                kindSize.add(0L);
                return kindSize.size() - 1;
            });
            kind[g] = now;
            kindSize.set(old, kindSize.get(old) - profile.size[g]);
            kindSize.set(now, kindSize.get(now) + profile.size[g]);
        }
    }

    /** The bought projects and one more, with the kinds of voters behind them. */
    private final class Network {
        private final int candidate;
        private final Map<Integer, Long> with = new HashMap<>();

        Network(int candidate) {
            this.candidate = candidate;
            for (int i = profile.projectStart[candidate]; i < profile.projectStart[candidate + 1]; i++) {
                int g = profile.projectGroup[i];
                with.merge(kind[g], profile.size[g], Long::sum);
            }
        }

        /** The same load if it carries all costs, else a greater one that some of the projects need. */
        Fraction raise(Fraction asked) {
            int projects = bought.size() + 1;
            int kinds = kindSize.size();
            int source = 0;
            int sink = 1 + projects + 2 * kinds;
            Flow flow = new Flow(sink + 1, projects * 4 + kinds * 4);
            BigInteger all = BigInteger.ZERO;
            for (int q = 0; q < projects; q++) {
                BigInteger cost = cost(q).multiply(asked.denominator());
                all = all.add(cost);
                flow.edge(source, 1 + q, cost);
            }
            for (int k = 0; k < kinds; k++) {
                long inside = with.getOrDefault(k, 0L);
                connect(flow, k, 1 + projects + 2 * k, inside, true, asked, sink, all);
                connect(flow, k, 2 + projects + 2 * k, kindSize.get(k) - inside, false, asked, sink, all);
            }
            if (flow.greatest(source, sink).equals(all)) {
                return asked;
            }
            BigInteger needed = BigInteger.ZERO;
            for (int q = 0; q < projects; q++) {
                needed = flow.isReached(1 + q) ? needed.add(cost(q)) : needed;
            }
            long voters = 0;
            for (int k = 0; k < kinds; k++) {
                long inside = with.getOrDefault(k, 0L);
                voters += flow.isReached(1 + projects + 2 * k) ? inside : 0;
                voters += flow.isReached(2 + projects + 2 * k) ? kindSize.get(k) - inside : 0;
            }
            return new Fraction(needed, BigInteger.valueOf(voters));
        }

        private void connect(
                Flow flow, int k, int node, long size, boolean inside, Fraction asked, int sink, BigInteger most) {
            if (size == 0) {
                return;
            }
            flow.edge(node, sink, asked.numerator().multiply(BigInteger.valueOf(size)));
            for (int q : kindProjects.get(k)) {
                flow.edge(1 + q, node, most);
            }
            if (inside) {
                flow.edge(1 + bought.size(), node, most);
            }
        }

        private BigInteger cost(int place) {
            return count.money.cost[place < bought.size() ? bought.get(place) : candidate];
        }
    }
}
