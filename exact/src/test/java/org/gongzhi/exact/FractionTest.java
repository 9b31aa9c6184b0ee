package org.gongzhi.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "3, 3",
        "-3, -3",
        "4/6, 2/3",
        "2 / 3, 2/3",
        "0.25, 1/4",
        "12.5%, 1/8",
        "-0.5, -1/2",
        "1.2, 6/5",
        "0/7, 0"
    })
    void numbersThatPeopleWriteAreReadExactly(String written, String read) {
        assertEquals(read, Fraction.read(written).orElseThrow().toString());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "x", "1/0", "1/2/3", "1e9", "--1", "1.", ".5", "½", "二", "0x10", "1/0.0"})
    void whatIsNoNumberIsNotRead(String written) {
        assertEquals(Optional.empty(), Fraction.read(written));
    }

    @Test
    void aNumberOfAThousandDigitsIsNotRead() {
        assertEquals(Optional.empty(), Fraction.read("9".repeat(1000)));
    }

    @ParameterizedTest(name = "{0} lies between {1} and {2}")
    @CsvSource({"7/2, 3, 4", "-7/2, -4, -3", "4, 4, 4", "-4, -4, -4", "0, 0, 0", "1/1000000, 0, 1"})
    void floorAndCeilingEncloseTheNumber(String number, BigInteger floor, BigInteger ceiling) {
        Fraction fraction = Fraction.read(number).orElseThrow();
        assertEquals(floor, fraction.floor());
        assertEquals(ceiling, fraction.ceiling());
    }

    @Test
    void sumsAreExactWhereDoublesAreNot() {
        Fraction tenth = Fraction.of(1, 10);
        assertEquals(Fraction.of(3, 10), tenth.plus(tenth).plus(tenth));
        Fraction share = Fraction.of(150_000, 61);
        assertEquals(Fraction.of(150_000), share.times(Fraction.of(61)));
    }

    @Test
    void numbersNearTwoToTheSixtyThreeStayExact() {
        Fraction large = Fraction.of(Long.MAX_VALUE, 3);
        assertEquals(1, large.plus(Fraction.of(1, 3)).compareTo(large));
        assertEquals(large, large.times(large).dividedBy(large));
        assertEquals(
                Fraction.of(Long.MIN_VALUE, 3),
                Fraction.of(Long.MIN_VALUE, 3).negated().negated());
    }

    @Test
    void dividingByNothingIsAMistakeOfTheProgram() {
        assertThrows(IllegalArgumentException.class, () -> Fraction.ONE.dividedBy(Fraction.ZERO));
    }
}
