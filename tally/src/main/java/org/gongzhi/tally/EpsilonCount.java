package org.gongzhi.tally;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Completion by a vanishing liking for everything (全体补足): when no project can be paid by its supporters alone, they give
 * all they have and all other voters share the rest equally, as far as each can. The project that asks the least of the
 * others goes first. Definition: domain page, section 3.3, the limit of epsilon to 0.
 */
final class EpsilonCount {
    private final Count count;
    private final Profile profile;
    /** What each voter of a group holds, over {@link #scale}. */
    private final BigInteger[] held;

    private BigInteger scale;

    EpsilonCount(Count count, SharesRun run) {
        this.count = count;
        profile = run.profile;
        held = new BigInteger[profile.groups];
        for (int g = 0; g < held.length; g++) {
            held[g] = run.high[g] == 0 ? BigInteger.ZERO : run.exact().holds(g);
        }
        scale = run.exact().scaleBefore(run.rounds);
    }

    /** What the others pay each: a whole number over the count of those who are not short, times the scale. */
    private record Due(int project, BigInteger rest, long payers) {}

    void run() {
        while (true) {
            Integer[] rich = IntStream.range(0, held.length)
                    .boxed()
                    .sorted(Comparator.comparing((Integer g) -> held[g]))
                    .toArray(Integer[]::new);
            Optional<Due> least = Optional.empty();
            for (int p = 0; p < count.projects(); p++) {
                if (count.isFree(p) && count.fits(p)) {
                    Optional<Due> due = due(p, rich);
                    if (due.isPresent() && (least.isEmpty() || isLess(due.get(), least.get()))) {
                        least = due;
                    }
                }
            }
            if (least.isEmpty()) {
                return;
            }
            pay(least.get());
            count.take(least.get().project(), Outcome.Stage.EPSILON);
        }
    }

    private boolean isLess(Due due, Due least) {
        int order = due.rest()
                .multiply(BigInteger.valueOf(least.payers()))
                .compareTo(least.rest().multiply(BigInteger.valueOf(due.payers())));
        return order < 0 || (order == 0 && count.tieRank[due.project()] < count.tieRank[least.project()]);
    }

    private boolean[] supporters(int p) {
        boolean[] supports = new boolean[held.length];
        for (int i = profile.projectStart[p]; i < profile.projectStart[p + 1]; i++) {
            supports[profile.projectGroup[i]] = true;
        }
        return supports;
    }

    private Optional<Due> due(int p, Integer[] rich) {
        boolean[] supports = supporters(p);
        BigInteger rest = count.money.cost[p].multiply(scale);
        long payers = 0;
        for (int g = 0; g < held.length; g++) {
            if (supports[g]) {
                rest = rest.subtract(held[g].multiply(BigInteger.valueOf(profile.size[g])));
            } else {
                payers += profile.size[g];
            }
        }
        if (rest.signum() <= 0) {
            return Optional.of(new Due(p, BigInteger.ZERO, 1));
        }
        for (int g : rich) {
            if (supports[g]) {
                continue;
            }
            if (held[g].multiply(BigInteger.valueOf(payers)).compareTo(rest) >= 0) {
                return Optional.of(new Due(p, rest, payers));
            }
            rest = rest.subtract(held[g].multiply(BigInteger.valueOf(profile.size[g])));
            payers -= profile.size[g];
        }
        return Optional.empty();
    }

    private void pay(Due due) {
        boolean[] supports = supporters(due.project());
        if (due.rest().signum() == 0) {
            // The supporters can pay alone: nobody else is asked, and each gives the same part of what is held.
            payAlone(due.project(), supports);
            return;
        }
        BigInteger payers = BigInteger.valueOf(due.payers());
        for (int g = 0; g < held.length; g++) {
            held[g] = supports[g]
                    ? BigInteger.ZERO
                    : held[g].multiply(payers).subtract(due.rest()).max(BigInteger.ZERO);
        }
        scale = scale.multiply(payers);
    }

    private void payAlone(int p, boolean[] supports) {
        BigInteger all = BigInteger.ZERO;
        for (int g = 0; g < held.length; g++) {
            all = supports[g] ? all.add(held[g].multiply(BigInteger.valueOf(profile.size[g]))) : all;
        }
        if (all.signum() == 0) {
            return;
        }
        BigInteger left = all.subtract(count.money.cost[p].multiply(scale));
        for (int g = 0; g < held.length; g++) {
            held[g] = held[g].multiply(supports[g] ? left : all);
        }
        scale = scale.multiply(all);
        reduce();
    }

    private void reduce() {
        BigInteger common = Arrays.stream(held).reduce(scale, BigInteger::gcd);
        scale = scale.divide(common);
        for (int g = 0; g < held.length; g++) {
            held[g] = held[g].divide(common);
        }
    }
}
