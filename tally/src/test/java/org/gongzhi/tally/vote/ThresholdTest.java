package org.gongzhi.tally.vote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gongzhi.exact.Fraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edges of the rules in the domain page, B1, B2 and B4. The shares stand here as the rulebook would pass them in. */
class ThresholdTest {
    private static Threshold threshold(String words) {
        Fraction share = Fraction.read(words.substring(1)).orElseThrow();
        return new Threshold(share, words.startsWith(">") ? Threshold.Line.MORE_THAN : Threshold.Line.AT_LEAST);
    }

    @ParameterizedTest(name = "{0}: {1} of {2}: {3}, missing {4}")
    @CsvSource({
        // voters, art. 19: more than half took part
        ">1/2,  50, 100, false,  1",
        ">1/2,  51, 100, true,   0",
        ">1/2,  50, 101, false,  1",
        ">1/2,  51, 101, true,   0",
        // representatives, art. 19: more than two thirds
        ">2/3,  20,  30, false,  1",
        ">2/3,  21,  30, true,   0",
        ">2/3,  20,  31, false,  1",
        ">2/3,  21,  31, true,   0",
        // elected, art. 19: more than half of those who took part
        ">1/2,  50, 100, false,  1",
        ">1/2,  51, 101, true,   0",
        // shortfall, art. 19: at least a third of ballots cast
        "≥1/3,  33, 100, false,  1",
        "≥1/3,  34, 100, true,   0",
        "≥1/3,  33,  99, true,   0",
        "≥1/3,  32,  99, false,  1",
        // representatives' meeting, art. 28: two thirds present
        "≥2/3,  15,  24, false,  1",
        "≥2/3,  16,  24, true,   0",
        "≥2/3,  17,  24, true,  -1",
        "≥2/3,   0,  24, false, 16",
        // party quorum: not less than four fifths since 2020-07-13, more than four fifths before
        "≥4/5,  31,  40, false,  1",
        "≥4/5,  32,  40, true,   0",
        ">4/5,  32,  40, false,  1",
        ">4/5,  33,  40, true,   0",
        // differential: a fifth more candidates than seats
        "≥6/5,   3,   3, false,  1",
        "≥6/5,   4,   3, true,   0",
        "≥6/5,   5,   5, false,  1",
        "≥6/5,   6,   5, true,   0",
        "≥6/5,   7,   6, false,  1",
        "≥6/5,   8,   6, true,   0",
        "≥6/5,   8,   7, false,  1",
        "≥6/5,   9,   7, true,   0",
        "≥6/5,  10,   9, false,  1",
        "≥6/5,  11,   9, true,   0",
        // candidates more than seats, art. 18
        ">1,     5,   5, false,  1",
        ">1,     6,   5, true,   0",
        // council, Liantang 2016: more than two thirds of 16
        ">2/3,  10,  16, false,  1",
        ">2/3,  11,  16, true,   0",
        ">2/3,  14,  16, true,  -3",
        // nothing of nothing
        "≥1/2,   0,   0, false,  1",
        "≥0,     0,  10, false,  1",
        ">1/2,   0,   0, false,  1",
        // big numbers stay exact
        ">1/2, 1073741824, 2147483647, true, 0",
        ">1/2, 1073741823, 2147483647, false, 1"
    })
    void theLineIsWhereTheRulePutsIt(String words, long part, long whole, boolean holds, long missing) {
        Judgement judgement = threshold(words.strip()).judge(Quantity.heads(part), Quantity.heads(whole));
        assertEquals(holds, judgement.holds());
        assertEquals(Fraction.of(missing), judgement.missing());
    }

    @Test
    void householdsAndHeadsNeverMeetInOneFraction() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Threshold.moreThan(1, 2).judge(Quantity.heads(3), Quantity.households(4)));
        assertThrows(IllegalArgumentException.class, () -> Quantity.heads(3).plus(Quantity.households(4)));
    }

    @Test
    void aWeightHasNoLeastNumberAboveALine() {
        Quantity all = new Quantity(Fraction.of(10001, 100), Unit.WEIGHT);
        Judgement half = Threshold.moreThan(1, 2).judge(new Quantity(Fraction.of(10001, 200), Unit.WEIGHT), all);
        assertFalse(half.holds());
        assertEquals(Fraction.ZERO, half.missing());
        assertTrue(Threshold.atLeast(1, 2)
                .judge(new Quantity(Fraction.of(10001, 200), Unit.WEIGHT), all)
                .holds());
    }

    @Test
    void moreOfTheSameWholeNeverUnmakesAJudgement() {
        for (Threshold threshold : new Threshold[] {Threshold.atLeast(2, 3), Threshold.moreThan(1, 2)}) {
            for (long whole = 0; whole < 60; whole++) {
                boolean held = false;
                for (long part = 0; part <= whole; part++) {
                    Judgement now = threshold.judge(Quantity.heads(part), Quantity.heads(whole));
                    assertTrue(!held || now.holds(), "%d of %d".formatted(part, whole));
                    assertEquals(now.holds(), now.missing().signum() <= 0, "%d of %d".formatted(part, whole));
                    held = now.holds();
                }
            }
        }
    }
}
