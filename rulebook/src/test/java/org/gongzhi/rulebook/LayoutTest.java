package org.gongzhi.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.draw.Differences;
import org.gongzhi.rulebook.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {
    private static final Path FUTIAN = Path.of("..", "rulebooks", "futian");

    @Test
    void theModelDistrictIsInCanonicalLayout() throws IOException {
        try (Stream<Path> files = Files.walk(FUTIAN)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                String text = Files.readString(file);
                assertEquals(text, Layout.of(file.toString(), text).orElseThrow(), file::toString);
            }
        }
    }

    @Test
    void aLayoutChangesNothingButTheLayout() {
        String text = """
                # above
                title:
                    en:   "Request, and more"
                    zh: '诉求'   # beside
                steps:
                  # inside
                  b: {to: a,   asks: [x,y]}
                  a:
                    - 1
                    - {c: d}
                text: |
                  one # not a comment

                  two
                """;
        String laid = Layout.of("a.yaml", text).orElseThrow();
        assertEquals("""
                # above
                title: {zh: 诉求, en: 'Request, and more'}  # beside
                steps:
                  # inside
                  b: {to: a, asks: [x, y]}
                  a:
                    - 1
                    - {c: d}
                text: |
                  one # not a comment

                  two
                """, laid);
        assertEquals(laid, Layout.of("a.yaml", laid).orElseThrow());
    }

    @Test
    void aChangeIsToldInSentences(@TempDir Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(FUTIAN)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = directory.resolve(FUTIAN.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        Path changed = directory.resolve("institutions/mediation.yaml");
        Files.writeString(
                changed,
                Files.readString(changed)
                        .replace("within: 3 working days", "within: 3 days")
                        .replace("due 2026-03-05 18:00", "due 2026-03-05 24:00"));
        Rulebook before = Rulebook.read(FUTIAN).findRulebook().orElseThrow();
        Rulebook after = Rulebook.read(directory).findRulebook().orElseThrow();
        assertEquals(
                List.of(
                        "The institution `Mediation`, step `Asked for` no longer says: `Asked for` is for Head of the mediation committee (to execute), within 3 working days.",
                        "The institution `Mediation`, step `Asked for` now says: `Asked for` is for Head of the mediation committee (to execute), within 3 days."),
                Differences.between(before, after).stream().map(Text::en).toList());
        assertTrue(Differences.between(before, before).isEmpty());
    }
}
