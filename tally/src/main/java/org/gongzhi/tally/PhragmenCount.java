package org.gongzhi.tally;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Phragmén's sequential rule (弗拉格门法). A voter's load is the common load of the last bought project on the ballot, so the
 * loads are as few numbers as there are rounds. Doubles rounded outwards narrow down the candidates for the least load;
 * rational numbers settle the rest. Definition: domain page, section 3.4.
 */
final class PhragmenCount {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final Count count;
    private final Profile profile;
    private final double[] low;
    private final double[] high;
    private final int[] lastRound;
    private final List<BigInteger> loads = new ArrayList<>();
    private final List<BigInteger> growth = new ArrayList<>();
    private BigInteger scale = BigInteger.ONE;
    private final double[] bound;
    private final int[] seen;
    private final long[] weight;
    private int rounds;
    private Watcher watcher = level -> {};

    /** Looks on before each decision (旁观). */
    @FunctionalInterface
    interface Watcher {
        /** These stand level with the least load; one of them is about to be bought, or the rule to stop. */
        void deciding(List<Integer> level);
    }

    void watch(Watcher looker) {
        watcher = looker;
    }

    PhragmenCount(Count count) {
        this.count = count;
        profile = Profile.of(count.election, Measure.CARDINALITY);
        low = new double[profile.groups];
        high = new double[profile.groups];
        lastRound = new int[profile.groups];
        Arrays.fill(lastRound, -1);
        bound = new double[count.projects()];
        seen = new int[count.projects()];
        Arrays.fill(seen, -1);
        weight = new long[count.projects() + 1];
    }

    /** Buys until no candidate is left, or until one of those with the least load does not fit: whether none was left. */
    boolean run() {
        List<Integer> candidates = new ArrayList<>();
        for (int p = 0; p < count.projects(); p++) {
            if (count.isFree(p) && count.money.cost[p].compareTo(count.money.budget) <= 0) {
                candidates.add(p);
                bound[p] = profile.mass[p] == 0 ? NEVER : 0;
            }
        }
        while (!candidates.isEmpty()) {
            List<Integer> level = least(candidates);
            watcher.deciding(level);
            if (level.stream().anyMatch(p -> !count.fits(p))) {
                return false;
            }
            int winner = count.first(level);
            if (level.size() > 1) {
                count.tie(Outcome.Stage.PHRAGMEN, level, winner);
            }
            buy(winner);
            candidates.remove(Integer.valueOf(winner));
        }
        return true;
    }

    /** All candidates with the least load, exactly. */
    private List<Integer> least(List<Integer> candidates) {
        double best = NEVER;
        List<Integer> near = new ArrayList<>();
        List<Integer> order = new ArrayList<>(candidates);
        order.sort((one, other) -> Double.compare(bound[one], bound[other]));
        for (int p : order) {
            if (bound[p] > best) {
                break;
            }
            if (seen[p] != rounds && profile.mass[p] > 0) {
                bound[p] = load(p, low, count.money.costLow[p], false);
                seen[p] = rounds;
            }
            if (bound[p] <= best) {
                near.add(p);
                best = Math.min(best, profile.mass[p] == 0 ? NEVER : load(p, high, count.money.costHigh[p], true));
            }
        }
        double limit = best;
        near.removeIf(p -> bound[p] > limit);
        return near.size() == 1 || limit == NEVER ? near : exactLeast(near);
    }

    private double load(int p, double[] loads, double cost, boolean up) {
        double sum = cost;
        int from = profile.projectStart[p];
        int to = profile.projectStart[p + 1];
        for (int i = from; i < to; i++) {
            sum += profile.projectSize[i] * loads[profile.projectGroup[i]];
        }
        double slack = (to - from + 8) * 0x1p-52;
        double load = sum / profile.mass[p];
        return up ? Math.nextUp(load * (1 + slack)) : Math.nextDown(load * (1 - slack));
    }

    private List<Integer> exactLeast(List<Integer> near) {
        List<Integer> level = new ArrayList<>();
        BigInteger least = BigInteger.ZERO;
        BigInteger leastMass = BigInteger.ONE;
        for (int p : near) {
            BigInteger sum = sum(p);
            BigInteger mass = BigInteger.valueOf(profile.mass[p]);
            int order = level.isEmpty() ? -1 : sum.multiply(leastMass).compareTo(least.multiply(mass));
            if (order < 0) {
                level.clear();
                least = sum;
                leastMass = mass;
            }
            if (order <= 0) {
                level.add(p);
            }
        }
        return level;
    }

    long supporters(int p) {
        return profile.mass[p];
    }

    /** The cost and the loads of a project's supporters, over the current scale. */
    BigInteger sum(int p) {
        Arrays.fill(weight, 0, rounds, 0);
        for (int i = profile.projectStart[p]; i < profile.projectStart[p + 1]; i++) {
            int round = lastRound[profile.projectGroup[i]];
            if (round >= 0) {
                weight[round] += (long) profile.projectSize[i];
            }
        }
        BigInteger sum = BigInteger.ZERO;
        for (int r = 0; r < rounds; r++) {
            sum = sum.multiply(growth.get(r));
            if (weight[r] != 0) {
                sum = sum.add(loads.get(r).multiply(BigInteger.valueOf(weight[r])));
            }
        }
        return sum.add(count.money.cost[p].multiply(scale));
    }

    private void buy(int p) {
        count.take(p, Outcome.Stage.PHRAGMEN);
        if (profile.mass[p] == 0) {
            return;
        }
        BigInteger sum = sum(p);
        BigInteger mass = BigInteger.valueOf(profile.mass[p]);
        BigInteger common = sum.gcd(mass);
        BigInteger load = sum.divide(common);
        BigInteger more = mass.divide(common);
        scale = scale.multiply(more);
        loads.add(load);
        growth.add(more);
        double below = load.signum() == 0 ? 0 : Money.low(load, scale);
        double above = load.signum() == 0 ? 0 : Money.high(load, scale);
        for (int i = profile.projectStart[p]; i < profile.projectStart[p + 1]; i++) {
            int g = profile.projectGroup[i];
            low[g] = below;
            high[g] = above;
            lastRound[g] = rounds;
        }
        rounds++;
    }
}
