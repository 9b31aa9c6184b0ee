package org.gongzhi.tally.vote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Language;
import org.gongzhi.tally.TieOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatElectionTest {
    /** Residents' committee, articles 18 and 19, as the rulebook passes them in. */
    private static final SeatElection.Rules RESIDENTS = new SeatElection.Rules(
            Threshold.moreThan(1, 1), Threshold.moreThan(1, 2), Threshold.moreThan(1, 2), Base.CAST);

    private static SeatElection election(int seats, String... candidates) {
        return new SeatElection(seats, List.of(candidates), SeatElection.WriteIns.ALLOWED, RESIDENTS);
    }

    private static SeatTotals totals(long issued, long collected, long invalid, Object... namesAndYes) {
        Map<String, Marks> marks = new LinkedHashMap<>();
        for (int i = 0; i < namesAndYes.length; i += 2) {
            long yes = (Integer) namesAndYes[i + 1];
            marks.put((String) namesAndYes[i], new Marks(yes, 0, collected - invalid - yes));
        }
        return new SeatTotals(issued, collected, invalid, marks);
    }

    private static String told(SeatResult result) {
        return switch (result) {
            case SeatResult.Failed nothing -> "void";
            case SeatResult.Held held ->
                "%s open %d tied %s run-off %s".formatted(held.elected(), held.open(), held.tied(), held.runOff());
        };
    }

    @ParameterizedTest(name = "{0} yes of {1} cast: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "51 | 101 | [a] open 0 tied [] run-off []",
                "50 | 100 | [] open 1 tied [] run-off [a, b]",
                "51 | 100 | [a] open 0 tied [] run-off []"
            })
    void moreThanHalfOfThoseWhoTookPartIsElected(int yes, int cast, String expected) {
        SeatResult result = election(1, "a", "b").result(totals(120, cast, 0, "a", yes, "b", 20), 200, 120, cast);
        assertEquals(expected, told(result));
    }

    @Test
    void invalidBallotsCountAmongThoseWhoTookPart() {
        assertEquals(
                "[] open 1 tied [] run-off [a, b]",
                told(election(1, "a", "b").result(totals(100, 100, 20, "a", 50, "b", 30), 100, 100, 100)));
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "33 | 100 | [] open 1 tied [] run-off [a, b]",
                "34 | 100 | [a] open 0 tied [] run-off []",
                "33 |  99 | [a] open 0 tied [] run-off []"
            })
    void aRunOffIsWonByPluralityAboveItsFloor(int yes, int cast, String expected) {
        SeatElection runOff = new SeatElection(
                1,
                List.of("a", "b"),
                SeatElection.WriteIns.REFUSED,
                new SeatElection.Rules(
                        Threshold.moreThan(1, 1), Threshold.moreThan(1, 2), Threshold.atLeast(1, 3), Base.CAST));
        assertEquals(expected, told(runOff.result(totals(100, cast, 0, "a", yes, "b", 20), 100, 100, cast)));
    }

    @ParameterizedTest(name = "{0} collected of {1} issued, {2} entitled: void {3}")
    @CsvSource({
        "50, 100, 100, true",
        "51, 100, 100, false",
        "51, 101, 101, false",
        "100, 100, 100, false",
        "101, 100, 100, true"
    })
    void tooFewOrTooManyBallotsMakeItVoid(int collected, int issued, int entitled, boolean isVoid) {
        SeatResult result = election(1, "a", "b")
                .result(totals(issued, collected, 0, "a", collected, "b", 0), entitled, entitled, collected);
        assertEquals(isVoid, result instanceof SeatResult.Failed);
    }

    @Test
    void whoIsLevelAtTheCutStandsAgainAndNobodyElse() {
        SeatTotals totals = totals(100, 100, 0, "a", 90, "b", 70, "c", 70, "d", 60);
        assertEquals(
                "[a] open 1 tied [b, c] run-off [b, c]",
                told(election(2, "a", "b", "c", "d").result(totals, 100, 100, 100)));
        assertEquals(
                "[a, b, c] open 0 tied [] run-off []",
                told(election(3, "a", "b", "c", "d").result(totals, 100, 100, 100)));
    }

    @Test
    void openSeatsGoToTheHighestOfThoseNotElected() {
        SeatTotals totals = totals(100, 100, 0, "a", 90, "b", 40, "c", 30, "d", 30, "e", 10);
        assertEquals(
                "[a] open 2 tied [] run-off [b, c, d]",
                told(election(3, "a", "b", "c", "d", "e").result(totals, 100, 100, 100)));
    }

    @Test
    void aBallotNamesAtMostTheSeatsAndMayWriteNamesIn() {
        SeatElection election = election(2, "a", "b", "c");
        List<Paper> papers = List.of(
                Paper.naming("a", "b"),
                Paper.naming("a", "b", "c"),
                Paper.naming("a", "x"),
                Paper.naming(),
                new Paper(Map.of("a", Choice.NO, "b", Choice.YES), Paper.State.READABLE),
                new Paper(Map.of("a", Choice.YES), Paper.State.UNREADABLE),
                new Paper(Map.of("a", Choice.YES), Paper.State.FOREIGN));
        SeatTotals totals = SeatTotals.count(election, 7, papers);
        assertEquals(3, totals.invalid());
        assertEquals(new Marks(2, 1, 1), totals.of("a"));
        assertEquals(new Marks(2, 0, 2), totals.of("b"));
        assertEquals(new Marks(1, 0, 0), totals.of("x"));
        SeatElection strict = new SeatElection(2, List.of("a", "b", "c"), SeatElection.WriteIns.REFUSED, RESIDENTS);
        assertEquals(4, SeatTotals.count(strict, 7, papers).invalid());
    }

    private static CountSheet sheet(String place, SeatTotals one, SeatTotals other) {
        return new CountSheet(place, new CountSheet.Entry("Li", one), new CountSheet.Entry("Wu", other));
    }

    @Test
    void sheetsEnteredTwiceAlikeAddUp() {
        SeatTotals one = totals(40, 38, 2, "a", 30, "b", 6);
        SeatTotals two = totals(60, 60, 0, "a", 20, "b", 40);
        CountSheet.Reconciliation.Agreed agreed = assertInstanceOf(
                CountSheet.Reconciliation.Agreed.class,
                CountSheet.reconcile(election(1, "a", "b"), List.of(sheet("1号楼", one, one), sheet("2号楼", two, two))));
        assertEquals(new SeatTotals(100, 98, 2, agreed.totals().marks()), agreed.totals());
        assertEquals(50, agreed.totals().of("a").yes());
    }

    @Test
    void whatDiffersIsShownWithBothPersonsAndBothNumbers() {
        SeatTotals one = totals(40, 38, 2, "a", 30, "b", 6);
        SeatTotals other = new SeatTotals(40, 38, 2, Map.of("a", new Marks(30, 0, 6), "b", new Marks(9, 0, 27)));
        List<String> told = new ArrayList<>();
        switch (CountSheet.reconcile(election(1, "a", "b"), List.of(sheet("1号楼", one, other)))) {
            case CountSheet.Reconciliation.Agreed agreed -> told.add("agreed");
            case CountSheet.Reconciliation.Differing differing ->
                differing.differences().forEach(fault -> told.add(fault.what().in(Language.EN)));
        }
        assertEquals(
                List.of(
                        "“yes for b” was entered differently: Li typed 6, Wu typed 9",
                        "“abstentions on b” was entered differently: Li typed 30, Wu typed 27"),
                told);
    }

    @Test
    void aSheetThatContradictsItselfIsShown() {
        SeatTotals wrong = new SeatTotals(40, 38, 2, Map.of("a", new Marks(30, 0, 7), "b", new Marks(36, 0, 0)));
        CountSheet twiceByOne =
                new CountSheet("3", new CountSheet.Entry("Li", wrong), new CountSheet.Entry("Li", wrong));
        CountSheet.Reconciliation.Differing differing = assertInstanceOf(
                CountSheet.Reconciliation.Differing.class,
                CountSheet.reconcile(election(1, "a", "b"), List.of(twiceByOne)));
        assertEquals(
                List.of("T502", "T504", "T505"),
                differing.differences().stream().map(Fault::code).toList());
    }

    /** 98 of 100 in all hide that one batch has a ballot too many; the sum itself is judged when the result is. */
    @Test
    void moreCollectedThanIssuedIsSeenInEachBatch() {
        SeatTotals over = totals(40, 41, 2, "a", 30, "b", 9);
        SeatTotals under = totals(60, 57, 0, "a", 20, "b", 37);
        CountSheet.Reconciliation.Differing differing = assertInstanceOf(
                CountSheet.Reconciliation.Differing.class,
                CountSheet.reconcile(
                        election(1, "a", "b"), List.of(sheet("1号楼", over, over), sheet("2号楼", under, under))));
        assertEquals(
                List.of("41 ballots of this batch came back and only 40 were given out"),
                differing.differences().stream()
                        .map(fault -> fault.what().in(Language.EN))
                        .toList());
        SeatTotals level = totals(40, 40, 2, "a", 30, "b", 8);
        assertInstanceOf(
                CountSheet.Reconciliation.Agreed.class,
                CountSheet.reconcile(election(1, "a", "b"), List.of(sheet("1号楼", level, level))));
    }

    @Test
    void aCommitteeIsTheCostOneCaseOfTheSameEngine() {
        List<List<Integer>> approvals = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            approvals.add(i < 40 ? List.of(0, 1, 2) : List.of(3, 4, 5));
        }
        List<String> names = List.of("a", "b", "c", "d", "e", "f");
        assertEquals(
                List.of("a", "b", "c"),
                Committee.elect(names, 3, approvals, Committee.Way.APPROVAL, TieOrder.LEXICAL)
                        .selected());
        assertEquals(
                List.of("a", "b", "d"),
                Committee.elect(names, 3, approvals, Committee.Way.EQUAL_SHARES, TieOrder.LEXICAL)
                        .selected());
        assertEquals(
                List.of("a", "b", "d"),
                Committee.elect(names, 3, approvals, Committee.Way.PHRAGMEN, TieOrder.LEXICAL)
                        .selected());
    }
}
