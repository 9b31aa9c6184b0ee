package org.gongzhi.tally;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gongzhi.exact.Fraction;

/** Puts an explanation together (编写说明). */
final class Explainer {
    /** Above so many ballots counted again, margins by recount are not looked for. */
    private static final long MOST_RECOUNTS = 3_000_000;

    private final Election election;
    private final Procedure procedure;
    private final Outcome outcome;
    private final Money money;
    private final int[] tieRank;
    private final boolean[] eligible;
    private final boolean[] chosen;
    private final List<String> ids;
    private final List<Long> votes;

    Explainer(Election election, Procedure procedure, Outcome outcome) {
        this.election = election;
        this.procedure = procedure;
        this.outcome = outcome;
        money = new Money(election, Tally.steps(procedure.rule()));
        tieRank = procedure.ties().ranks(election);
        eligible = Tally.eligible(election, procedure.eligibility());
        chosen = Preference.chosen(election, outcome);
        ids = election.projects().stream().map(Project::id).toList();
        votes = election.votes();
    }

    Explanation explain() {
        Outcome greedy = Tally.count(
                election,
                new Procedure(
                        procedure.eligibility(),
                        Tally.greedyBeside(procedure.rule()),
                        Procedure.Comparison.NONE,
                        procedure.ties()));
        List<Explanation.Round> rounds = new ArrayList<>();
        List<Explanation.Story> stories =
                switch (outcome.replaced() ? Tally.greedyBeside(procedure.rule()) : procedure.rule()) {
                    case Rule.EqualShares shares -> shares(shares, rounds);
                    case Rule.Greedy rule -> stories(p -> Margins.greedy(fresh(), rule, p));
                    case Rule.Phragmen _ -> stories(p -> Margins.phragmen(fresh(), p));
                    case Rule.MaximinSupport _ -> stories(this::recounted);
                };
        completed(rounds);
        return new Explanation(
                election,
                procedure,
                outcome,
                rounds,
                numbered(stories, rounds),
                distribution(),
                categories(),
                greedy,
                Preference.of(election, outcome, greedy, Procedure.Comparison.MORE_WINNERS),
                Fairness.breaches(election, outcome, fairnessMeasure()),
                TieCheck.count(election, procedure).tie());
    }

    private Count fresh() {
        return new Count(election, money, tieRank, eligible);
    }

    private Measure fairnessMeasure() {
        return switch (procedure.rule()) {
            case Rule.Greedy greedy -> plain(greedy.measure());
            case Rule.EqualShares shares -> plain(shares.measure());
            case Rule.Phragmen _, Rule.MaximinSupport _ -> Measure.CARDINALITY;
        };
    }

    private static Measure plain(Measure measure) {
        return switch (measure) {
            case COST -> Measure.COST;
            case CARDINALITY, POINTS, BORDA -> Measure.CARDINALITY;
        };
    }

    private OptionalLong recounted(int project) {
        long work = (long) election.ballots().size() * ids.size();
        return work * 16 > MOST_RECOUNTS ? OptionalLong.empty() : Margins.byRecount(election, procedure, project);
    }

    /** How few more votes a project needs. */
    private interface Margin {
        OptionalLong of(int project);
    }

    private List<Explanation.Story> stories(Margin margins) {
        List<Explanation.Story> stories = new ArrayList<>();
        for (int p = 0; p < ids.size(); p++) {
            OptionalLong margin = chosen[p] || !eligible[p] ? OptionalLong.empty() : margins.of(p);
            stories.add(story(p, fate(p, Explanation.Fate.NO_ROOM), OptionalLong.empty(), margin, List.of()));
        }
        return stories;
    }

    private Explanation.Story story(
            int p,
            Explanation.Fate fate,
            OptionalLong support,
            OptionalLong margin,
            List<Explanation.Elsewhere> elsewhere) {
        return new Explanation.Story(
                election.projects().get(p), votes.get(p), fate, OptionalInt.empty(), support, margin, elsewhere);
    }

    private Explanation.Fate fate(int p, Explanation.Fate otherwise) {
        if (chosen[p]) {
            return Explanation.Fate.CHOSEN;
        }
        if (!eligible[p]) {
            return Explanation.Fate.INELIGIBLE;
        }
        if (money.cost[p].compareTo(money.budget) > 0) {
            return Explanation.Fate.DEARER_THAN_BUDGET;
        }
        return votes.get(p) == 0 ? Explanation.Fate.UNSUPPORTED : otherwise;
    }

