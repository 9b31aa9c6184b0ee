package org.gongzhi.tally;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gongzhi.exact.Fraction;

/**
 * What happens in each round of equal shares (均等份额逐轮说明): who pays how much, who competed, and where the money of every
 * project's supporters goes. The sums of what is paid are checked against the cost in every round.
 */
final class SharesStory {
    private static final int RIVALS = 4;
    /** Flows of money are kept in millionths of a unit, rounded down. */
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private final SharesRun run;
    private final Profile profile;
    private final Money money;
    private final List<String> ids;
    private final List<Explanation.Round> rounds = new ArrayList<>();
    private final BigInteger[][] flow;
    private final boolean[] candidates;

    SharesStory(SharesRun run, List<String> ids, boolean[] candidates) {
        this.run = run;
        profile = run.profile;
        money = run.money;
        this.ids = ids;
        this.candidates = candidates;
        flow = new BigInteger[ids.size()][ids.size()];
        run.watch(this::before);
    }

    List<Explanation.Round> rounds() {
        return rounds;
    }

    /** What the supporters of the first paid for the second, in money units. */
    Fraction flow(int from, int to) {
        BigInteger sum = flow[from][to];
        return sum == null ? Fraction.ZERO : new Fraction(sum, MILLION);
    }

    private void before(int winner, double priceHigh) {
        Fraction price = run.exact().priceNow(winner, run.priceLow[winner], priceHigh);
        long full = 0;
        long all = 0;
        long none = 0;
        Map<Fraction, Long> paid = new TreeMap<>(Comparator.reverseOrder());
        Fraction sum = Fraction.ZERO;
        for (int i = profile.projectStart[winner]; i < profile.projectStart[winner + 1]; i++) {
            int g = profile.projectGroup[i];
            long size = profile.size[g];
            if (run.high[g] == 0) {
                none += size;
                continue;
            }
            Fraction due = price.times(Fraction.of((long) profile.projectGain[i]));
            Fraction pays = due;
            boolean sure = run.low[g] > Math.nextUp(priceHigh * profile.projectGain[i]);
            if (!sure) {
                Fraction holds = run.exact().holdsNow(g);
                pays = holds.compareTo(due) < 0 ? holds : due;
            }
            if (pays.equals(due)) {
                full += size;
            } else {
                all += size;
            }
            paid.merge(pays, size, Long::sum);
            spread(g, winner, pays);
        }
        for (Map.Entry<Fraction, Long> entry : paid.entrySet()) {
            sum = sum.plus(entry.getKey().times(Fraction.of(entry.getValue())));
        }
        if (!sum.equals(new Fraction(money.cost[winner], BigInteger.ONE))) {
            throw new IllegalStateException(
                    "%s was paid for %s at cost %s".formatted(sum, ids.get(winner), money.cost[winner]));
        }
        rounds.add(new Explanation.Round(
                rounds.size() + 1,
                ids.get(winner),
                Outcome.Stage.EQUAL_SHARES,
                Optional.of(inMoney(price)),
                full,
                all,
                none,
                told(paid),
                rivals(winner)));
    }

    private void spread(int g, int winner, Fraction pays) {
        BigInteger amount = pays.numerator()
                .multiply(MILLION)
                .divide(pays.denominator())
                .multiply(BigInteger.valueOf(profile.size[g]));
        for (int i = profile.groupStart[g]; i < profile.groupStart[g + 1]; i++) {
            int p = profile.groupProject[i];
            BigInteger before = flow[p][winner];
            flow[p][winner] = before == null ? amount : before.add(amount);
        }
    }

    private List<Explanation.Paid> told(Map<Fraction, Long> paid) {
        Map<BigDecimal, Long> rounded = new TreeMap<>(Comparator.reverseOrder());
        paid.forEach((amount, voters) -> rounded.merge(twoDecimals(inMoney(amount)), voters, Long::sum));
        return rounded.entrySet().stream()
                .map(entry -> new Explanation.Paid(entry.getKey().toPlainString(), entry.getValue()))
                .toList();
    }

    static BigDecimal twoDecimals(Fraction amount) {
        return new BigDecimal(amount.numerator()).divide(new BigDecimal(amount.denominator()), 2, RoundingMode.HALF_UP);
    }

    private Fraction inMoney(Fraction units) {
        return units.dividedBy(new Fraction(money.unit, BigInteger.ONE));
    }

    /** The nearest competitors that their supporters could pay, by what they ask. */
    private List<Explanation.Rival> rivals(int winner) {
        return IntStream.range(0, ids.size())
                .filter(p -> p != winner && candidates[p] && run.boughtRound[p] < 0)
                .filter(p -> profile.mass[p] > 0 && money.cost[p].signum() > 0)
                .filter(p -> !Double.isInfinite(run.upperNow(p)))
                .boxed()
                .sorted(Comparator.comparingDouble(run::rankNow))
                .limit(RIVALS)
                .map(p -> new Explanation.Rival(ids.get(p), rank(p)))
                .toList();
    }

    private Fraction rank(int p) {
        Fraction price = run.exact().priceNow(p, run.lowerNow(p), run.upperNow(p));
        return run.byCost ? price.dividedBy(new Fraction(money.cost[p], BigInteger.ONE)) : inMoney(price);
    }
}
