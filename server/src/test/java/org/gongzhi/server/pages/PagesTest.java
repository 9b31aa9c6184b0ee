package org.gongzhi.server.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Text;
import org.gongzhi.server.frame.Words;
import org.gongzhi.server.institutions.pages.Institution.LawLine;
import org.gongzhi.server.matters.pages.FollowEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page, now and later. */
class PagesTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path RECORDS = Path.of("src/main/java/org/gongzhi/server");
    private static final Path STYLES = Path.of("src/main/resources/static/gongzhi.css");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void eachTemplateHasItsRecordAndASample() throws IOException {
        Set<String> templates = new TreeSet<>();
        for (Path file : files(TEMPLATES, ".jte")) {
            String name =
                    TEMPLATES.relativize(file).toString().replace('\\', '/').replace(".jte", "");
            if (name.startsWith("parts/")) {
                continue;
            }
            String record = name.replace("/", "/pages/") + ".java";
            assertTrue(Files.exists(RECORDS.resolve(record)), name + " has no record " + record);
            templates.add(name);
        }
        assertEquals(templates, new TreeSet<>(new Samples("en").pages().keySet()));
    }

    @Test
    void bothLanguagesSayEveryKeyWithTheSameArguments() {
        Map<String, String> zh = Words.messages(Language.ZH);
        Map<String, String> en = Words.messages(Language.EN);
        assertEquals(zh.keySet(), en.keySet());
        // a date names its parts in the order of its language and may leave some out
        zh.keySet().stream()
                .filter(key -> !key.startsWith("date."))
                .forEach(key -> assertEquals(holes(required(zh, key)), holes(required(en, key)), key));
    }

    @Test
    void everyKeyThatATemplateSaysExists() throws IOException {
        Map<String, String> zh = Words.messages(Language.ZH);
        for (Path file : files(TEMPLATES, ".jte")) {
            for (MatchResult said : all("\\.say\\(\"([a-zA-Z0-9.-]+[a-zA-Z0-9])\"", Files.readString(file))) {
                assertTrue(zh.containsKey(said.group(1)), file + " says " + said.group(1));
            }
        }
    }

    @Test
    void noSentenceStandsInATemplateOrInCode() throws IOException {
        for (Path file : files(TEMPLATES, ".jte")) {
            assertFalse(CHINESE.matcher(Files.readString(file)).find(), file + " holds Chinese");
        }
        for (Path file : files(RECORDS, ".java")) {
            if (!file.toString().contains("pages") && !file.toString().contains("frame")) {
                continue;
            }
            for (MatchResult literal :
                    all("\"[^\"\\n]*\"", Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", ""))) {
                assertFalse(CHINESE.matcher(literal.group()).find(), file + " holds " + literal.group());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh-Hant", "en"})
    void everyPageKeepsToThePolicyAndItsReferencesMeet(String tag) {
        RenderedPages.all(tag).forEach((name, page) -> {
            String html = RenderedPages.html(name, page);
            assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"" + tag + "\">"), name);
            assertEquals(1, all("<h1[ >]", html).size(), name + " has one main heading");
            assertEquals(
                    List.of(),
                    found("<style|<script(?! src=\"/gongzhi.js\")| style=| on[a-z]+=|javascript:", html),
                    name);
            assertEquals(List.of(), found("(?:src|href|action)=\"(?:https?:)?//", html), name + " asks elsewhere");
            Set<String> ids = new HashSet<>();
            for (MatchResult id : all(" id=\"([^\"]+)\"", html)) {
                assertTrue(ids.add(id.group(1)), name + " has twice the id " + id.group(1));
            }
            for (MatchResult reference : all(" (?:for|aria-labelledby|aria-describedby|list)=\"([^\"]+)\"", html)) {
                for (String id : reference.group(1).split(" ")) {
                    assertTrue(ids.contains(id), name + " refers to " + id);
                }
            }
            for (MatchResult link : all(" href=\"#([^\"]+)\"", html)) {
                if (!link.group(1).startsWith("L")) {
                    assertTrue(ids.contains(link.group(1)), name + " leads to #" + link.group(1));
                }
            }
            for (MatchResult form : all("(?s)<form[^>]* method=\"post\".*?</form>", html)) {
                assertTrue(form.group().contains("name=\"_csrf\""), name + " has a form without its token");
            }
            assertTrue(html.length() < 60_000, name + " is light");
        });
    }

    @Test
    void whatPeopleTypeNeverBecomesMarkup() {
        Samples samples = new Samples("en");
        FollowEntry page = (FollowEntry) required(samples.pages(), "matters/FollowEntry");
        String html = RenderedPages.html(
                "matters/FollowEntry",
                new FollowEntry(page.frame(), page.post(), "\"><script>alert(1)</script>", "", Text.same("<b>")));
        assertEquals(List.of(), found("<script>|<b>(?!Futian)", html));
        assertTrue(html.contains("value=\"&#34;>"), html);
    }

    @Test
    void theStyleSheetIsLightAndItsColoursAreReadable() throws IOException {
        String css = Files.readString(STYLES);
        assertTrue(Files.size(STYLES) <= 30 * 1024, "the style sheet has " + Files.size(STYLES) + " bytes");
        int dark = css.indexOf("prefers-color-scheme: dark");
        for (String scheme : List.of(css.substring(0, dark), css.substring(dark, css.indexOf("*, ::before")))) {
            Map<String, String> colours = new HashMap<>();
            for (MatchResult colour : all("--([a-z-]+): #([0-9a-f]{3,6});", scheme)) {
                colours.putIfAbsent(colour.group(1), colour.group(2));
            }
            for (String text : List.of("ink", "soft", "act", "over", "soon", "done")) {
                for (String ground : List.of("paper", "sheet")) {
                    assertReadable(colours, text, ground);
                }
            }
            for (String meaning : List.of("act", "over", "soon", "done")) {
                assertReadable(colours, meaning, meaning + "-sheet");
                assertReadable(colours, "ink", meaning + "-sheet");
            }
            assertReadable(colours, "on-act", "act");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`  who: clerk`, 2, who:, ` clerk`, ``",
                "`      - {after: 0 hours, tell: x}`, 6, ``, `- {after: 0 hours, tell: x}`, ``",
                "`transition: stay   # why`, 0, transition:, ` stay   `, `# why`",
                "`# a remark`, 0, ``, ``, `# a remark`",
                "`      place/community dispatches -> done #1`, 6, ``, `place/community dispatches -> done `, `#1`",
                "``, 0, ``, ``, ``",
            })
    void aLineOfTheTextIsCutAndLosesNothing(String line, int indent, String key, String rest, String comment) {
        assertEquals(new LawLine(7, indent, key, rest, comment), LawLine.of(7, line));
    }

    private static void assertReadable(Map<String, String> colours, String text, String ground) {
        long contrast = contrastInTenths(required(colours, text), required(colours, ground));
        assertTrue(contrast >= 70, "%s on %s: %d tenths".formatted(text, ground, contrast));
    }

    private static long contrastInTenths(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return Math.round(Math.floor((Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05) * 10));
    }

    private static double luminance(String hex) {
        String full = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(full.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static <T> T required(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static Set<String> holes(String message) {
        Set<String> holes = new TreeSet<>();
        all("\\{([0-9])", message).forEach(hole -> holes.add(hole.group(1)));
        return holes;
    }

    private static List<String> found(String pattern, String text) {
        return all(pattern, text).stream().map(MatchResult::group).toList();
    }

    private static List<MatchResult> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }

    private static List<Path> files(Path directory, String end) throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            return new ArrayList<>(
                    walk.filter(file -> file.toString().endsWith(end)).sorted().toList());
        }
    }
}
