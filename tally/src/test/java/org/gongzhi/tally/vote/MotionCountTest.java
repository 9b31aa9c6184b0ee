package org.gongzhi.tally.vote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongzhi.exact.Fraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MotionCountTest {
    private static final Instant CLOSE = Instant.parse("2026-03-02T09:00:00Z");

    /** 24 members, 22 may vote, 16 are there, 15 got a ballot; 7 yes, 5 no, 1 abstains, 1 invalid, 1 kept his. */
    private static final MotionCount MIXED = new MotionCount(
            Unit.HEADS,
            Fraction.of(24),
            Fraction.of(22),
            Fraction.of(16),
            Fraction.of(15),
            Fraction.of(7),
            Fraction.of(5),
            Fraction.of(1),
            Fraction.of(1));

    @ParameterizedTest(name = "more than half of {0}: base {1}, carried {2}, missing {3}")
    @CsvSource({
        "YES_NO,           12, true,  0",
        "YES_NO_ABSTAIN,   13, true,  0",
        "VALID,            13, true,  0",
        "CAST,             14, false, 1",
        "PRESENT_ENTITLED, 16, false, 2",
        "ENTITLED,         22, false, 5",
        "MEMBERS,          24, false, 6"
    })
    void theBaseDecides(Base base, long whole, boolean carried, long missing) {
        Verdict verdict = MIXED.verdict(Threshold.moreThan(1, 2), base);
        assertEquals(Fraction.of(whole), verdict.judgement().whole().amount());
        assertEquals(carried, verdict.isCarried());
        assertEquals(Fraction.of(missing), verdict.judgement().missing());
    }

    @Test
    void absentNotIssuedNotReturnedInvalidAndAbstainingAreFiveThings() {
        assertEquals(Fraction.of(6), MIXED.absent());
        assertEquals(Fraction.of(1), MIXED.notIssued());
        assertEquals(Fraction.of(1), MIXED.notReturned());
        assertEquals(Fraction.of(1), MIXED.invalid());
        assertEquals(Fraction.of(1), MIXED.abstain());
    }

    @ParameterizedTest(name = "nobody says anything, of {0}")
    @CsvSource({"YES_NO", "VALID", "CAST", "PRESENT_ENTITLED", "MEMBERS"})
    void nilToNilCarriesNothing(Base base) {
        MotionCount silent = MotionCount.hands(20, 20, 12, 0, 0);
        assertFalse(silent.verdict(Threshold.atLeast(0, 1), base).isCarried());
        assertFalse(silent.verdict(Threshold.atLeast(1, 2), base).isCarried());
    }

    @ParameterizedTest(name = "{0} yes, {1} no of {2} present: of present {3}, of those voting {4}")
    @CsvSource({"6, 5, 12, false, true", "7, 5, 12, true, true", "6, 6, 12, false, false", "1, 0, 12, false, true"})
    void presentAndVotingAreDifferentBases(long yes, long no, long present, boolean ofPresent, boolean ofVoting) {
        MotionCount count = MotionCount.hands(16, 16, present, yes, no);
        Threshold half = Threshold.moreThan(1, 2);
        assertEquals(ofPresent, count.verdict(half, Base.PRESENT_ENTITLED).isCarried());
        assertEquals(ofVoting, count.verdict(half, Base.YES_NO).isCarried());
    }

    @ParameterizedTest(name = "Liantang: {0} of 16 present: meeting {1}")
    @CsvSource({"10, false", "11, true", "14, true"})
    void theCouncilMeetsAboveTwoThirds(long present, boolean meets) {
        assertEquals(
                meets,
                MotionCount.hands(16, 16, present, 0, 0)
                        .quorum(Threshold.moreThan(2, 3), Base.MEMBERS)
                        .holds());
    }

    @Test
    void countsThatCannotBeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> MotionCount.hands(10, 10, 5, 4, 2));
        assertThrows(IllegalArgumentException.class, () -> MotionCount.hands(10, 11, 5, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> MotionCount.hands(10, 4, 5, 1, 1));
    }

    private static Roll roll() {
        return new Roll(
                CLOSE,
                Unit.WEIGHT,
                List.of(
                        new Roll.Entry("a", Fraction.of(9050, 100)),
                        new Roll.Entry("b", Fraction.of(60)),
                        new Roll.Entry("c", Fraction.of(45))));
    }

    private static RollCall.Voice voice(String entry, String by, Choice choice, Fraction part) {
        return new RollCall.Voice(entry, by, Map.of(choice, part));
    }

    @Test
    void delegatedAndSplitVotesCountOnce() {
        Proxies proxies = Proxies.admit(roll(), new Proxies.Limits(3), Set.of(), List.of(new Proxies.Proxy("b", "c")));
        RollCall call = RollCall.count(
                roll(),
                roll().total(),
                proxies,
                List.of(
                        voice("b", "c", Choice.YES, Fraction.of(60)),
                        voice("b", "b", Choice.NO, Fraction.of(60)),
                        new RollCall.Voice(
                                "a",
                                "a",
                                Map.of(Choice.YES, Fraction.of(4525, 100), Choice.NO, Fraction.of(4525, 100))),
                        voice("c", "c", Choice.NO, Fraction.of(46)),
                        voice("x", "x", Choice.YES, Fraction.of(1)),
                        voice("c", "a", Choice.YES, Fraction.of(45))));
        assertEquals(Fraction.of(10525, 100), call.count().yes());
        assertEquals(Fraction.of(4525, 100), call.count().no());
        assertEquals(Fraction.of(45), call.count().absent());
        assertEquals(
                List.of(
                        "heard already; an entry counts once",
                        "its parts add up to 46, not to 45",
                        "not on the roll as it was closed",
                        "without a proxy that was admitted"),
                call.refused().stream().map(refusal -> refusal.why().en()).toList());
    }

    @Test
    void theFourthProxyIsRefusedAndACandidateHoldsNone() {
        List<Roll.Entry> entries = java.util.stream.Stream.of("a", "b", "c", "d", "e", "f", "g")
                .map(key -> new Roll.Entry(key, Fraction.ONE))
                .toList();
        Proxies proxies = Proxies.admit(
                new Roll(CLOSE, Unit.HEADS, entries),
                new Proxies.Limits(3),
                Set.of("g"),
                List.of(
                        new Proxies.Proxy("b", "a"),
                        new Proxies.Proxy("c", "a"),
                        new Proxies.Proxy("d", "a"),
                        new Proxies.Proxy("e", "a"),
                        new Proxies.Proxy("e", "g"),
                        new Proxies.Proxy("f", "b"),
                        new Proxies.Proxy("a", "f"),
                        new Proxies.Proxy("e", "e")));
        assertEquals(Map.of("b", "a", "c", "a", "d", "a"), proxies.holders());
        assertEquals(
                List.of(
                        "the holder has 3 proxies, 3 at most",
                        "a candidate may hold no proxy",
                        "the holder has given a proxy away",
                        "the giver holds a proxy; it is not passed on",
                        "nobody is a proxy for himself"),
                proxies.refused().stream().map(refusal -> refusal.why().en()).toList());
    }

    @Test
    void theRollIsFrozenAtTheClose() {
        Roll again = new Roll(CLOSE, Unit.WEIGHT, roll().entries().reversed());
        assertEquals(roll().digest(), again.digest());
        Roll later = new Roll(CLOSE, Unit.WEIGHT, roll().entries().subList(0, 2));
        assertNotEquals(roll().digest(), later.digest());
        assertTrue(roll().findEntry("a").isPresent());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Roll(
                        CLOSE,
                        Unit.HEADS,
                        List.of(new Roll.Entry("a", Fraction.ONE), new Roll.Entry("a", Fraction.ONE))));
    }
}
