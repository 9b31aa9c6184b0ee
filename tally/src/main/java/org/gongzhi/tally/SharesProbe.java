package org.gongzhi.tally;

import java.math.BigInteger;
import java.util.OptionalLong;
import org.gongzhi.exact.Fraction;

/**
 * How near a project came under equal shares (有效支持与差距): the count is run without it, and before each purchase it is asked
 * what its supporters could have paid at the same rank, and how many more supporters with a full share it would have
 * taken. Doubles rounded outwards answer where both bounds agree, rational numbers where they do not. Source: domain
 * page, section 4.
 */
final class SharesProbe {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private final SharesRun run;
    private final Money money;
    private final Profile profile;
    private final int project;
    private final Fraction share;
    private final int[] tieRank;
    private final long gain;
    private long support;
    private long margin = Long.MAX_VALUE;

    SharesProbe(SharesRun run, int project, Fraction share, int[] tieRank) {
        this.run = run;
        money = run.money;
        profile = run.profile;
        this.project = project;
        this.share = share;
        this.tieRank = tieRank;
        long most = 1;
        for (int i = profile.projectStart[project]; i < profile.projectStart[project + 1]; i++) {
            most = Math.max(most, (long) profile.projectGain[i]);
        }
        gain = most;
    }

    /** Runs without the project from the share, given in money units. */
    void run() {
        run.watch(this::before);
        run.point(share.numerator(), share.denominator(), false, java.util.List.of());
        atTheEnd();
    }

    /** Percent of what the project needed, rounded down. */
    long support() {
        return support;
    }

    /** How many more supporters, each with a full share and with the greatest gain on a ballot, it took. */
    OptionalLong margin() {
        return margin == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(margin);
    }

    private void before(int winner, double priceHigh) {
        double low = ownPrice(winner, run.priceLow[winner], false);
        double high = ownPrice(winner, priceHigh, true);
        double cost = money.costHigh[project];
        double payLow = pay(run.low, low) * (1 - slack());
        double payHigh = pay(run.high, high) * (1 + slack());
        double least = 100 * payLow / cost;
        double most = Math.nextUp(100 * payHigh / money.costLow[project]);
        double eachLow = Math.min(share(false), low * gain);
        double eachHigh = Math.min(share(true), high * gain);
        double fewest = (money.costLow[project] - payHigh) / eachHigh;
        double mostMore = (cost - payLow) / eachLow;
        double slack = 1e-9 * Math.max(1, Math.abs(mostMore));
        double few = Math.max(1, Math.ceil(fewest - slack));
        double many = Math.max(1, Math.ceil(mostMore + slack));
        boolean supportKnown = Math.floor(most) <= support || Math.floor(least) == Math.floor(most);
        boolean marginKnown = few >= margin || few == many;
        if (supportKnown && marginKnown) {
            support = Math.max(support, (long) Math.floor(most));
            margin = few < margin ? (long) few : margin;
            return;
        }
        exactly(winner, priceHigh);
    }

    private void exactly(int winner, double priceHigh) {
        Fraction price = run.exact().priceNow(winner, run.priceLow[winner], priceHigh);
        Fraction own = run.byCost ? price.times(cost(project)).dividedBy(cost(winner)) : price;
        Fraction pay = Fraction.ZERO;
        // If all would give their last below the winner's rank, the sum that just suffices comes before the winner.
        boolean anyInFull = share.compareTo(own.times(Fraction.of(gain))) >= 0;
        for (int i = profile.projectStart[project]; i < profile.projectStart[project + 1]; i++) {
            int g = profile.projectGroup[i];
            Fraction due = own.times(Fraction.of((long) profile.projectGain[i]));
            Fraction holds = run.exact().holdsNow(g);
            anyInFull |= holds.compareTo(due) >= 0;
            pay = pay.plus(min(holds, due).times(Fraction.of(profile.size[g])));
        }
        support = Math.max(support, percent(pay));
        Fraction each = min(share, own.times(Fraction.of(gain)));
        Fraction needed = cost(project).minus(pay).dividedBy(each);
        BigInteger more = needed.ceiling();
        if (needed.isWhole() && anyInFull && tieRank[project] > tieRank[winner]) {
            more = more.add(BigInteger.ONE);
        }
        more(more);
    }

    /** When nothing more is bought, all that is left would have to suffice. */
    private void atTheEnd() {
        Fraction left = run.exact().supportersHold(project);
        support = Math.max(support, percent(left));
        if (share.signum() > 0) {
            more(cost(project).minus(left).dividedBy(share).ceiling());
        }
    }

    private void more(BigInteger more) {
        if (more.bitLength() < 62) {
            margin = Math.min(margin, Math.max(1, more.longValueExact()));
        }
    }

    private long percent(Fraction pay) {
        return pay.times(new Fraction(HUNDRED, BigInteger.ONE))
                .dividedBy(cost(project))
                .floor()
                .longValue();
    }

    private Fraction cost(int p) {
        return new Fraction(money.cost[p], BigInteger.ONE);
    }

    private static Fraction min(Fraction one, Fraction other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** What the project would cost a supporter per gain at the rank of the winner. */
    private double ownPrice(int winner, double price, boolean up) {
        if (!run.byCost) {
            return price;
        }
        return up
                ? Math.nextUp(Math.nextUp(price / money.costLow[winner]) * money.costHigh[project])
                : Math.nextDown(Math.nextDown(price / money.costHigh[winner]) * money.costLow[project]);
    }

    private double share(boolean up) {
        return up
                ? Money.high(share.numerator(), share.denominator())
                : Money.low(share.numerator(), share.denominator());
    }

    private double slack() {
        return (profile.projectStart[project + 1] - profile.projectStart[project] + 16) * 0x1p-51;
    }

    private double pay(double[] held, double price) {
        double sum = 0;
        for (int i = profile.projectStart[project]; i < profile.projectStart[project + 1]; i++) {
            sum += profile.projectSize[i] * Math.min(held[profile.projectGroup[i]], price * profile.projectGain[i]);
        }
        return sum;
    }
}
