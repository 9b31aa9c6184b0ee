package org.gongzhi.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What domain code never does: ask the clock, count in floating point, hold the law in a number. */
class BansTest {
    private static final List<String> PURE = List.of("exact", "rulebook", "tally");

    /** The rooms where a rule could be written in Java instead of the rulebook. */
    private static final Set<String> LAW_ROOMS = Set.of(
            "access",
            "api",
            "bodies",
            "elections",
            "evaluation",
            "funds",
            "institutions",
            "insight",
            "matters",
            "meetings",
            "messages",
            "onestop",
            "people",
            "portal",
            "projects",
            "publicity");

    /** Numbers that are no law, each with its reason; what stands here and isn't found any more is a fault too. */
    private static final Map<String, String> TECHNICAL = technical();

    // ---- the clock

    @Test
    void nobodyButTheCellarAsksTheClock() {
        List<String> faults = new ArrayList<>();
        // The store measures its own start and waits; the journal's clock is the one that all others are given; the
        // classes that start the program set it.
        faults.addAll(clocks(server(source -> !Set.of("store", "journal", "").contains(source.room()))));
        for (String module : PURE) {
            faults.addAll(clocks(pure(module)));
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Object at = Instant.now();",
                "Object at = java.time.LocalDate.now(zone);",
                "Supplier<Object> at = LocalDateTime::now;",
                "long at = System.currentTimeMillis();",
                "long at = System.nanoTime();",
                "Object at = new java.util.Date();",
                "Object at = InstantSource.system();",
                "Object at = Clock.systemUTC();",
                "Object at = Calendar.getInstance();",
            })
    void aCallOfTheClockIsFound(String member) {
        assertThat(clocks(Sources.invented("matters/Broken.java", "class Broken { " + member + " }")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("matters/Broken.java:1 asks the clock: ");
    }

    private static List<String> clocks(List<Sources.Source> sources) {
        Set<String> types = Set.of(
                "Instant",
                "LocalDate",
                "LocalDateTime",
                "LocalTime",
                "OffsetDateTime",
                "OffsetTime",
                "ZonedDateTime",
                "Year",
                "YearMonth",
                "MonthDay",
                "ChineseDate");
        List<String> faults = new ArrayList<>();
        for (Sources.Source source : sources) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitMemberSelect(MemberSelectTree select, Void none) {
                    String of = last(select.getExpression());
                    String name = select.getIdentifier().toString();
                    if ((name.equals("now") && types.contains(of))
                            || (of.equals("System") && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
                            || (Set.of("Clock", "InstantSource").contains(of) && name.startsWith("system"))
                            || (of.equals("Calendar") && name.equals("getInstance"))) {
                        faults.add(source.at(select) + " asks the clock: " + select);
                    }
                    return super.visitMemberSelect(select, null);
                }

                @Override
                public Void visitMemberReference(MemberReferenceTree reference, Void none) {
                    if (reference.getName().contentEquals("now")
                            && types.contains(last(reference.getQualifierExpression()))) {
                        faults.add(source.at(reference) + " asks the clock: " + reference);
                    }
                    return super.visitMemberReference(reference, null);
                }

                @Override
                public Void visitNewClass(NewClassTree made, Void none) {
                    String type = last(made.getIdentifier());
                    if (made.getArguments().isEmpty() && (type.equals("Date") || type.equals("GregorianCalendar"))) {
                        faults.add(source.at(made) + " asks the clock: " + made);
                    }
                    return super.visitNewClass(made, null);
                }
            }.scan(source.tree(), null);
        }
        return faults;
    }

    // ---- floating point

    @Test
    void nothingIsCountedInFloatingPoint() {
        List<String> faults = new ArrayList<>();
        faults.addAll(floats(server(source -> !source.room().isEmpty()
                // Pixels are scaled to a size that nobody counts on.
                && !source.name().equals("files/Darkroom.java"))));
        faults.addAll(floats(pure("exact")));
        // A drawing sets its letters in halves of a point.
        faults.addAll(floats(pure("rulebook").stream()
                .filter(source -> !source.name().endsWith("/draw/Drawing.java"))
                // A simulation draws times by chance and estimates shares; nothing is ever decided by it.
                .filter(source -> !source.name().contains("/rulebook/simulate/"))
                .toList()));
        // A count may sort out with doubles what an exact fraction then decides, where its own file says so. The four
        // here only hand on the bounds of the equal shares' run, whose file says so.
        Pattern saysSo = Pattern.compile("(?mi)^ *(/\\*\\*|\\*|//).*\\bdoubles?\\b");
        Set<String> handOn = Set.of("Profile.java", "SharesCount.java", "SharesExact.java", "SharesStory.java");
        faults.addAll(floats(pure("tally").stream()
                // Bars of a chart have lengths in parts of a point, made from fractions by Words.approximate for them
                // only; their exact figures stand beside them.
                .filter(source -> !source.name().endsWith("/report/Charts.java")
                        && !source.name().endsWith("/report/Words.java"))
                .filter(source -> !saysSo.matcher(source.text()).find()
                        && !handOn.contains(
                                last(source.name().replace(".java", "").replace('/', '.')) + ".java"))
                .toList()));
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double share;",
                "void vote(float share) {}",
                "double share() { return 0; }",
                "Double share;",
                "boolean holds = n > 0.5 * m;",
                "record Share(double part) {}",
            })
    void aNumberInFloatingPointIsFound(String member) {
        assertThat(floats(Sources.invented("matters/Broken.java", "class Broken { " + member + " }")))
                .isNotEmpty();
    }

