package org.gongzhi.tally;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gongzhi.exact.Fraction;

/** The method of equal shares with its completions (均等份额法). Definition: domain page, sections 3.2 and 3.3. */
final class SharesCount {
    private final Count count;
    private final Rule.EqualShares rule;
    private final Profile profile;
    private final SharesRun run;
    private final List<Integer> free = new ArrayList<>();
    private final BigInteger voters;

    SharesCount(Count count, Rule.EqualShares rule) {
        this.count = count;
        this.rule = rule;
        profile = Profile.of(count.election, rule.measure());
        run = new SharesRun(
                profile, count.money, rule.measure() == Measure.COST, count.tieRank, count.eligible.clone());
        voters = BigInteger.valueOf(Math.max(1, profile.voters));
        for (int p = 0; p < count.projects(); p++) {
            boolean gains = profile.mass[p] > 0 && rule.measure() != Measure.COST;
            if (count.eligible[p] && count.money.cost[p].signum() == 0 && gains) {
                free.add(p);
            }
        }
        free.sort(Comparator.comparingInt(p -> count.tieRank[p]));
    }

    void run() {
        List<Completion> completions = rule.completions();
        int next = 0;
        if (!completions.isEmpty() && completions.getFirst() instanceof Completion.Add1 add1) {
            raise(add1);
            next = 1;
        } else {
            runFrom(count.money.budget, true);
            take();
        }
        for (Completion completion : completions.subList(next, completions.size())) {
            if (count.isExhaustive()) {
                return;
            }
            switch (completion) {
                case Completion.Greedy _ -> GreedyCount.run(count, new Rule.Greedy(rule.measure()));
                case Completion.Votes _ -> byVotes();
                case Completion.Epsilon _ -> new EpsilonCount(count, run).run();
                case Completion.Add1 _ -> throw new IllegalArgumentException("add1 after another completion");
            }
        }
    }

    private void runFrom(BigInteger budget, boolean keepTies) {
        run.point(budget, voters, keepTies, count.ids);
    }

    /** What the last run bought becomes the outcome. */
    private void take() {
        free.forEach(p -> count.take(p, Outcome.Stage.EQUAL_SHARES));
        for (int r = 0; r < run.rounds; r++) {
            count.take(run.order[r], Outcome.Stage.EQUAL_SHARES);
        }
        count.ties(run.ties());
        for (int p = 0; p < count.projects(); p++) {
            count.everLevel[p] |= run.everLevel[p];
        }
        count.share = count.money
                .amount(count.money.budget)
                .dividedBy(Fraction.of(voters.longValueExact()))
                .plus(step().times(Fraction.of(count.raises)));
    }

    private Fraction step() {
        return !rule.completions().isEmpty() && rule.completions().getFirst() instanceof Completion.Add1 add1
                ? add1.step()
                : Fraction.ZERO;
    }

    /**
     * Raises every share by the step until too much would be spent. Between two runs from a point, runs from an interval
     * of shares leap over the steps that surely change nothing.
     */
    private void raise(Completion.Add1 add1) {
        BigInteger step = count.money.units(add1.step()).multiply(voters);
        BigInteger most = count.money.budget.multiply(voters).divide(step);
        BigInteger k = BigInteger.ZERO;
        BigInteger held = BigInteger.ZERO;
        Leap leap = new Leap();
        runFrom(count.money.budget, false);
        while (!isEnough(add1.until())) {
            held = k;
            BigInteger sure = leap.from(k, most, step);
            held = sure;
            k = sure.add(BigInteger.ONE);
            if (k.compareTo(most) > 0) {
                break;
            }
            runFrom(count.money.budget.add(step.multiply(k)), false);
            if (spent().compareTo(count.money.budget) > 0) {
                break;
            }
            held = k;
        }
        count.raises = held.longValueExact();
        runFrom(count.money.budget.add(step.multiply(held)), true);
        take();
    }

    private BigInteger spent() {
        BigInteger spent = BigInteger.ZERO;
        for (int r = 0; r < run.rounds; r++) {
            spent = spent.add(count.money.cost[run.order[r]]);
        }
        return spent;
    }

    private boolean isEnough(Completion.Until until) {
        if (until == Completion.Until.OVERSPENT) {
            return false;
        }
        BigInteger left = count.money.budget.subtract(spent());
        for (int p = 0; p < count.projects(); p++) {
            boolean open = count.eligible[p] && run.boughtRound[p] < 0 && !free.contains(p);
            boolean asked =
                    until == Completion.Until.EXHAUSTIVE || (profile.mass[p] > 0 && count.money.cost[p].signum() > 0);
            if (open && asked && count.money.cost[p].compareTo(left) <= 0) {
                return false;
            }
        }
        return true;
    }

    /** Leaps over steps that surely lead to the outcome at hand (跳步). Grows and shrinks with its luck. */
    private final class Leap {
        private long reach = 1;
        private int pause;
        private int patience = 1;
        private int[] before = new int[0];

        /** The last step from k on that surely has the same outcome as k, which has just been run. */
        BigInteger from(BigInteger k, BigInteger most, BigInteger step) {
            if (pause > 0) {
                pause--;
                return k;
            }
            before = Arrays.copyOf(run.order, run.rounds);
            BigInteger sure = k;
            while (sure.compareTo(most) < 0) {
                BigInteger to = sure.add(BigInteger.valueOf(reach)).min(most);
                double low = Money.low(count.money.budget.add(step.multiply(sure)), voters);
                double high = Money.high(count.money.budget.add(step.multiply(to)), voters);
                if (run.interval(low, high) && Arrays.equals(before, 0, before.length, run.order, 0, run.rounds)) {
                    sure = to;
                    reach = Math.min(reach * 2, 1L << 40);
                } else if (reach == 1) {
                    break;
                } else {
                    reach = Math.max(1, reach / 4);
                    if (!sure.equals(k)) {
                        break;
                    }
                }
            }
            if (sure.equals(k)) {
                pause = patience;
                patience = Math.min(64, patience * 2);
            } else {
                patience = 1;
            }
            return sure;
        }
    }

    /** All others by falling number of votes, as far as they fit. */
    private void byVotes() {
        List<Long> votes = count.election.votes();
        IntStream.range(0, count.projects())
                .filter(count::isFree)
                .boxed()
                .sorted(Comparator.comparingLong((Integer p) -> -votes.get(p)).thenComparingInt(p -> count.tieRank[p]))
                .filter(count::fits)
                .forEachOrdered(p -> count.take(p, Outcome.Stage.GREEDY));
    }
}
