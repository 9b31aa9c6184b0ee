package org.gongzhi.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever bytes a file holds, the answer is a fault and never a crash or a hang. */
class RobustnessTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 600);

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void aSoundRulebook() throws IOException {
        Path base = Path.of("approved", "check", "base");
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = directory.resolve(base.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private List<Fault> with(String file, byte[] bytes) throws IOException {
        Files.write(directory.resolve(file), bytes);
        return assertTimeoutPreemptively(SOON, () -> {
            List<Fault> faults = Rulebook.read(directory).faults();
            faults.forEach(fault -> fault.in(Language.ZH));
            return faults;
        });
    }

    private List<Fault> with(String file, String text) throws IOException {
        return with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void depthSizeAndManyKeysAreTold() throws IOException {
        assertFalse(with("lists/topics.yaml", "[".repeat(500_000)).isEmpty());
        assertFalse(with("lists/topics.yaml", "- ".repeat(300_000)).isEmpty());
        assertFalse(with("lists/topics.yaml", "a: ".repeat(100_000)).isEmpty());
        assertFalse(with("lists/topics.yaml", "x".repeat(2_000_000)).isEmpty());
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 120_000; i++) {
            keys.append('k').append(i).append(": \n");
        }
        assertFalse(with("lists/topics.yaml", keys.toString()).isEmpty());
        assertFalse(with("lists/topics.yaml", "k: 1\n".repeat(200_000)).isEmpty());
        assertFalse(with("lists/topics.yaml", "\u0000\u0001").isEmpty());
        assertFalse(with("lists/topics.yaml", "").isEmpty());
        assertFalse(with("lists/topics.yaml", "# nothing").isEmpty());
        String bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b]\n";
        assertFalse(with("lists/topics.yaml", bomb).isEmpty());
    }

    @Test
    void numbersAndExpressionsWithoutEndAreTold() throws IOException {
        String rule = Files.readString(directory.resolve("rules/quorum.yaml"));
        for (String require : List.of(
                "present >= " + "(".repeat(900),
                "not ".repeat(400) + "present > 1",
                "present >= " + "9".repeat(1_500),
                "present >= 1/0 of members",
                "present >= 2/3 of 2/3 of 2/3 of members",
                "present >= 1 ÷ 2",
                "present")) {
            String broken = rule.replace("present > 1/2 of members", require);
            assertFalse(with("rules/quorum.yaml", broken).isEmpty(), require);
        }
    }

    @Test
    void mutatedFilesAreToldOrRead() throws IOException {
        long seed = 7;
        Random random = new Random(seed);
        List<String> files =
                List.of("institutions/request.yaml", "rules/quorum.yaml", "bodies.yaml", "lists/topics.yaml");
        for (int round = 0; round < ROUNDS; round++) {
            String file = files.get(round % files.size());
            byte[] whole = Files.readAllBytes(directory.resolve(file));
            byte[] bytes = whole.clone();
            for (int i = 0; i <= random.nextInt(3); i++) {
                int at = random.nextInt(bytes.length);
                switch (random.nextInt(4)) {
                    case 0 -> bytes[at] = (byte) random.nextInt(256);
                    case 1 -> bytes[at] = (byte) "{}[]:,-#&*!|>'\"%@ \n0a".charAt(random.nextInt(21));
                    case 2 -> bytes = cut(bytes, at, at + random.nextInt(40));
                    default -> bytes = twice(bytes, at, at + random.nextInt(60));
                }
            }
            int number = round;
            byte[] damaged = bytes;
            try {
                with(file, damaged);
            } catch (RuntimeException crash) {
                throw new AssertionError("seed %d, round %d: %s".formatted(seed, number, file), crash);
            } finally {
                Files.write(directory.resolve(file), whole);
            }
        }
        assertEquals(List.of(), Rulebook.read(directory).faults());
    }

    private static byte[] cut(byte[] bytes, int from, int to) {
        int end = Math.min(to, bytes.length);
        byte[] cut = new byte[Math.max(1, bytes.length - (end - from))];
        System.arraycopy(bytes, 0, cut, 0, Math.min(from, cut.length));
        System.arraycopy(
                bytes,
                end,
                cut,
                Math.min(from, cut.length),
                Math.min(bytes.length - end, cut.length - Math.min(from, cut.length)));
        return cut;
    }

    private static byte[] twice(byte[] bytes, int from, int to) {
        int end = Math.min(to, bytes.length);
        byte[] longer = new byte[bytes.length + end - from];
        System.arraycopy(bytes, 0, longer, 0, end);
        System.arraycopy(bytes, from, longer, end, bytes.length - from);
        return longer;
    }
}