    private List<Explanation.Story> shares(Rule.EqualShares rule, List<Explanation.Round> rounds) {
        Profile profile = Profile.of(election, rule.measure());
        boolean byCost = rule.measure() == Measure.COST;
        Fraction share = outcome.share().times(new Fraction(money.unit, BigInteger.ONE));
        SharesRun run = new SharesRun(profile, money, byCost, tieRank, eligible);
        SharesStory told = new SharesStory(run, ids, eligible);
        run.point(share.numerator(), share.denominator(), false, ids);
        rounds.addAll(told.rounds());
        List<Explanation.Story> stories = new ArrayList<>();
        for (int p = 0; p < ids.size(); p++) {
            if (!eligible[p] || profile.mass[p] == 0 || money.cost[p].signum() == 0) {
                stories.add(story(
                        p,
                        fate(p, Explanation.Fate.UNSUPPORTED),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        List.of()));
                continue;
            }
            boolean[] others = eligible.clone();
            others[p] = false;
            SharesProbe probe =
                    new SharesProbe(new SharesRun(profile, money, byCost, tieRank, others), p, share, tieRank);
            probe.run();
            boolean isBought = run.boughtRound[p] >= 0;
            long support = isBought ? Math.max(100, probe.support()) : probe.support();
            Fraction first = share.times(Fraction.of(profile.supporters[p]));
            boolean isShort = first.compareTo(new Fraction(money.cost[p], BigInteger.ONE)) < 0;
            Explanation.Fate loss = isShort ? Explanation.Fate.SHORT_FROM_START : Explanation.Fate.SPENT_ELSEWHERE;
            stories.add(story(
                    p,
                    fate(p, loss),
                    OptionalLong.of(support),
                    isBought ? OptionalLong.empty() : probe.margin(),
                    elsewhere(told, p)));
        }
        return stories;
    }

    private List<Explanation.Elsewhere> elsewhere(SharesStory told, int p) {
        List<Explanation.Elsewhere> elsewhere = new ArrayList<>();
        for (int q = 0; q < ids.size(); q++) {
            Fraction money = told.flow(p, q);
            if (q != p && money.signum() > 0) {
                elsewhere.add(new Explanation.Elsewhere(
                        ids.get(q), money.dividedBy(new Fraction(this.money.unit, BigInteger.ONE))));
            }
        }
        elsewhere.sort(Comparator.comparing(Explanation.Elsewhere::money, Comparator.reverseOrder())
                .thenComparing(Explanation.Elsewhere::project));
        return elsewhere;
    }

    /** Rounds for all that was taken and has none yet: free projects and completions. */
    private void completed(List<Explanation.Round> rounds) {
        List<Explanation.Round> all = new ArrayList<>();
        for (Outcome.Chosen taken : outcome.chosen()) {
            Optional<Explanation.Round> known = rounds.stream()
                    .filter(round -> round.project().equals(taken.project()))
                    .findFirst();
            Explanation.Round bare = new Explanation.Round(
                    all.size() + 1, taken.project(), taken.stage(), Optional.empty(), 0, 0, 0, List.of(), List.of());
            all.add(known.map(round -> new Explanation.Round(
                            all.size() + 1,
                            round.project(),
                            taken.stage(),
                            round.payment(),
                            round.full(),
                            round.all(),
                            round.none(),
                            round.paid(),
                            round.rivals()))
                    .orElse(bare));
        }
        rounds.clear();
        rounds.addAll(all);
    }

    private static List<Explanation.Story> numbered(List<Explanation.Story> stories, List<Explanation.Round> rounds) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        rounds.forEach(round -> numbers.put(round.project(), round.number()));
        return stories.stream()
                .map(story -> {
                    Integer number = numbers.get(story.project().id());
                    return new Explanation.Story(
                            story.project(),
                            story.votes(),
                            story.fate(),
                            number == null ? OptionalInt.empty() : OptionalInt.of(number),
                            story.support(),
                            story.margin(),
                            story.elsewhere());
                })
                .toList();
    }

    private List<Long> distribution() {
        Ballots ballots = election.ballots();
        long[] voters = new long[outcome.chosen().size() + 1];
        for (int b = 0; b < ballots.size(); b++) {
            int winners = 0;
            for (int i = 0; i < ballots.length(b); i++) {
                winners += chosen[ballots.project(b, i)] ? 1 : 0;
            }
            voters[winners]++;
        }
        int most = voters.length - 1;
        while (most > 0 && voters[most] == 0) {
            most--;
        }
        return Arrays.stream(voters).limit(most + 1L).boxed().toList();
    }

    private List<Explanation.Category> categories() {
        Map<String, Fraction> voted = new LinkedHashMap<>();
        Map<String, Fraction> spent = new LinkedHashMap<>();
        Fraction allVotes = Fraction.ZERO;
        for (int p = 0; p < ids.size(); p++) {
            Project project = election.projects().get(p);
            List<String> names = project.categories();
            if (names.isEmpty()) {
                continue;
            }
            Fraction part = Fraction.of(1, names.size());
            allVotes = allVotes.plus(Fraction.of(votes.get(p)));
            for (String name : names) {
                voted.merge(name, part.times(Fraction.of(votes.get(p))), Fraction::plus);
                spent.merge(name, chosen[p] ? part.times(project.cost()) : Fraction.ZERO, Fraction::plus);
            }
        }
        Fraction allSpent = spent.values().stream().reduce(Fraction.ZERO, Fraction::plus);
        List<Explanation.Category> categories = new ArrayList<>();
        for (Map.Entry<String, Fraction> category : voted.entrySet()) {
            categories.add(new Explanation.Category(
                    category.getKey(),
                    share(category.getValue(), allVotes),
                    share(spent.getOrDefault(category.getKey(), Fraction.ZERO), allSpent)));
        }
        categories.sort(Comparator.comparing(Explanation.Category::votes, Comparator.reverseOrder())
                .thenComparing(Explanation.Category::name));
        return categories;
    }

    private static Fraction share(Fraction part, Fraction whole) {
        return whole.signum() == 0 ? Fraction.ZERO : part.dividedBy(whole);
    }
}
