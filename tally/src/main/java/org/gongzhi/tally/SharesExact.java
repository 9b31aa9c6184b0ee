package org.gongzhi.tally;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongzhi.exact.Fraction;

/**
 * The rational numbers behind a run of equal shares (均等份额的精确值), rebuilt only when a comparison needs them.
 *
 * <p>What a voter holds is the start share less the prices of the bought projects on the ballot, each times its gain, or 0
 * once it ran out; so all that has to be kept is the order of purchases and the round in which each group ran out. The
 * price of round r is a whole number over D(r), and each D divides the next, so a sum over the rounds is one pass with
 * one multiplication a round.
 */
final class SharesExact {
    /** The comparison cannot be decided for all shares of an interval. */
    static final int UNDECIDED = -2;
    /** None of the projects can be paid. */
    static final int NONE = -1;

    private final SharesRun run;
    private final Profile profile;
    private BigInteger startNumerator = BigInteger.ZERO;
    private final List<BigInteger> prices = new ArrayList<>();
    private final List<BigInteger> growth = new ArrayList<>();
    private final List<BigInteger> scale = new ArrayList<>();
    private final long[] paid;
    private int[] open = new int[16];
    private final List<Integer> level = new ArrayList<>();
    private final boolean[] dropped;
    private int decided = NONE;
    private Price fixed = new Price(BigInteger.ZERO, 1, true);
    private double decidedPrice;

    SharesExact(SharesRun run) {
        this.run = run;
        profile = run.profile;
        paid = new long[profile.projects() + 1];
        dropped = new boolean[profile.projects()];
    }

    /** A new run begins. */
    void start(BigInteger numerator, BigInteger denominator) {
        startNumerator = numerator;
        prices.clear();
        growth.clear();
        scale.clear();
        scale.add(denominator);
    }

    /** The projects that stood level at the last decision. */
    List<Integer> level() {
        return level;
    }

    boolean isDropped(int p) {
        return dropped[p];
    }

    /** Notes which project is taken and a price that the true one is never above. */
    void take(int p, double priceHigh) {
        decided = p;
        decidedPrice = priceHigh;
    }

    int decided() {
        return decided;
    }

    /** An upper bound of the price of the project that {@link #decide} took. */
    double decidedPrice() {
        return decidedPrice;
    }

    /** A price: {@code numerator / (mass × D)}, where D is the current scale or, if simple, 1. */
    private record Price(BigInteger numerator, long mass, boolean isSimple) {}

    /**
     * The place of the rival with the least rank, the tie order's first among equals; {@link #NONE} if no rival can be
     * paid. Those that cannot are marked.
     */
    int decide(int[] rivals, double[] rivalHigh, int found, int[] tieRank) {
        level.clear();
        int best = NONE;
        Price least = new Price(BigInteger.ZERO, 1, true);
        for (int i = 0; i < found; i++) {
            int p = rivals[i];
            Price price = price(p, run.priceLow[p], rivalHigh[i]);
            dropped[p] = price.mass() == 0;
            if (dropped[p]) {
                continue;
            }
            int order = best == NONE ? -1 : compare(p, price, rivals[best], least);
            if (order < 0) {
                level.clear();
            }
            if (order <= 0) {
                level.add(p);
            }
            if (order < 0 || (order == 0 && tieRank[p] < tieRank[rivals[best]])) {
                best = i;
                least = price;
            }
        }
        if (best != NONE) {
            BigInteger under = BigInteger.valueOf(least.mass()).multiply(scale(least));
            take(rivals[best], Math.min(rivalHigh[best], Money.high(least.numerator(), under)));
        }
        return best;
    }

    /** The exact price of a project now, in money units per unit of gain; it must be payable. */
    Fraction priceNow(int p, double priceLow, double priceHigh) {
        Price price = price(p, priceLow, priceHigh);
        return new Fraction(price.numerator(), BigInteger.valueOf(price.mass()).multiply(scale(price)));
    }

    /** What a project's supporters together hold now, in money units. */
    Fraction supportersHold(int p) {
        through(run.rounds);
        Arrays.fill(paid, 0, run.rounds, 0);
        long voters = 0;
        for (int i = profile.projectStart[p]; i < profile.projectStart[p + 1]; i++) {
            int g = profile.projectGroup[i];
            if (run.high[g] != 0) {
                voters += profile.size[g];
                addPaid(g, run.rounds);
            }
        }
        return new Fraction(held(voters, run.rounds), scale.get(run.rounds));
    }

