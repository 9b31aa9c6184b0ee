package org.gongzhi.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says, in two languages: nothing missing, nothing left over, nothing said in code. */
class MessagesTest {
    private static final Path MESSAGES = Sources.PROJECT.resolve("server/src/main/resources/messages");
    private static final Path TEMPLATES = Sources.PROJECT.resolve("server/src/main/jte");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** Where Chinese stands in code for a reason. */
    private static final Set<String> CHINESE_IN_CODE = Set.of(
            // The words by which the division list names units; parsed and completed, not said.
            "bodies/Founding.java",
            "territory/DivisionList.java",
            "territory/Unit.java",
            // The name of a column in files of messages.
            "matters/Intake.java",
            // Said on the terminal when the program may not start.
            "institutions/RulebookRefused.java",
            // The full-width hyphens and spaces that people type in a number.
            "matters/Number.java");

    @ParameterizedTest
    @ValueSource(strings = {"", "said."})
    void bothLanguagesSayTheSameWithTheSameArguments(String kind) throws IOException {
        assertThat(differences(
                        Files.readString(MESSAGES.resolve(kind + "zh.properties")),
                        Files.readString(MESSAGES.resolve(kind + "en.properties"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.b=是             | a.b=Yes\\na.c=No   | a.c is said in one language only",
                "a.b={0} 件         | a.b=items         | a.b has other arguments in the other language: [0] and []",
                "a.b=%s 件          | a.b=items         | a.b has other arguments in the other language: [1] and []",
                "a.b=%2$s 的 %1$s   | a.b=%1$s         | a.b has other arguments in the other language: [1, 2] and [1]",
                "a.b=               | a.b=Yes           | a.b says nothing",
                "a.b=是\\na.b=否     | a.b=Yes           | a.b is said twice",
            })
    void aDifferenceBetweenTheLanguagesIsFound(String zh, String en, String difference) {
        assertThat(differences(zh.replace("\\n", "\n"), en.replace("\\n", "\n")))
                .containsExactly(difference);
    }

    private static List<String> differences(String zh, String en) {
        Map<String, String> chinese = properties(zh);
        Map<String, String> english = properties(en);
        List<String> faults = new ArrayList<>();
        Set<String> keys = new TreeSet<>(chinese.keySet());
        keys.addAll(english.keySet());
        for (String key : keys) {
            String one = chinese.get(key);
            String other = english.get(key);
            if (one == null || other == null) {
                faults.add(key + " is said in one language only");
            } else if (one.isBlank() || (other.isBlank() && !key.equals("list.comma"))) {
                faults.add(key + " says nothing");
            } else if (!key.startsWith("date.") && !arguments(one).equals(arguments(other))) {
                // A date names its parts in the order of its language and may leave some out.
                faults.add("%s has other arguments in the other language: %s and %s"
                        .formatted(key, arguments(one), arguments(other)));
            }
        }
        for (String text : List.of(zh, en)) {
            Set<String> seen = new HashSet<>();
            text.lines()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .filter(key -> !seen.add(key))
                    .forEach(key -> faults.add(key + " is said twice"));
        }
        return faults;
    }

    private static Set<Integer> arguments(String message) {
        Set<Integer> arguments = new TreeSet<>();
        int next = 0;
        for (MatchResult hole : all("\\{([0-9])|%(?:([0-9])\\$)?s", message)) {
            if (hole.group(1) != null) {
                arguments.add(Integer.parseInt(hole.group(1)));
            } else {
                next++;
                arguments.add(hole.group(2) == null ? next : Integer.parseInt(hole.group(2)));
            }
        }
        return arguments;
    }

    @Test
    void whatCodeAndTemplatesSayExists() throws IOException {
        Said said = said();
        Map<String, String> pages = properties(Files.readString(MESSAGES.resolve("zh.properties")));
        Map<String, String> rooms = properties(Files.readString(MESSAGES.resolve("said.zh.properties")));
        List<String> faults = new ArrayList<>();
        for (Call call : said.calls()) {
            Map<String, String> messages = call.bySaid() ? rooms : pages;
            if (call.key().endsWith("*")) {
                String prefix = call.key().substring(0, call.key().length() - 1);
                if (messages.keySet().stream().noneMatch(key -> key.startsWith(prefix))) {
                    faults.add(call.at() + " says " + call.key() + ", and no key begins so");
                }
                continue;
            }
            String message = messages.get(call.key());
            if (message == null) {
                faults.add(call.at() + " says " + call.key() + ", which is not there");
            } else if (call.arguments() >= 0 && arguments(message).size() != call.arguments()) {
                faults.add("%s gives %s %d arguments instead of %d"
                        .formatted(
                                call.at(),
                                call.key(),
                                call.arguments(),
                                arguments(message).size()));
            }
        }
        assertThat(said.calls()).hasSizeGreaterThan(100);
        assertThat(faults).isEmpty();
    }

    @Test
    void callsAreReadWithTheirArguments() {
        List<Call> calls = new ArrayList<>();
        read(Sources.invented("matters/X.java", """
                                class X {
                                    void say() {
                                        Said.of("a.b", one, two);
                                        Said.of(isLate ? "a.late" : "a.early");
                                        Said.of("rating." + step);
                                        words.say("c.d", 1);
                                    }
                                }
                                """).getFirst(), calls, new HashSet<>());
        assertThat(calls)
                .containsExactly(
                        new Call("matters/X.java:3", true, "a.b", 2),
                        new Call("matters/X.java:4", true, "a.late", 0),
                        new Call("matters/X.java:4", true, "a.early", 0),
                        new Call("matters/X.java:5", true, "rating.*", 0),
                        new Call("matters/X.java:6", false, "c.d", 1));
    }

    @Test
    void nothingIsKeptThatNobodySays() throws IOException {
        Said said = said();
        Set<String> keys = new TreeSet<>(
                properties(Files.readString(MESSAGES.resolve("zh.properties"))).keySet());
        keys.addAll(properties(Files.readString(MESSAGES.resolve("said.zh.properties")))
                .keySet());
        assertThat(keys.stream().filter(key -> !isUsed(key, said.words())).toList())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.b, true",
        "a.c, false",
        "rating.5, true",
        "rating.worst, false",
        "problem.404.says, true",
        "pattern.field.area, true",
        "pattern.field.oblong, false",
        "span.DAYS, true",
    })
    void aMessageThatNobodySaysIsFound(String key, boolean used) {
        Set<String> words =
                Set.of("a.b", "rating.", "problem.", ".says", "pattern.", "field.", "area", "span.", "DAYS");
        assertThat(isUsed(key, words)).isEqualTo(used);
    }

    /** A key is used if it stands somewhere, or is put together from a beginning and an end that do. */
    private static boolean isUsed(String key, Set<String> words) {
        if (words.contains(key) || key.matches("\\d+")) {
            return true;
        }
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            if (words.contains(key.substring(0, dot + 1)) && isUsed(key.substring(dot + 1), words)) {
                return true;
            }
            if (words.contains(key.substring(dot)) && isUsed(key.substring(0, dot), words)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void noRoomSpeaksChineseInItsCode() {
        List<String> faults = new ArrayList<>();
        for (Sources.Source source : Sources.beneath(Sources.SERVER)) {
            // The store and the commands speak before there are message files to read: on a terminal, in both
            // languages.
            if (!source.room().isEmpty()
                    && !source.room().equals("store")
                    && !CHINESE_IN_CODE.contains(source.name())) {
                faults.addAll(chinese(source));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void chineseInCodeIsFound() {
        assertThat(chinese(Sources.invented("matters/X.java", "class X { /** 事项 */ String a = \"办结\"; char b = '结'; }")
                        .getFirst()))
                .hasSize(2);
    }

    private static List<String> chinese(Sources.Source source) {
        List<String> faults = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void none) {
                if (CHINESE.matcher(String.valueOf(literal.getValue())).find()) {
                    faults.add(source.at(literal) + " says " + literal);
                }
                return null;
            }
        }.scan(source.tree(), null);
        return faults;
    }

    // ---- reading code and templates

    /**
     * A message that is asked for.
     *
     * @param key ends with * where only its beginning stands in the code
     * @param arguments how many; -1 if not known
     */
    private record Call(String at, boolean bySaid, String key, int arguments) {}

    /** All calls, and every word that stands in code, templates and the rulebook's files. */
    private record Said(List<Call> calls, Set<String> words) {}

    private static Said said() throws IOException {
        List<Call> calls = new ArrayList<>();
        Set<String> words = new HashSet<>();
        for (Sources.Source source : Sources.beneath(Sources.SERVER)) {
            read(source, calls, words);
        }
        // Kinds of holding, units and comparisons are named by the languages' own enums.
        for (Sources.Source source : Sources.beneath(Sources.PROJECT.resolve("rulebook/src/main/java"))) {
            read(source, new ArrayList<>(), words);
        }
        try (Stream<Path> walk = Files.walk(TEMPLATES)) {
            for (Path file :
                    walk.filter(path -> path.toString().endsWith(".jte")).toList()) {
                String text = Files.readString(file);
                for (MatchResult say : all("\\.say\\(\"([a-zA-Z0-9.-]+)\"(\\s*\\+)?", text)) {
                    String key = say.group(2) == null ? say.group(1) : say.group(1) + "*";
                    calls.add(new Call(TEMPLATES.relativize(file).toString(), false, key, -1));
                }
                all("\"([a-zA-Z0-9.-]+)\"", text).forEach(literal -> words.add(literal.group(1)));
            }
        }
        // A channel, a step or an act is named by the rulebook.
        try (Stream<Path> walk = Files.walk(Sources.PROJECT.resolve("rulebooks"))) {
            for (Path file :
                    walk.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                words.addAll(List.of(Files.readString(file).split("[^A-Za-z0-9-]+")));
            }
        }
        return new Said(calls, words);
    }

    private static void read(Sources.Source source, List<Call> calls, Set<String> words) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                if (call.getMethodSelect() instanceof MemberSelectTree select
                        && !call.getArguments().isEmpty()) {
                    boolean bySaid = select.toString().equals("Said.of")
                            || select.toString().equals("Said.knows");
                    if (bySaid || select.getIdentifier().contentEquals("say")) {
                        int arguments = select.toString().equals("Said.knows")
                                ? -1
                                : call.getArguments().size() - 1;
                        keys(call.getArguments().getFirst())
                                .forEach(key -> calls.add(new Call(source.at(call), bySaid, key, arguments)));
                    }
                }
                return super.visitMethodInvocation(call, null);
            }

            @Override
            public Void visitLiteral(LiteralTree literal, Void none) {
                if (literal.getValue() instanceof String text) {
                    words.add(text);
                    words.addAll(List.of(text.split("[^A-Za-z0-9.-]+")));
                }
                return null;
            }

            @Override
            public Void visitVariable(VariableTree variable, Void none) {
                // The constants of an enum are variables to the compiler.
                if (variable.getName()
                        .toString()
                        .equals(variable.getName().toString().toUpperCase(java.util.Locale.ROOT))) {
                    words.add(variable.getName().toString());
                    words.add(variable.getName().toString().toLowerCase(java.util.Locale.ROOT));
                }
                return super.visitVariable(variable, null);
            }

            private List<String> keys(ExpressionTree expression) {
                return switch (expression) {
                    case LiteralTree literal when literal.getValue() instanceof String key -> List.of(key);
                    case ConditionalExpressionTree choice ->
                        Stream.of(choice.getTrueExpression(), choice.getFalseExpression())
                                .flatMap(one -> keys(one).stream())
                                .toList();
                    case ParenthesizedTree inner -> keys(inner.getExpression());
                    case BinaryTree sum
                    when sum.getKind() == Tree.Kind.PLUS ->
                        keys(sum.getLeftOperand()).stream()
                                .map(key -> key.endsWith("*") ? key : key + "*")
                                .toList();
                    default -> List.of();
                };
            }
        }.scan(source.tree(), null);
    }

    private static Map<String, String> properties(String text) {
        Properties read = new Properties();
        try (Reader reader = new StringReader(text)) {
            read.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> messages = new TreeMap<>();
        read.forEach((key, message) -> messages.put(key.toString(), message.toString()));
        return messages;
    }

    private static List<MatchResult> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }
}
