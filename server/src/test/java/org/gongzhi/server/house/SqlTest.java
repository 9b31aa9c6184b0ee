package org.gongzhi.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongzhi.server.store.Login;
import org.gongzhi.server.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/** All SQL of the program, found in its classes: planned on the migrated schema as the role that serves requests. */
class SqlTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final Pattern STATEMENT = Pattern.compile(
            "(?is)\\s*(with|select|insert|update|delete|merge|truncate|lock|copy|call|create|alter|drop|grant|revoke)\\s.*");

    /** Statements of a room's tables that name no district, each with its reason. */
    private static final Map<String, String> ANY_DISTRICT =
            Map.of("matters.Matters.NEXT_NUMBERS", "a block of numbers belongs to no district");

    /** What a statement of ours is called, where it stands and what it says; parts of other rooms are taken out. */
    private record Sql(String name, String room, String text, String own) {}

    // ---- finding all of it

    @Test
    void theSqlOfEveryRoomThatHasTablesIsFound() throws IOException {
        Set<String> rooms = new TreeSet<>();
        constants().forEach(sql -> rooms.add(sql.room()));
        assertThat(rooms)
                .contains(
                        "access",
                        "bodies",
                        "files",
                        "insight",
                        "institutions",
                        "journal",
                        "matters",
                        "messages",
                        "people",
                        "store",
                        "territory");
        assertThat(constants()).hasSizeGreaterThan(50);
    }

    @Test
    void sqlStandsInConstantsOnly() {
        List<String> faults = new ArrayList<>();
        // Making roles and databases is nothing that a constant with parameters can say.
        Sources.beneath(Sources.SERVER).stream()
                .filter(source -> !source.name().equals("store/Roles.java"))
                .forEach(source -> faults.addAll(looseSql(source)));
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc.sql(\"select n from a.t\");                      | 1",
                "jdbc.sql(\"select \" + columns + FROM);               | 1",
                "jdbc.sql(FIND + \" limit 5\");                        | 1",
                "String sql = \"delete from a.t where n = \" + n;      | 1",
                "jdbc.sql(FIND);                                       | 0",
                "jdbc.sql(isOpen ? OPEN : ALL);                        | 0",
                "jdbc.sql(sql);                                        | 0",
            })
    void sqlOutsideAConstantIsFound(String line, int faults) {
        List<Sources.Source> source =
                Sources.invented("matters/Broken.java", "class Broken { void run() { " + line + " } }");
        assertThat(looseSql(source.getFirst())).hasSize(faults);
    }

    private static List<String> looseSql(Sources.Source source) {
        List<String> faults = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                if (call.getMethodSelect() instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals("sql")
                        && call.getArguments().size() == 1
                        && !isChosen(call.getArguments().getFirst())) {
                    faults.add(source.at(call) + " has SQL in place: "
                            + call.getArguments().getFirst());
                    return null;
                }
                return super.visitMethodInvocation(call, null);
            }

            @Override
            public Void visitVariable(VariableTree variable, Void none) {
                boolean constant = variable.getModifiers()
                        .getFlags()
                        .containsAll(Set.of(
                                javax.lang.model.element.Modifier.STATIC, javax.lang.model.element.Modifier.FINAL));
                return constant ? null : super.visitVariable(variable, null);
            }

            @Override
            public Void visitLiteral(LiteralTree literal, Void none) {
                if (literal.getValue() instanceof String text
                        && Pattern.compile(
                                        "(?is)^\\s*(select\\s+.+\\sfrom\\s+\\w|insert\\s+into\\s|update\\s+\\w+\\.\\w+\\s.*\\bset\\s|delete\\s+from\\s|with\\s+\\w+\\s+as\\s).*")
                                .matcher(text)
                                .matches()) {
                    faults.add(source.at(literal) + " has SQL outside a constant: " + literal);
                }
                return null;
            }

            private boolean isChosen(ExpressionTree expression) {
                return switch (expression) {
                    case IdentifierTree ignored -> true;
                    case MemberSelectTree ignored -> true;
                    case com.sun.source.tree.ConditionalExpressionTree choice ->
                        isChosen(choice.getTrueExpression()) && isChosen(choice.getFalseExpression());
                    case com.sun.source.tree.ParenthesizedTree inner -> isChosen(inner.getExpression());
                    default ->
                        !STATEMENT
                                        .matcher(expression.toString().replace("\"", ""))
                                        .matches()
                                && !(expression instanceof com.sun.source.tree.BinaryTree)
                                && !(expression instanceof LiteralTree);
                };
            }
        }.scan(source.tree(), null);
        return faults;
    }

    // ---- planning it

    @Test
    void eachStatementIsPlannedAsTheRoleThatServesRequests() throws IOException, SQLException {
        List<String> faults = new ArrayList<>();
        try (Connection connection = asServed();
                Statement statement = connection.createStatement()) {
            // Nothing is found by a name that isn't qualified.
            statement.execute("set search_path to ''");
            for (Sql sql : constants()) {
                faults.addAll(unplannable(statement, sql));
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select m.id from matter m where m.district_id = :district        | relation \"matter\" does not exist",
                "select m.mood from matters.matter m where m.district_id = :d     | column m.mood does not exist",
                "delete from journal.event e where e.district_id = :district      | permission denied",
                "select m.id from matters.matter m where m.id = :id and           | syntax error",
            })
    void aStatementThatCannotRunIsFound(String text, String why) throws SQLException {
        try (Connection connection = asServed();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path to ''");
            assertThat(unplannable(statement, new Sql("matters.Broken.SQL", "matters", text, text)))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(why);
        }
    }

    /** Asked in one message each: a plan for any values has no values to bind. */
    private static Connection asServed() throws SQLException {
        Login app = DATABASE.app();
        return new Login(app.url() + "?preferQueryMode=simple", app.user(), app.password()).connect();
    }

    private static List<String> unplannable(Statement statement, Sql sql) {
        try {
            statement.execute("explain (generic_plan) " + numbered(sql.text()));
            return List.of();
        } catch (SQLException refused) {
            return List.of(sql.name() + " cannot be planned: " + refused.getMessage());
        }
    }

    /** Named parameters or question marks as PostgreSQL's $1, $2 … */
    private static String numbered(String sql) {
        String marked = sql.contains(":")
                ? NamedParameterUtils.substituteNamedParameters(NamedParameterUtils.parseSqlStatement(sql), null)
                : sql;
        StringBuilder numbered = new StringBuilder();
        int number = 0;
        for (int at = 0; at < marked.length(); at++) {
            char letter = marked.charAt(at);
            if (letter == '?') {
                number++;
                numbered.append('$').append(number);
            } else {
                numbered.append(letter);
            }
        }
        return numbered.toString();
    }

    // ---- reading it

    @Test
    void eachStatementKeepsTheHouseRules() throws IOException {
        List<String> faults = new ArrayList<>();
        constants().forEach(sql -> faults.addAll(broken(sql)));
        assertThat(faults).isEmpty();
    }

    @Test
    void theListOfStatementsWithoutADistrictIsTrue() throws IOException {
        assertThat(constants().stream().map(Sql::name).toList()).containsAll(ANY_DISTRICT.keySet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select m.id from matters.matter m where m.district_id = :district                            | ",
                "select m.id from matters.matter m where m.id = :id                                           | names no district",
                "select m.id from matters.matter m where m.district_id > 0                                    | names no district",
                "select m.id from matters.matter m join matters.task t on t.matter_id = m.id where m.district_id = :district | leaves t.district_id open",
                "select m.id from matters.matter m join matters.task t on t.district_id = m.district_id where m.district_id = :district | ",
                "insert into matters.task (matter_id, nr) values (:district, 1)                               | leaves matters.task (district_id, …) open",
                "update matters.matter m set district_id = :district where m.district_id = :old               | moves a row to another district",
                "select * from matters.matter m where m.district_id = :district                               | takes all columns",
                "select m.* from matters.matter m where m.district_id = :district                             | takes all columns",
                "delete from matters.task t where t.district_id = :district returning *                       | takes all columns",
                "select count(*) as n from matters.task t where t.district_id = :district                     | ",
                "select m.id from matters.matter m where m.district_id = :district limit 5                    | has a limit without an order",
                "select m.id from matters.matter m where m.district_id = :district order by m.id limit 5      | ",
                "select e.nr from journal.event e where e.district_id = :district                             | reads journal.event, which is another room's",
                "select u.id from territory.unit_public u where u.district_id = :district                     | ",
                "select m.id from matters.matter m where m.district_id = :district and m.due_at < now()       | asks the database's clock",
                "select m.id from matters.matter m where m.district_id = :district and m.due_at < current_date | asks the database's clock",
                "select set_config('app.lo', :lo, false)                                                      | sets what outlives the transaction",
                "set app.lo = 1                                                                               | sets what outlives the transaction",
                "select m.id from matters.matter m where m.district_id = :district and m.summary like :word   | uses like, which no policy lets through to an index",
            })
    void aStatementThatBreaksAHouseRuleIsFound(String text, String fault) {
        List<String> faults = broken(new Sql("matters.Broken.SQL", "matters", text, text));
        assertThat(faults).hasSize(fault == null ? 0 : 1);
        if (fault != null) {
            assertThat(faults.getFirst()).isEqualTo("matters.Broken.SQL " + fault);
        }
    }

    private static List<String> broken(Sql sql) {
        List<String> faults = new ArrayList<>();
        String text = sql.text();
        Map<String, String> aliases = new TreeMap<>();
        for (MatchResult table :
                all("\\b(?:from|join|update|using)\\s+([a-z]+\\.[a-z_]+)\\s+(?:as\\s+)?([a-z]+)\\b", text)) {
            aliases.put(table.group(2), table.group(1));
        }
        Set<String> schemas = SqlTest.schemas();
        for (MatchResult table : all("\\b([a-z]+)\\.([a-z_]+)\\b", sql.own())) {
            String schema = table.group(1);
            if (schemas.contains(schema)
                    && !aliases.containsKey(schema)
                    && !schema.equals(sql.room())
                    && !table.group(2).endsWith("_public")) {
                faults.add("reads %s, which is another room's".formatted(table.group()));
            }
        }
        if (!aliases.isEmpty() || text.contains("insert into")) {
            districts(sql, aliases, faults);
        }
        if (!all("(?i)(\\bselect|,|\\breturning)\\s+(\\w+\\.)?\\*", text).isEmpty()) {
            faults.add("takes all columns");
        }
        if (all("(?i)\\blimit\\b", text).size()
                > all("(?i)\\border\\s+by\\b", text).size()) {
            faults.add("has a limit without an order");
        }
        if (!all(
                        "(?i)\\bnow\\s*\\(|\\bcurrent_(date|time|timestamp)\\b|\\blocaltime|(clock|statement|transaction)_timestamp|timeofday",
                        text)
                .isEmpty()) {
            faults.add("asks the database's clock");
        }
        if (!all("(?is)^\\s*set\\s+(?!local)|set_config\\s*\\([^)]*,\\s*false\\s*\\)", text)
                .isEmpty()) {
            faults.add("sets what outlives the transaction");
        }
        if (!all("(?i)\\b(i?like|similar\\s+to)\\b", text).isEmpty()) {
            faults.add("uses like, which no policy lets through to an index");
        }
        return faults.stream().map(fault -> sql.name() + " " + fault).toList();
    }

    private static void districts(Sql sql, Map<String, String> aliases, List<String> faults) {
        String text = sql.text();
        boolean ofRooms = aliases.values().stream().anyMatch(table -> !table.startsWith("pg_catalog."))
                || text.contains("insert into");
        if (!ofRooms || ANY_DISTRICT.containsKey(sql.name())) {
            return;
        }
        if (!text.contains(":district")) {
            faults.add("names no district");
            return;
        }
        for (Map.Entry<String, String> alias : aliases.entrySet()) {
            String column = alias.getKey() + ".district_id";
            if (!alias.getValue().startsWith("pg_catalog.")
                    && all(
                                    "\\b" + column
                                            + "\\s*=\\s*(:district\\b|[a-z]+\\.district_id\\b)|\\b[a-z]+\\.district_id\\s*=\\s*"
                                            + column + "\\b",
                                    text)
                            .isEmpty()) {
                faults.add(
                        text.matches("(?s).*\\bset\\s+district_id\\b.*")
                                ? "moves a row to another district"
                                : "leaves " + column + " open");
            }
        }
        for (MatchResult insert :
                all("insert\\s+into\\s+([a-z]+\\.[a-z_]+)(\\s+as\\s+[a-z]+)?\\s*\\(\\s*(\\w+)", text)) {
            if (!insert.group(3).equals("district_id")) {
                faults.add("leaves %s (district_id, …) open".formatted(insert.group(1)));
            }
        }
    }

    // ---- binding it

    @Test
    void eachParameterIsBoundWhereTheStatementStands() throws IOException {
        Map<String, String> sources = new HashMap<>();
        Sources.beneath(Sources.SERVER)
                .forEach(
                        source -> sources.put(source.name().replace(".java", "").replace('/', '.'), source.text()));
        List<String> faults = new ArrayList<>();
        for (Sql sql : constants()) {
            String type = sql.name().substring(0, sql.name().lastIndexOf('.')).replaceAll("\\$.*", "");
            String source = sources.getOrDefault(type, "");
            for (MatchResult parameter : all("(?<!:):([a-z_]+)\\b", sql.text())) {
                if (!source.contains("\"" + parameter.group(1) + "\"")) {
                    faults.add("%s needs :%s, which nobody gives it".formatted(sql.name(), parameter.group(1)));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    // ---- the constants

    private static List<Sql> constants() throws IOException {
        Map<String, String> parts = new TreeMap<>();
        Map<String, String> statements = new TreeMap<>();
        Resource[] classes = new PathMatchingResourcePatternResolver()
                .getResources(
                        Sources.PROJECT.resolve("server/target/classes").toUri() + "org/gongzhi/server/**/*.class");
        for (Resource file : classes) {
            String path = file.getURI().getPath();
            String type = path.substring(path.indexOf("org/gongzhi/server/"), path.length() - ".class".length())
                    .replace('/', '.');
            if (type.contains(".templates.") || type.endsWith("-info")) {
                continue;
            }
            for (Map.Entry<String, String> constant : constants(type).entrySet()) {
                String name = type.substring("org.gongzhi.server.".length()) + "." + constant.getKey();
                if (constant.getKey().endsWith("_PART")) {
                    parts.put(name, constant.getValue());
                } else if (STATEMENT.matcher(constant.getValue()).matches()) {
                    statements.put(name, constant.getValue());
                }
            }
        }
        List<Sql> all = new ArrayList<>();
        statements.forEach((name, text) -> {
            String room = room(name);
            String own = text;
            for (Map.Entry<String, String> part : parts.entrySet()) {
                if (!room(part.getKey()).equals(room)) {
                    own = own.replace(part.getValue(), "");
                }
            }
            all.add(new Sql(name, room, text, own));
        });
        // A part must not carry another room's tables out of its room either.
        parts.forEach((name, text) -> {
            for (MatchResult table : all("\\b([a-z]+)\\.[a-z_]+\\b", text)) {
                if (SqlTest.schemas().contains(table.group(1))
                        && !table.group(1).equals(room(name))) {
                    throw new AssertionError(name + " reaches into " + table.group());
                }
            }
        });
        return all;
    }

    private static Map<String, String> constants(String type) {
        Map<String, String> constants = new TreeMap<>();
        try {
            Class<?> loaded = Class.forName(type, false, SqlTest.class.getClassLoader());
            for (Field field : loaded.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())
                        && Modifier.isFinal(field.getModifiers())
                        && field.getType() == String.class) {
                    field.setAccessible(true);
                    constants.put(field.getName(), String.valueOf(field.get(null)));
                }
            }
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException("no constants of " + type, unreadable);
        }
        return constants;
    }

    private static String room(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    /** Each room has one schema of its name. */
    private static Set<String> schemas() {
        try (Stream<java.nio.file.Path> folders = Files.list(Sources.SERVER)) {
            Set<String> rooms = new TreeSet<>();
            folders.filter(Files::isDirectory)
                    .forEach(folder -> rooms.add(folder.getFileName().toString()));
            return rooms;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static List<MatchResult> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }
}