    /** What a voter of the group holds now, in money units. */
    Fraction holdsNow(int g) {
        return run.high[g] == 0 ? Fraction.ZERO : new Fraction(holds(g), scaleBefore(run.rounds));
    }

    private BigInteger scale(Price price) {
        return price.isSimple() ? BigInteger.ONE : scale.get(run.rounds);
    }

    private int compare(int p, Price price, int other, Price least) {
        BigInteger left = price.numerator().multiply(BigInteger.valueOf(least.mass()));
        BigInteger right = least.numerator().multiply(BigInteger.valueOf(price.mass()));
        if (price.isSimple() != least.isSimple()) {
            left = left.multiply(scale(least));
            right = right.multiply(scale(price));
        }
        if (run.byCost) {
            left = left.multiply(run.money.cost[other]);
            right = right.multiply(run.money.cost[p]);
        }
        return left.compareTo(right);
    }

    /** Compares the ranks of two projects of which no supporter is short. */
    int compareSimple(int p, int other) {
        return compare(
                p,
                new Price(run.money.cost[p], simpleMass(p), true),
                other,
                new Price(run.money.cost[other], simpleMass(other), true));
    }

    /** Whether every supporter who has anything surely has enough for this price: then it is cost over mass, exactly. */
    boolean isSimple(int p, double priceHigh) {
        for (int i = profile.projectStart[p]; i < profile.projectStart[p + 1]; i++) {
            int g = profile.projectGroup[i];
            if (run.high[g] != 0 && run.low[g] < Math.nextUp(priceHigh * profile.projectGain[i])) {
                return false;
            }
        }
        return true;
    }

    private long simpleMass(int p) {
        double mass = 0;
        for (int i = profile.projectStart[p]; i < profile.projectStart[p + 1]; i++) {
            if (run.high[profile.projectGroup[i]] != 0) {
                mass += profile.projectSize[i] * profile.projectGain[i];
            }
        }
        return (long) mass;
    }

    /** The exact price of a project now; its mass is 0 if its supporters hold too little. */
    private Price price(int p, double priceLow, double priceHigh) {
        if (priceHigh < Double.MAX_VALUE && isSimple(p, priceHigh)) {
            return new Price(run.money.cost[p], simpleMass(p), true);
        }
        through(run.rounds);
        Arrays.fill(paid, 0, run.rounds, 0);
        long poor = 0;
        long mass = 0;
        int opened = 0;
        for (int i = profile.projectStart[p]; i < profile.projectStart[p + 1]; i++) {
            int g = profile.projectGroup[i];
            if (run.high[g] == 0) {
                continue;
            }
            long gain = (long) profile.projectGain[i];
            if (run.high[g] < Math.nextDown(priceLow * gain)) {
                poor += profile.size[g];
                addPaid(g, run.rounds);
            } else {
                mass += profile.size[g] * gain;
                if (run.low[g] < Math.nextUp(priceHigh * gain)) {
                    open(opened++, i);
                }
            }
        }
        BigInteger rest = run.money.cost[p].multiply(scale.get(run.rounds)).subtract(held(poor, run.rounds));
        return narrow(rest, mass, opened);
    }

    /** Takes from the open groups those that are short at the price, until none is: the least price that pays. */
    private Price narrow(BigInteger cost, long all, int opened) {
        BigInteger rest = cost;
        long mass = all;
        BigInteger[] holds = new BigInteger[opened];
        for (int i = 0; i < opened; i++) {
            holds[i] = holds(profile.projectGroup[open[i]]);
        }
        boolean moved = true;
        while (moved && mass > 0) {
            moved = false;
            BigInteger now = rest;
            BigInteger masses = BigInteger.valueOf(mass);
            for (int i = 0; i < opened; i++) {
                BigInteger held = holds[i];
                if (held.signum() < 0) {
                    continue;
                }
                BigInteger due = now.multiply(BigInteger.valueOf((long) profile.projectGain[open[i]]));
                if (held.multiply(masses).compareTo(due) < 0) {
                    long size = profile.size[profile.projectGroup[open[i]]];
                    rest = rest.subtract(held.multiply(BigInteger.valueOf(size)));
                    mass -= size * (long) profile.projectGain[open[i]];
                    holds[i] = BigInteger.ONE.negate();
                    moved = true;
                }
            }
        }
        return new Price(rest, mass, false);
    }

