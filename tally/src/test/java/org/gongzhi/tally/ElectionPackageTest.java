package org.gongzhi.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.stream.Collectors;
import org.gongzhi.exact.Fraction;
import org.gongzhi.tally.json.Json;
import org.junit.jupiter.api.Test;

class ElectionPackageTest {
    private static final Procedure PROCEDURE = new Procedure(
            List.of(new Procedure.Eligibility.Votes(1), new Procedure.Eligibility.VotesForCost(Fraction.of(1, 30))),
            new Rule.EqualShares(
                    Measure.COST,
                    List.of(
                            new Completion.Add1(Fraction.of(1, 2), Completion.Until.EXHAUSTIVE),
                            new Completion.Greedy())),
            Procedure.Comparison.ANY_WINNER,
            TieOrder.read("votes,lot:31 May, 17:00".replace(", ", " ")).orElseThrow());

    private static String packed(Election election) {
        return ElectionPackage.write(election, PROCEDURE, TieCheck.count(election, PROCEDURE));
    }

    /** The first that has some ballots and funds something. */
    private static Election voted(VoteType type) {
        for (long seed = 0; ; seed++) {
            Election election = Elections.draw(seed, type);
            if (election.ballots().size() > 5
                    && Tally.count(election, PROCEDURE).selected().size() > 1) {
                return election;
            }
        }
    }

    @Test
    void aPackageIsConfirmedWithTheOutcomeInIt() {
        for (long seed = 0; seed < 200; seed++) {
            Election election = Elections.draw(seed, Elections.TYPES.get((int) (seed % 5)));
            Verification.Confirmed confirmed = assertInstanceOf(
                    Verification.Confirmed.class, Verification.of(packed(election), "x"), "seed " + seed);
            assertEquals(
                    Tally.count(election, PROCEDURE).selected(),
                    confirmed.outcome().selected());
        }
    }

    @Test
    void theOrderOfBallotsAndVotersLeavesNoTrace() {
        for (long seed = 0; seed < 100; seed++) {
            Election election = Elections.draw(seed, VoteType.APPROVAL);
            Ballots.Box reversed = new Ballots.Box(false);
            for (int b = election.ballots().size() - 1; b >= 0; b--) {
                for (int i = election.ballots().length(b) - 1; i >= 0; i--) {
                    reversed.name(election.ballots().project(b, i), 0);
                }
                reversed.close(b);
            }
            assertEquals(
                    packed(election), packed(election.with(election.projects(), reversed.ballots())), "seed " + seed);
        }
    }

    @Test
    void aPackageInWhichAnyDigitWasChangedIsRefuted() {
        String text = packed(voted(VoteType.CUMULATIVE));
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                String changed = text.substring(0, at) + (char) ('0' + (c - '0' + 1) % 10) + text.substring(at + 1);
                assertInstanceOf(Verification.Refuted.class, Verification.of(changed, "x"), "digit at " + at);
            }
        }
    }

    @Test
    void aPackageInWhichOneBallotWasChangedIsRefutedAndSaysWhere() {
        Election election = voted(VoteType.APPROVAL);
        String text = packed(election);
        String changed = text.replaceFirst("\"names\": \\[\"", "\"names\": [\"zz\", \"");
        assertFalse(changed.equals(text));
        assertEquals(List.of("T404", "T404", "T407"), codes(Verification.of(changed, "x")));
        String other = text.replaceFirst("\"count\": 1,", "\"count\": 2,");
        assertFalse(other.equals(text));
        assertEquals(
                List.of("T404", "T404"),
                codes(Verification.of(other, "x")).stream().limit(2).toList());
    }

    @Test
    void anOutcomeThatWasChangedTogetherWithItsDigestIsRefutedByCountingAgain() throws Json.Broken {
        Election election = voted(VoteType.APPROVAL);
        TieCheck.Checked checked = TieCheck.count(election, PROCEDURE);
        Outcome outcome = checked.outcome();
        Outcome forged = new Outcome(
                outcome.chosen().subList(0, Math.max(0, outcome.chosen().size() - 1)),
                outcome.totalCost(),
                outcome.exhaustive(),
                outcome.ties(),
                outcome.share(),
                outcome.raises(),
                outcome.replaced());
        assertRefutedByCounting(election, new TieCheck.Checked(forged, checked.tie()));
        assertRefutedByCounting(election, new TieCheck.Checked(outcome, new TieCheck.Finding.Harmless(77)));
    }

    private static void assertRefutedByCounting(Election election, TieCheck.Checked forged) {
        assertEquals(List.of("T408"), codes(Verification.of(ElectionPackage.write(election, PROCEDURE, forged), "x")));
    }

    @Test
    void nothingInAPackageSaysWhoVoted() throws Json.Broken {
        Json whole = Json.read(packed(voted(VoteType.APPROVAL)));
        String keys = whole.items("ballots").stream()
                .map(ballot -> ((Json.Members) ballot).members().keySet().toString())
                .distinct()
                .collect(Collectors.joining());
        assertEquals("[count, names]", keys);
    }

    private static List<String> codes(Verification verification) {
        return switch (verification) {
            case Verification.Confirmed confirmed -> List.of("confirmed");
            case Verification.Refuted refuted ->
                refuted.differences().stream().map(fault -> fault.code()).toList();
        };
    }
}
