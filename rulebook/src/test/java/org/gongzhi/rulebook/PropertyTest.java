package org.gongzhi.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must hold of majorities whatever the numbers are; the oracle multiplies big integers. */
class PropertyTest {
    private static final long SEED = 20_260_101;
    private static final LocalDate ON = LocalDate.of(2026, 3, 2);
    private static final Rulebook BOOK =
            Rulebook.read(Path.of("..", "rulebooks", "futian")).findRulebook().orElseThrow();

    private static Finding apply(String rule, String part, long value, String base, long of) {
        Judgement judgement = BOOK.apply(rule, ON, Map.of(part, Long.toString(value), base, Long.toString(of)));
        return assertInstanceOf(Judgement.Found.class, judgement).finding();
    }

    @ParameterizedTest(name = "{0}: {3}/{4}, strict {5}")
    @CsvSource({
        "representatives-meeting-quorum, present, members, 2, 3, false",
        "representatives-meeting-decision, approvals, present, 1, 2, true",
        "residents-meeting-quorum, present, members, 1, 2, true",
        "residents-meeting-decision, approvals, present, 1, 2, true",
        "committee-elected, approvals, cast, 1, 2, true",
        "shortfall-elected, approvals, cast, 1, 3, false",
        "recall-carried, approvals, cast, 1, 2, true",
        "party-meeting-quorum, present, expected, 4, 5, false",
        "party-elected, approvals, present, 1, 2, true",
        "council-quorum, present, members, 2, 3, true",
        "council-majority, votes-for, present, 1, 2, true",
        "representatives-meeting-request, supporters, members, 1, 5, false"
    })
    void oneMoreNeverHurtsAndTheMarginIsWhatIsToSpare(
            String rule, String part, String base, long num, long den, boolean strict) {
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            long of = i % 2 == 0 ? random.nextInt(200) : random.nextLong(1L << 31);
            long value = random.nextLong(of + 2);
            Finding finding = apply(rule, part, value, base, of);
            int order = BigInteger.valueOf(value)
                    .multiply(BigInteger.valueOf(den))
                    .compareTo(BigInteger.valueOf(of).multiply(BigInteger.valueOf(num)));
            String told = "seed %d: %s %d of %d".formatted(SEED, rule, value, of);
            assertEquals(strict ? order > 0 : order >= 0, finding.holds(), told);
            assertTrue(
                    !finding.holds() || apply(rule, part, value + 1, base, of).holds(), told);
            long margin = java.util.Objects.requireNonNull(finding.margin());
            assertEquals(finding.holds(), margin >= 0, told);
            if (value - margin >= 0) {
                assertTrue(apply(rule, part, value - margin, base, of).holds(), told);
            }
            if (value - margin - 1 >= 0) {
                assertTrue(!apply(rule, part, value - margin - 1, base, of).holds(), told);
            }
        }
    }
}