    /** Remembers that it is not yet known whether the supporter at this entry has anything left. */
    void open(int count, int entry) {
        if (count == open.length) {
            open = Arrays.copyOf(open, count * 2);
        }
        open[count] = entry;
    }

    /** Finds the exact price of a project that is about to be bought; to be called before anybody pays. */
    void fix(int p, double priceLow, double priceHigh) {
        fixed = price(p, priceLow, priceHigh);
    }

    /** Settles for the open supporters of the project whose price is fixed who runs out and what the others keep. */
    void settle(int opened) {
        int[] entries = Arrays.copyOf(open, opened);
        Price price = fixed;
        through(run.rounds);
        BigInteger mass = BigInteger.valueOf(price.mass());
        for (int entry : entries) {
            int g = profile.projectGroup[entry];
            BigInteger due = price.numerator().multiply(BigInteger.valueOf((long) profile.projectGain[entry]));
            // held / D - due / (mass × D or mass)
            BigInteger left =
                    holds(g).multiply(mass).subtract(price.isSimple() ? due.multiply(scale.get(run.rounds)) : due);
            if (left.signum() <= 0) {
                run.low[g] = 0;
                run.high[g] = 0;
                run.brokeRound[g] = run.rounds;
            } else {
                BigInteger under = mass.multiply(scale.get(run.rounds));
                run.low[g] = Money.low(left, under);
                run.high[g] = Money.high(left, under);
            }
        }
    }

    /** What a voter of the group holds now, over the current scale. */
    BigInteger holds(int g) {
        return holds(g, run.rounds);
    }

    /** What a voter of the group held before the given round, over the scale of that round. */
    BigInteger holds(int g, int round) {
        through(round);
        Arrays.fill(paid, 0, round, 0);
        addPaid(g, 1, round);
        return held(1, round);
    }

    private void addPaid(int g, int before) {
        addPaid(g, profile.size[g], before);
    }

    private void addPaid(int g, long size, int before) {
        for (int i = profile.groupStart[g]; i < profile.groupStart[g + 1]; i++) {
            int round = run.boughtRound[profile.groupProject[i]];
            if (round >= 0 && round < before) {
                paid[round] += size * profile.groupGain[i];
            }
        }
    }

    /** What so many voters hold who began with the start share and paid as {@link #paid} says, over the round's scale. */
    private BigInteger held(long voters, int round) {
        BigInteger sum = startNumerator.multiply(BigInteger.valueOf(voters));
        for (int k = 0; k < round; k++) {
            sum = sum.multiply(growth.get(k));
            if (paid[k] != 0) {
                sum = sum.subtract(prices.get(k).multiply(BigInteger.valueOf(paid[k])));
            }
        }
        return sum;
    }

    /** Rebuilds the exact prices of all rounds before this one. */
    void through(int round) {
        for (int r = prices.size(); r < round; r++) {
            rebuild(r);
        }
    }

    private void rebuild(int r) {
        int p = run.order[r];
        Arrays.fill(paid, 0, r, 0);
        long poor = 0;
        long mass = 0;
        for (int i = profile.projectStart[p]; i < profile.projectStart[p + 1]; i++) {
            int g = profile.projectGroup[i];
            if (run.brokeRound[g] == r) {
                poor += profile.size[g];
                addPaid(g, r);
            } else if (run.brokeRound[g] > r) {
                mass += profile.size[g] * (long) profile.projectGain[i];
            }
        }
        if (mass == 0) {
            // All who paid gave their last: nobody's money depends on this price any more.
            prices.add(BigInteger.ZERO);
            growth.add(BigInteger.ONE);
            scale.add(scale.get(r));
            return;
        }
        BigInteger rest = run.money.cost[p].multiply(scale.get(r)).subtract(held(poor, r));
        BigInteger masses = BigInteger.valueOf(mass);
        BigInteger common = rest.gcd(masses);
        prices.add(rest.divide(common));
        growth.add(masses.divide(common));
        scale.add(scale.get(r).multiply(masses.divide(common)));
    }

    /** The scale of the prices before a round. */
    BigInteger scaleBefore(int round) {
        through(round);
        return scale.get(round);
    }
}
