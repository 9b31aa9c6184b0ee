package org.gongzhi.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongzhi.exact.Language;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files in, faults out: each directory of {@code approved/check} holds what differs from {@code base}. {@code -Dapprove=true}
 * writes what came out; read the difference before it is committed.
 */
class ApprovedCheckTest {
    private static final Path APPROVED = Path.of("approved", "check");

    static Stream<Path> good() throws IOException {
        return cases("good");
    }

    static Stream<Path> bad() throws IOException {
        return cases("bad");
    }

    private static Stream<Path> cases(String kind) throws IOException {
        try (Stream<Path> found = Files.list(APPROVED.resolve(kind))) {
            return found.sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void aGoodRulebookHasNoFault(Path given, @TempDir Path directory) throws IOException {
        assertEquals("", told(read(given, directory), Language.EN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void aBadRulebookIsToldWhatIsWrong(Path given, @TempDir Path directory) throws IOException {
        Rulebook.Reading reading = read(given, directory);
        for (Language language : Language.values()) {
            Path expected = given.resolve(language == Language.ZH ? "faults.zh.txt" : "faults.en.txt");
            String told = told(reading, language);
            if (Boolean.getBoolean("approve")) {
                Files.writeString(expected, told);
            }
            assertEquals(Files.exists(expected) ? Files.readString(expected) : "", told);
        }
        assertEquals(true, reading.findRulebook().isEmpty(), "a faulty rulebook is not handed out");
    }

    private static String told(Rulebook.Reading reading, Language language) {
        return reading.faults().stream().map(fault -> fault.in(language) + "\n").collect(Collectors.joining());
    }

    private static Rulebook.Reading read(Path given, Path directory) throws IOException {
        copy(APPROVED.resolve("base"), directory);
        copy(given, directory);
        return Rulebook.read(directory);
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(from)) {
            files = found.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(".txt"))
                    .toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.write(target, Files.readAllBytes(file));
        }
    }
}
