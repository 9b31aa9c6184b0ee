package org.gongzhi.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.gongzhi.exact.Fraction;
import org.junit.jupiter.api.Test;

/** What must hold on every election; elections are drawn from seeds, and a failure names its seed. */
class PropertyTest {
    private static final int CASES = Integer.getInteger("tally.cases", 300);

    private static VoteType type(long seed) {
        return Elections.TYPES.get((int) (seed % Elections.TYPES.size()));
    }

    private static List<Procedure> procedures(Election election) {
        List<Procedure> procedures = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (measure.fits(election.type())) {
                procedures.add(Procedure.of(new Rule.Greedy(measure)));
                procedures.add(Procedure.of(new Rule.Greedy(measure, Rule.Misfit.STOP, List.of())));
                procedures.add(Procedure.of(new Rule.EqualShares(measure, List.of())));
                procedures.add(Procedure.of(new Rule.EqualShares(
                        measure,
                        List.of(
                                new Completion.Add1(Fraction.of(1, 2), Completion.Until.EXHAUSTIVE),
                                new Completion.Greedy()))));
                procedures.add(Procedure.of(new Rule.EqualShares(
                        measure,
                        List.of(
                                new Completion.Add1(Fraction.ONE, Completion.Until.OVERSPENT),
                                new Completion.Votes()))));
                procedures.add(Procedure.of(new Rule.EqualShares(measure, List.of(new Completion.Epsilon()))));
            }
        }
        if (Procedure.of(new Rule.Phragmen()).misfit(election).isEmpty()) {
            procedures.add(Procedure.of(new Rule.Phragmen()));
            procedures.add(Procedure.of(new Rule.MaximinSupport()));
        }
        return procedures;
    }

    @Test
    void everyRuleIsWhatItsDefinitionSays() {
        for (long seed = 0; seed < CASES; seed++) {
            Election election = Elections.draw(seed, type(seed));
            Fraction[] money = new Fraction[election.ballots().size()];
            Fraction share =
                    money.length == 0 ? Fraction.ZERO : election.budget().dividedBy(Fraction.of(money.length));
            for (Measure measure : Measure.values()) {
                if (!measure.fits(election.type())) {
                    continue;
                }
                String told = "seed " + seed + " " + measure;
                assertEquals(
                        Naive.shares(election, measure, share, money),
                        count(election, new Rule.EqualShares(measure, List.of())),
                        told);
                assertEquals(
                        Naive.add1(election, measure),
                        count(
                                election,
                                new Rule.EqualShares(
                                        measure,
                                        List.of(new Completion.Add1(Fraction.ONE, Completion.Until.EXHAUSTIVE)))),
                        told + " add1");
                assertEquals(
                        Naive.epsilon(election, measure),
                        count(election, new Rule.EqualShares(measure, List.of(new Completion.Epsilon()))).stream()
                                .filter(id -> !isFreeAndUnbought(election, measure, id))
                                .toList(),
                        told + " epsilon");
            }
            if (Procedure.of(new Rule.Phragmen()).misfit(election).isEmpty()) {
                assertEquals(Naive.phragmen(election), count(election, new Rule.Phragmen()), "seed " + seed);
                assertEquals(Naive.maximin(election), count(election, new Rule.MaximinSupport()), "seed " + seed);
            }
        }
    }

    /** A project that costs nothing and gains nothing costs the others nothing: epsilon takes it, whenever. */
    private static boolean isFreeAndUnbought(Election election, Measure measure, String id) {
        int p = election.positions().getOrDefault(id, 0);
        boolean free = election.projects().get(p).cost().signum() == 0;
        boolean gains = false;
        for (int v = 0; v < election.ballots().size(); v++) {
            gains |= Naive.gain(election, measure, v, p).signum() > 0;
        }
        return free && !gains;
    }

    private static List<String> count(Election election, Rule rule) {
        return Tally.count(election, Procedure.of(rule)).selected();
    }

    @Test
    void theBudgetIsNeverExceededAndNothingIsTakenTwice() {
        for (long seed = 0; seed < CASES; seed++) {
            Election election = Elections.draw(seed, type(seed));
            for (Procedure procedure : procedures(election)) {
                Outcome outcome = Tally.count(election, procedure);
                String told = "seed " + seed + " " + procedure.rule();
                assertTrue(outcome.totalCost().compareTo(election.budget()) <= 0, told);
                assertEquals(Naive.cost(election, outcome.selected()), outcome.totalCost(), told);
                assertEquals(outcome.chosen().size(), new HashSet<>(outcome.selected()).size(), told);
                assertEquals(Naive.isExhaustive(election, outcome.selected()), outcome.exhaustive(), told);
            }
        }
    }

    @Test
    void theOrderInTheFileChangesNothing() {
        for (long seed = 0; seed < CASES; seed++) {
            Election election = Elections.draw(seed, type(seed));
            Election other = Elections.shuffled(election, seed + 1);
            for (Procedure procedure : procedures(election)) {
                Outcome one = Tally.count(election, procedure);
                Outcome two = Tally.count(other, procedure);
                assertEquals(one.selected(), two.selected(), "seed " + seed + " " + procedure.rule());
                assertEquals(one.totalCost(), two.totalCost(), "seed " + seed);
            }
        }
    }

    @Test
    void equalSharesNeverViolatesItsAxiom() {
        for (long seed = 0; seed < CASES; seed++) {
            Election election = Elections.draw(seed, type(seed));
            for (Measure measure : List.of(Measure.COST, Measure.CARDINALITY)) {
                Outcome outcome = Tally.count(election, Procedure.of(new Rule.EqualShares(measure, List.of())));
                assertEquals(List.of(), Fairness.breaches(election, outcome, measure), "seed " + seed + " " + measure);
            }
        }
    }

    @Test
    void raisingAWinnersVotesInGreedyKeepsItAWinner() {
        for (long seed = 0; seed < CASES; seed++) {
            Election election = Elections.draw(seed, VoteType.APPROVAL);
            for (Measure measure : List.of(Measure.COST, Measure.CARDINALITY)) {
                Procedure greedy = Procedure.of(new Rule.Greedy(measure));
                for (String winner : Tally.count(election, greedy).selected()) {
                    Election more = withMore(election, winner, 1 + seed % 3);
                    assertTrue(
                            Tally.count(more, greedy).selected().contains(winner),
                            "seed " + seed + " " + measure + " " + winner);
                }
            }
        }
    }

    private static Election withMore(Election election, String id, long more) {
        Ballots ballots = election.ballots();
        Ballots.Box box = new Ballots.Box(ballots.hasPoints());
        for (int b = 0; b < ballots.size(); b++) {
            for (int i = 0; i < ballots.length(b); i++) {
                box.name(ballots.project(b, i), ballots.points(b, i));
            }
            box.close(0);
        }
        for (long k = 0; k < more; k++) {
            box.cast(List.of(election.positions().getOrDefault(id, -1)));
        }
        return election.with(election.projects(), box.ballots());
    }

    @Test
    void theMarginIsTheLeastNumberOfVotesThatCarriesAProject() {
        for (long seed = 0; seed < CASES; seed++) {
            Election election = Elections.draw(seed, VoteType.APPROVAL);
            if (election.ballots().size() == 0) {
                continue;
            }
            for (Rule rule : List.of(
                    new Rule.Greedy(Measure.COST),
                    new Rule.Greedy(Measure.CARDINALITY),
                    new Rule.EqualShares(Measure.COST, List.of()),
                    new Rule.EqualShares(Measure.CARDINALITY, List.of()),
                    new Rule.Phragmen())) {
                Procedure procedure = Procedure.of(rule);
                Outcome outcome = Tally.count(election, procedure);
                Explanation explanation = Explanation.of(election, procedure, outcome);
                for (Explanation.Story story : explanation.projects()) {
                    if (story.margin().isPresent() && story.margin().getAsLong() <= 40) {
                        long margin = story.margin().getAsLong();
                        String told = "seed " + seed + " " + rule + " "
                                + story.project().id();
                        assertTrue(wins(election, procedure, story.project().id(), margin), told);
                        assertTrue(
                                margin <= 1
                                        || !wins(
                                                election,
                                                procedure,
                                                story.project().id(),
                                                margin - 1),
                                told);
                    }
                }
            }
        }
    }

    /** With more voters who bring their full share along. */
    private static boolean wins(Election election, Procedure procedure, String id, long more) {
        Election with = withMore(election, id, more);
        boolean shares = procedure.rule() instanceof Rule.EqualShares;
        Fraction n = Fraction.of(election.ballots().size());
        Fraction budget =
                shares ? election.budget().times(n.plus(Fraction.of(more))).dividedBy(n) : election.budget();
        Election rich = new Election("", with.type(), budget, Map.of(), with.projects(), with.ballots());
        return Tally.count(rich, procedure).selected().contains(id);
    }

    @Test
    void aBoughtProjectHadAllItNeededAndALostOneDidNot() {
        for (long seed = 0; seed < CASES; seed++) {
            Election election = Elections.draw(seed, type(seed));
            Procedure procedure = Procedure.of(new Rule.EqualShares(Measure.COST, List.of()));
            Explanation explanation = Explanation.of(election, procedure, Tally.count(election, procedure));
            for (Explanation.Story story : explanation.projects()) {
                OptionalLong support = story.support();
                if (support.isPresent()) {
                    boolean chosen = story.fate() == Explanation.Fate.CHOSEN;
                    boolean lostATie = explanation.outcome().ties().stream()
                            .anyMatch(
                                    tie -> tie.level().contains(story.project().id()));
                    String told = "seed " + seed + " " + story;
                    assertTrue(!chosen || support.getAsLong() >= 100, told);
                    assertTrue(chosen || support.getAsLong() < 100 || (lostATie && support.getAsLong() == 100), told);
                }
            }
        }
    }

    @Test
    void readingWhatWasWrittenGivesTheSameElection() throws IOException {
        for (long seed = 0; seed < CASES; seed++) {
            Election election = Elections.draw(seed, type(seed));
            if (election.projects().stream()
                    .anyMatch(project ->
                            !Amounts.read(Amounts.write(project.cost())).isPresent())) {
                continue; // a seventh has no decimal
            }
            String text = PbFile.write(election);
            Reading.Read read = assertInstanceOf(
                    Reading.Read.class,
                    PbFile.read(
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                            "x",
                            DuplicateVoters.REFUSE),
                    "seed " + seed);
            assertEquals(text, PbFile.write(read.election()), "seed " + seed);
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            PbFile.write(election, stream);
            assertEquals(text, stream.toString(StandardCharsets.UTF_8), "seed " + seed);
            assertEquals(election.projects(), read.election().projects(), "seed " + seed);
            for (Procedure procedure : procedures(election)) {
                assertEquals(Tally.count(election, procedure), Tally.count(read.election(), procedure), "seed " + seed);
            }
        }
    }

    /** 10^6 voters, costs of 10^12 and a difference of 1 in the last place: doubles see none of it. */
    @Test
    void bigNumbersStayExact() {
        long trillion = 1_000_000_000_000L;
        List<Project> projects = List.of(
                Project.of("a", Fraction.of(trillion)),
                Project.of("b", Fraction.of(trillion + 1)),
                Project.of("c", Fraction.of(trillion - 1)));
        Ballots.Box box = new Ballots.Box(false);
        for (int v = 0; v < 999_999; v++) {
            box.cast(List.of(v % 3));
        }
        Fraction budget = Fraction.of(3 * trillion);
        Election election = new Election("", VoteType.APPROVAL, budget, Map.of(), projects, box.ballots());
        Rule shares = new Rule.EqualShares(Measure.CARDINALITY, List.of());
        assertEquals(List.of("c", "a"), count(election, shares));
        Outcome outcome = Tally.count(election, Procedure.of(shares));
        assertEquals(Fraction.of(2 * trillion - 1), outcome.totalCost());
        assertEquals(List.of("c", "a"), count(election, new Rule.Phragmen()).subList(0, 2));
        assertEquals(List.of("c", "a", "b"), count(election, new Rule.MaximinSupport()));
        assertEquals(Fraction.of(3 * trillion, 999_999), outcome.share());
    }

    @Test
    void aLotIsDrawnAlikeByWhoeverKnowsItsSeed() {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            Election election = Elections.draw(random.nextInt(1000), VoteType.APPROVAL);
            TieOrder lot = TieOrder.read("min-cost,lot:seed " + i).orElseThrow();
            Procedure procedure = new Procedure(List.of(), new Rule.Phragmen(), Procedure.Comparison.NONE, lot);
            assertEquals(
                    Tally.count(election, procedure).selected(),
                    Tally.count(Elections.shuffled(election, i), procedure).selected());
        }
    }
}
