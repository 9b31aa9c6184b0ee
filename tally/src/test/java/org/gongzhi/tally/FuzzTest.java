package org.gongzhi.tally;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Language;
import org.junit.jupiter.api.Test;

/** Broken files from a seed: each is read or refused with a sentence, and what is read can be counted. */
class FuzzTest {
    private static final int CASES = Integer.getInteger("tally.cases", 300) * 20;
    private static final List<String> PIECES = List.of(
            ";",
            ",",
            "\"",
            "\n",
            "\r",
            "\r\n",
            "META\n",
            "PROJECTS\n",
            "VOTES\n",
            "0",
            "-1",
            "999999999999999999999999",
            "1e99",
            "None",
            "\uFEFF",
            "\u3000",
            "é",
            "=1+1",
            "\u0000",
            "a",
            "cumulative",
            "budget;",
            "voter_id",
            "points");

    private static byte[] broken(long seed) {
        Random random = new Random(seed);
        VoteType type = Elections.TYPES.get(random.nextInt(Elections.TYPES.size()));
        byte[] bytes = PbFile.write(Elections.draw(seed % 500, type)).getBytes(StandardCharsets.UTF_8);
        for (int change = 1 + random.nextInt(6); change > 0 && bytes.length > 0; change--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = Arrays.copyOf(bytes, at);
                case 2 -> bytes = joined(bytes, at, at + Math.min(bytes.length - at, random.nextInt(20)), new byte[0]);
                case 3 -> {
                    byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
                    bytes = joined(bytes, at, at, piece);
                }
                default -> {
                    int to = Math.min(bytes.length, at + random.nextInt(60));
                    bytes = joined(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
                }
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int from, int to, byte[] middle) {
        byte[] joined = new byte[from + middle.length + bytes.length - to];
        System.arraycopy(bytes, 0, joined, 0, from);
        System.arraycopy(middle, 0, joined, from, middle.length);
        System.arraycopy(bytes, to, joined, from + middle.length, bytes.length - to);
        return joined;
    }

    @Test
    void aBrokenFileIsReadOrRefusedWithAPlace() {
        for (long seed = 0; seed < CASES; seed++) {
            Reading reading = PbFile.read(new ByteArrayInputStream(broken(seed)), "x", DuplicateVoters.REFUSE);
            long at = seed;
            switch (reading) {
                case Reading.Read read -> {
                    Checkup.of(read.election());
                    Outcome outcome = Tally.count(
                            read.election(),
                            Procedure.of(new Rule.EqualShares(Measure.COST, List.of(new Completion.Greedy()))));
                    assertTrue(outcome.totalCost().compareTo(read.election().budget()) <= 0, () -> "seed " + at);
                    assertTrue(outcome.totalCost().compareTo(Fraction.ZERO) >= 0, () -> "seed " + at);
                }
                case Reading.Unreadable unreadable -> {
                    assertFalse(unreadable.faults().isEmpty(), () -> "seed " + at);
                    unreadable.faults().forEach(fault -> {
                        assertFalse(fault.in(Language.ZH).isBlank(), () -> "seed " + at);
                        assertFalse(fault.in(Language.EN).isBlank(), () -> "seed " + at);
                    });
                }
            }
        }
    }

    @Test
    void aBrokenPackageIsConfirmedOrRefutedWithASentence() {
        for (long seed = 0; seed < CASES / 10; seed++) {
            Election election = Elections.draw(seed, VoteType.CUMULATIVE);
            Procedure procedure = Procedure.of(new Rule.EqualShares(Measure.POINTS, List.of(new Completion.Greedy())));
            String text = ElectionPackage.write(election, procedure, TieCheck.count(election, procedure));
            Random random = new Random(seed);
            int at = random.nextInt(text.length());
            String broken = text.substring(0, at)
                    + PIECES.get(random.nextInt(PIECES.size()))
                    + text.substring(at + random.nextInt(2));
            if (Verification.of(broken, "x") instanceof Verification.Refuted refuted) {
                assertFalse(refuted.differences().isEmpty(), "seed " + seed);
            }
        }
    }
}
