package org.gongzhi.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongzhi.exact.Language;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final Pattern CODE = Pattern.compile("\"(R[0-9]{3})\"");

    /** The codes that stand in the program text. */
    private static Set<String> used() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = CODE.matcher(Files.readString(file));
                while (matcher.find()) {
                    codes.add(matcher.group(1));
                }
            }
        }
        return codes;
    }

    @Test
    void everyCodeHasItsPageInBothLanguages() throws IOException {
        assertEquals(used(), new TreeSet<>(Reference.codes()));
        for (String code : Reference.codes()) {
            assertTrue(Reference.find(code, Language.ZH).isPresent(), code);
        }
    }

    @Test
    void everyCodeHasADamagedExample() throws IOException {
        Set<String> shown = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("approved", "check", "bad"))) {
            for (Path file :
                    files.filter(path -> path.endsWith("faults.en.txt")).toList()) {
                Matcher matcher = Pattern.compile("  (R[0-9]{3})  ").matcher(Files.readString(file));
                while (matcher.find()) {
                    shown.add(matcher.group(1));
                }
            }
        }
        assertEquals(used(), shown);
    }
}
