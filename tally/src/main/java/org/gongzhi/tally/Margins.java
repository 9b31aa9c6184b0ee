package org.gongzhi.tally;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.gongzhi.exact.Fraction;

/** How few more votes would have carried a project under the rules without shares (票数差距). */
final class Margins {
    private Margins() {}

    /**
     * Under the greedy rule: the least number of further voters, each with the greatest gain any ballot gives the project,
     * with whom it comes early enough in the walk to fit. Empty if it never can.
     */
    static OptionalLong greedy(Count count, Rule.Greedy rule, int project) {
        if (count.money.cost[project].signum() == 0 || !count.eligible[project]) {
            return OptionalLong.empty();
        }
        GreedyCount.Density[] density = GreedyCount.densities(count.election, rule.measure());
        List<Integer> walk = IntStream.range(0, count.projects())
                .filter(p -> p != project && count.isFree(p))
                .boxed()
                .sorted(Comparator.comparing((Integer p) -> density[p], Comparator.reverseOrder())
                        .thenComparingInt(p -> count.tieRank[p]))
                .toList();
        int last = -1;
        Count without = new Count(count.election, count.money, count.tieRank, count.eligible);
        boolean stopped = false;
        for (int place = 0; place <= walk.size() && !stopped; place++) {
            if (without.fits(project)) {
                last = place;
            }
            if (place < walk.size()) {
                int p = walk.get(place);
                if (without.fits(p)) {
                    without.take(p, Outcome.Stage.GREEDY);
                } else {
                    stopped = rule.misfit() == Rule.Misfit.STOP;
                }
            }
        }
        if (last < 0) {
            return OptionalLong.empty();
        }
        if (last == walk.size()) {
            return OptionalLong.of(0);
        }
        return toBeat(count, rule.measure(), project, walk.get(last), density);
    }

    private static OptionalLong toBeat(
            Count count, Measure measure, int project, int other, GreedyCount.Density[] density) {
        if (density[other].infinite() > 0) {
            return OptionalLong.empty();
        }
        long each = most(count.election, measure, project);
        Fraction cost = measure == Measure.COST
                ? Fraction.ONE
                : count.election.projects().get(project).cost();
        Fraction has = density[project].finite().times(cost);
        Fraction needed = density[other].finite().times(cost).minus(has).dividedBy(Fraction.of(each));
        long more = needed.ceiling().longValueExact();
        boolean level = needed.isWhole() && count.tieRank[project] > count.tieRank[other];
        return OptionalLong.of(Math.max(0, level ? more + 1 : more));
    }

    private static long most(Election election, Measure measure, int project) {
        Ballots ballots = election.ballots();
        long most = 1;
        for (int b = 0; b < ballots.size(); b++) {
            for (int i = 0; i < ballots.length(b); i++) {
                if (ballots.project(b, i) == project) {
                    most = Math.max(
                            most,
                            switch (measure) {
                                case COST, CARDINALITY -> 1;
                                case POINTS -> ballots.points(b, i);
                                case BORDA -> ballots.length(b) - 1 - i;
                            });
                }
            }
        }
        return most;
    }

    /**
     * Under Phragmén's rule: the count runs without the project, and before each decision at which it would still fit it is
     * asked how many more voters, who carry no load yet, would have made its load the least.
     */
    static OptionalLong phragmen(Count count, int project) {
        boolean[] others = count.eligible.clone();
        others[project] = false;
        Count without = new Count(count.election, count.money, count.tieRank, others);
        PhragmenCount run = new PhragmenCount(without);
        List<BigInteger> found = new ArrayList<>();
        run.watch(level -> {
            if (without.fits(project)) {
                more(without, run, level, project).ifPresent(found::add);
            }
        });
        boolean noneLeft = run.run();
        if (noneLeft && without.fits(project)) {
            found.add(BigInteger.ONE);
        }
        return found.stream()
                .map(more -> more.max(BigInteger.ONE))
                .min(Comparator.naturalOrder())
                .filter(more -> more.bitLength() < 63)
                .map(more -> OptionalLong.of(more.longValueExact()))
                .orElse(OptionalLong.empty());
    }

    private static Optional<BigInteger> more(Count without, PhragmenCount run, List<Integer> level, int project) {
        int first = without.first(level);
        if (run.supporters(first) == 0) {
            return Optional.of(BigInteger.ONE);
        }
        BigInteger load = run.sum(first);
        if (load.signum() == 0) {
            return Optional.empty();
        }
        Fraction voters = new Fraction(run.sum(project).multiply(BigInteger.valueOf(run.supporters(first))), load);
        boolean levelWins = voters.isWhole()
                && without.tieRank[project] < without.tieRank[first]
                && level.stream().allMatch(without::fits);
        BigInteger needed = levelWins ? voters.floor() : voters.floor().add(BigInteger.ONE);
        return Optional.of(needed.subtract(BigInteger.valueOf(run.supporters(project))));
    }

    /**
     * By counting again with more ballots that name only this project, the number doubled and then narrowed down. For
     * rules whose rounds give no such number at once.
     */
    static OptionalLong byRecount(Election election, Procedure procedure, int project) {
        long most = Math.max(1, election.ballots().size());
        long enough = 1;
        while (!wins(election, procedure, project, enough)) {
            if (enough >= most) {
                return OptionalLong.empty();
            }
            enough = Math.min(most, enough * 2);
        }
        long few = enough / 2;
        while (enough - few > 1) {
            long middle = (few + enough) / 2;
            if (wins(election, procedure, project, middle)) {
                enough = middle;
            } else {
                few = middle;
            }
        }
        return OptionalLong.of(enough);
    }

    private static boolean wins(Election election, Procedure procedure, int project, long more) {
        Ballots ballots = election.ballots();
        Ballots.Box box = new Ballots.Box(false);
        for (int b = 0; b < ballots.size(); b++) {
            for (int i = 0; i < ballots.length(b); i++) {
                box.name(ballots.project(b, i), 0);
            }
            box.close(0);
        }
        for (long k = 0; k < more; k++) {
            box.cast(List.of(project));
        }
        Outcome outcome = Tally.count(election.with(election.projects(), box.ballots()), procedure);
        return outcome.selected().contains(election.projects().get(project).id());
    }
}