    private static List<String> floats(List<Sources.Source> sources) {
        List<String> faults = new ArrayList<>();
        for (Sources.Source source : sources) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitPrimitiveType(PrimitiveTypeTree type, Void none) {
                    if (type.getPrimitiveTypeKind() == TypeKind.DOUBLE
                            || type.getPrimitiveTypeKind() == TypeKind.FLOAT) {
                        faults.add(source.at(type) + " has a " + type);
                    }
                    return null;
                }

                @Override
                public Void visitIdentifier(IdentifierTree name, Void none) {
                    if (name.getName().contentEquals("Double") || name.getName().contentEquals("Float")) {
                        faults.add(source.at(name) + " has a " + name);
                    }
                    return null;
                }

                @Override
                public Void visitLiteral(LiteralTree literal, Void none) {
                    if (literal.getValue() instanceof Double || literal.getValue() instanceof Float) {
                        faults.add(source.at(literal) + " has " + literal);
                    }
                    return null;
                }
            }.scan(source.tree(), null);
        }
        return faults;
    }

    // ---- the law as a number

    @Test
    void noThresholdOfTheLawStandsInCode() {
        Map<String, String> found = numbers(server(source -> LAW_ROOMS.contains(source.room())));
        Set<String> unexplained = new TreeSet<>(found.keySet());
        unexplained.removeAll(TECHNICAL.keySet());
        assertThat(unexplained.stream().map(found::get))
                .as("a rule belongs into the rulebook; what is technical is listed in this test with its reason")
                .isEmpty();
    }

    @Test
    void theListOfTechnicalNumbersIsTrue() {
        Set<String> gone = new TreeSet<>(TECHNICAL.keySet());
        gone.removeAll(
                numbers(server(source -> LAW_ROOMS.contains(source.room()))).keySet());
        assertThat(gone).as("listed, and not there any more").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boolean late = days > 15;",
                "boolean late = 3 * votes >= members * 2 || votes == 7L;",
                "boolean holds = votes * 2 > members * 3;",
                "static final int QUORUM = 9;",
                "static final Duration LIMIT = Duration.ofDays(15);",
                "static final LocalDate SINCE = LocalDate.of(2026, 1, 1);",
                "Object due = date.plusDays(30);",
                "Object due = date.minusWeeks(-4);",
                "int days = Math.max(10, given);",
            })
    void aThresholdInCodeIsFound(String member) {
        assertThat(numbers(Sources.invented("matters/Broken.java", "class Broken { " + member + " }")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boolean empty = list.size() == 0 || at < 1 || found >= -1 || parts.length == 2;",
                "String name = text.substring(12);",
                "int answer = status(422);",
            })
    void whatIsPlainlyTechnicalIsNot(String member) {
        assertThat(numbers(Sources.invented("matters/Sound.java", "class Sound { " + member + " }")))
                .isEmpty();
    }

    /** Numbers above 2 in comparisons, shares, constants, periods and bounds: file and expression, with where it stands. */
    private static Map<String, String> numbers(List<Sources.Source> sources) {
        Set<Tree.Kind> deciding = Set.of(
                Tree.Kind.MULTIPLY,
                Tree.Kind.DIVIDE,
                Tree.Kind.LESS_THAN,
                Tree.Kind.LESS_THAN_EQUAL,
                Tree.Kind.GREATER_THAN,
                Tree.Kind.GREATER_THAN_EQUAL,
                Tree.Kind.EQUAL_TO,
                Tree.Kind.NOT_EQUAL_TO);
        Pattern periods = Pattern.compile("(plus|minus|with)([A-Z].*)?|of[A-Z].*|multipliedBy|dividedBy");
        Map<String, String> found = new TreeMap<>();
        for (Sources.Source source : sources) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitBinary(BinaryTree binary, Void none) {
                    if (deciding.contains(binary.getKind())
                            && (holdsNumber(binary.getLeftOperand()) || holdsNumber(binary.getRightOperand()))) {
                        add(binary);
                    }
                    return super.visitBinary(binary, null);
                }

                @Override
                public Void visitVariable(VariableTree variable, Void none) {
                    ExpressionTree value = variable.getInitializer();
                    if (value != null
                            && variable.getModifiers().getFlags().contains(Modifier.STATIC)
                            && !variable.getName().contentEquals("serialVersionUID")
                            && holdsNumber(value)) {
                        add(variable.getName() + " = " + value, variable);
                        return null;
                    }
                    return super.visitVariable(variable, null);
                }

                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                    if (call.getMethodSelect() instanceof MemberSelectTree select) {
                        String name = select.getIdentifier().toString();
                        String of = last(select.getExpression());
                        boolean bounds = of.equals("Math")
                                && Set.of("min", "max", "clamp").contains(name);
                        boolean date =
                                Set.of("LocalDate", "LocalDateTime", "Period").contains(of) && name.equals("of");
                        if ((periods.matcher(name).matches() || bounds || date)
                                && call.getArguments().stream().anyMatch(BansTest::holdsNumber)) {
                            add(call);
                        }
                    }
                    return super.visitMethodInvocation(call, null);
                }

                private void add(Tree tree) {
                    add(tree.toString(), tree);
                }

                private void add(String expression, Tree tree) {
                    String key = source.name() + ": " + expression.replaceAll("\\s+", " ");
                    found.put(key, source.at(tree) + " " + expression);
                }
            }.scan(source.tree(), null);
        }
        return found;
    }

    /** Whether a number other than -1, 0, 1, 2 stands in an expression, by itself or in arithmetic. */
    private static boolean holdsNumber(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal
            when literal.getValue() instanceof Number number -> number.longValue() > 2 || number.longValue() < -1;
            case BinaryTree binary -> holdsNumber(binary.getLeftOperand()) || holdsNumber(binary.getRightOperand());
            case UnaryTree unary -> holdsNumber(unary.getExpression());
            case ParenthesizedTree inner -> holdsNumber(inner.getExpression());
            case TypeCastTree cast -> holdsNumber(cast.getExpression());
            case MethodInvocationTree call -> call.getArguments().stream().anyMatch(BansTest::holdsNumber);
            default -> false;
        };
    }

    private static String last(Object expression) {
        String text = expression.toString();
        return text.substring(text.lastIndexOf('.') + 1);
    }

    private static List<Sources.Source> server(Predicate<Sources.Source> wanted) {
        return Sources.beneath(Sources.SERVER).stream().filter(wanted).toList();
    }

    private static List<Sources.Source> pure(String module) {
        Path directory = Sources.PROJECT.resolve(module).resolve("src/main/java");
        return Sources.beneath(directory);
    }

    private static Map<String, String> technical() {
        String list = """
                access/Accounts.java: MOST_FAILURES = 5 -- guards passwords
                access/Accounts.java: WAIT = Duration.ofMinutes(15) -- guards passwords
                access/Accounts.java: MOST_NAMES = 10000 -- bounds memory
                access/Accounts.java: stripped.length() > 100 -- bounds a typed name
                access/Passwords.java: 19 * 1024 -- memory of argon2id, in KiB
                institutions/RulebookRefused.java: MOST = 20 -- lines of a report
                matters/Acts.java: SHORT = 30 -- characters of a headline
                matters/Bigrams.java: MOST = 4000 -- bounds the search words of one matter
                matters/Bigrams.java: LONGEST_WORD = 40 -- bounds a search word
                matters/Clerk.java: EVENTS = 100 -- numbering of pictures by act
                matters/Clerk.java: FINDINGS = 1000 -- numbering of findings by act
                matters/Clerk.java: keep.amount() * 30 -- the rulebook's months in whole days, never longer than promised
                matters/Clerk.java: keep.amount() * 365 -- the rulebook's years in whole days, never longer than promised
                matters/Clerk.java: keep.amount() / 24 -- the rulebook's hours in whole days
                matters/Clerk.java: Math.max(1, keep.amount() / 24) -- the rulebook's hours in whole days
                matters/Codes.java: LENGTH = 8 -- letters of a code
                matters/Counter.java: request.getServerPort() == 443 -- the usual port
                matters/Counter.java: request.getServerPort() == 80 -- the usual port
                matters/Counter.java: RANDOM = 4 -- the version of a UUID drawn at random
                matters/Deadlines.java: AT_ONCE = 200 -- size of a batch
                matters/Deadlines.java: REST = Duration.ofMinutes(10) -- how long a failed matter is left alone
                matters/Drafts.java: MOST_BYTES = 64L << 20 -- bounds memory
                matters/Following.java: letters.length() > 4 -- grouping of a code
                matters/Following.java: typed.length() > 40 -- bounds a quotation
                matters/Forms.java: LINE = 120 -- width of a field
                matters/Forms.java: USUAL_RATING = 5 -- steps of a rating where the institution names none
                matters/Forms.java: typed.length() > 40 -- bounds a quotation
                matters/Gallery.java: LIST = 30 -- rows of a page
                matters/Guesses.java: MOST = 10 -- guards codes
                matters/Guesses.java: MOST_NUMBERS = 10000 -- bounds memory
                matters/Guesses.java: REST = Duration.ofMinutes(15) -- guards codes
                matters/Intake.java: SAMPLE = 1 << 16 -- bytes read to tell an encoding
                matters/Intake.java: end > start.length - 4 -- longest character in UTF-8
                matters/Number.java: GROUP = 4 -- grouping of a number
                matters/Number.java: MOST = 99999999999L -- largest number that is written
                matters/Number.java: SHORTEST = 8 -- digits of a number
                matters/Number.java: digits.length() <= 12 -- digits of a number
                matters/Number.java: digits.length() > 12 -- digits of a number
                matters/Numbers.java: BLOCK = 100 -- size of a block, as the sequence counts
                matters/Sheets.java: Math.min(12, finding.edition().length()) -- letters of a digest
                matters/Sheets.java: SOON = 4 -- the last quarter of a time is shown as soon; decides nothing
                matters/Slips.java: RECEIPT_KEPT = Duration.ofMinutes(30) -- age of a cookie
                matters/Typed.java: LONGEST = 100000 -- bounds a request
                matters/Typed.java: LONGEST_LINE = 200 -- bounds a line of an address
                matters/Typed.java: MOST_PICTURES = 12 -- bounds a request
                matters/Typed.java: Math.min(80, clean.length()) -- bounds a file name
                matters/Workroom.java: BESIDE = 12 -- rows of a page
                matters/Workroom.java: EDITION = 12 -- letters of a digest
                matters/Workroom.java: LIST = 100 -- rows of a page
                people/Vault.java: NONCE = 12 -- AES-GCM
                people/Vault.java: TAG_BITS = 128 -- AES-GCM
                portal/HomePage.java: RECENT = 6 -- rows of a page
                portal/Problems.java: DEEPEST = 30 -- how far causes are followed
                portal/Problems.java: status >= 500 -- HTTP
                """;
        Map<String, String> reasons = new TreeMap<>();
        for (String line : list.lines().toList()) {
            int cut = line.indexOf(" -- ");
            reasons.put(line.substring(0, cut), line.substring(cut + 4));
        }
        return reasons;
    }
}
