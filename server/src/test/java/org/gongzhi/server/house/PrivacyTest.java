package org.gongzhi.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongzhi.server.store.Login;
import org.gongzhi.server.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the platform never keeps, shows or logs of anybody. */
class PrivacyTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final Path PROJECT = Sources.PROJECT;
    private static final Path RESOURCES = PROJECT.resolve("server/src/main/resources");

    /** Words that no field about people bears, in whatever compound. */
    private static final Set<String> NEVER = Set.of(
            "opinion",
            "opinions",
            "attitude",
            "attitudes",
            "sentiment",
            "emotion",
            "mood",
            "score",
            "scores",
            "scoring",
            "risk",
            "risks",
            "tag",
            "tags",
            "label",
            "labels",
            "rank",
            "ranks",
            "ranking",
            "stance",
            "loyalty",
            "credit",
            "credits",
            "blacklist",
            "whitelist",
            "watchlist",
            "suspicion",
            "suspicious",
            "reputation",
            "troublemaker",
            "petitioner",
            "religion",
            "faith",
            "ethnicity",
            "politics",
            "political",
            "party",
            "tracking",
            "fingerprint",
            "useragent",
            "referrer",
            "dossier",
            "profile",
            "profiles");

    private static final Pattern NEVER_CHINESE =
            Pattern.compile("态度|情绪|思想动态|立场|倾向|重点人|重点人员|重点对象|缠访|闹访|无理访|老上访|信访户|评分|打分|积分|信用分|风险等级|风险评估|"
                    + "标签|画像|黑名单|民族|宗教信仰|政治面貌|维稳|舆情|户档案|排名");

    /** What names or reaches a resident; it stands in the vault, where a field's name is a value and no column. */
    private static final Set<String> PERSONAL = Set.of(
            "phone",
            "mobile",
            "telephone",
            "tel",
            "email",
            "mail",
            "wechat",
            "idcard",
            "identity",
            "passport",
            "birth",
            "birthday",
            "sex",
            "gender",
            "address",
            "household",
            "hukou",
            "contact",
            "surname",
            "nickname",
            "ip");

    /** Words that mean something else where they stand, each with its reason. */
    private static final Set<String> ELSEWHERE = Set.of(
            // The caption of a control or a fact: of the page, not of a person.
            "pages/ActForm.label",
            "pages/Asked.label",
            "pages/Fact.label",
            "pages/Figure.label",
            "pages/Filter.label",
            "pages/Link.label",
            "pages/Option.label",
            "pages/Step.label",
            "choose.label",
            "pattern.fact.label",
            "pattern.figure.label");

    /** Sentences of which a word in the list is no label of a person, each with its reason. */
    private static final Set<String> SAID_ELSEWHERE = Set.of(
            // The resident rates the answer, not the office the resident; a caption on the pattern page.
            "pattern.field.rating");

    /** Fields of the rulebook that are about an office or a contractor and not about a resident. */
    private static final Set<String> ASKED_ELSEWHERE = Set.of(
            // What the street finds of a purchase.
            "service-purchase.yaml opinion",
            // What the community's Party organisation counts for, and how the marks of a unit came about.
            "unit-evaluation.yaml party-weight",
            "unit-evaluation.yaml score-sheet");

    // ---- fields

    @Test
    void noColumnLabelsAnybody() throws SQLException {
        assertThat(labels(columns(DATABASE))).isEmpty();
    }

    @Test
    void noPageLabelsAnybody() {
        assertThat(labels(shown())).isEmpty();
    }

    @Test
    void noMessageLabelsAnybody() throws IOException {
        List<String> faults = new ArrayList<>();
        for (String file : List.of("zh", "en", "said.zh", "said.en")) {
            Map<String, String> messages =
                    messages(Files.readString(RESOURCES.resolve("messages/" + file + ".properties")));
            faults.addAll(labels(messages.keySet()));
            messages.forEach((key, sentence) -> {
                if (NEVER_CHINESE.matcher(sentence).find() && !SAID_ELSEWHERE.contains(key)) {
                    faults.add(key + " says " + sentence);
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void noFieldOfTheRulebookLabelsAnybody() throws IOException {
        List<String> faults = new ArrayList<>();
        int fields = 0;
        try (Stream<Path> files = Files.list(PROJECT.resolve("rulebooks/futian/institutions"))) {
            for (Path file : files.sorted().toList()) {
                List<Asked> asked = asked(Files.readString(file));
                fields += asked.size();
                asked.stream()
                        .filter(PrivacyTest::isLabel)
                        .filter(field -> !ASKED_ELSEWHERE.contains(file.getFileName() + " " + field.name()))
                        .forEach(field -> faults.add(file.getFileName() + " asks for " + field));
            }
        }
        assertThat(fields).isGreaterThan(20);
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  mood: {title: {zh: 状态, en: State}, type: text}           | true",
                "  state: {title: {zh: 来访人情绪, en: State}, type: text}    | true",
                "  risk-level: {title: {zh: 等级, en: Level}, type: number}   | true",
                "  description: {title: {zh: 情况说明, en: What}, type: text} | false",
            })
    void aLabelInTheRulebookIsFound(String line, boolean found) {
        List<Asked> asked = asked("name: x\nfields:\n  " + line.strip() + "\nroles:\n  risk: {title: {zh: 情绪}}\n");
        assertThat(asked).hasSize(1);
        assertThat(isLabel(asked.getFirst())).isEqualTo(found);
    }

    /** A field that an institution asks for. */
    private record Asked(String name, String zh) {}

    private static boolean isLabel(Asked field) {
        return words(field.name()).stream().anyMatch(NEVER::contains)
                || NEVER_CHINESE.matcher(field.zh()).find();
    }

    private static List<Asked> asked(String institution) {
        String section = Pattern.compile("(?ms)^fields:\\s*$(.*?)(?=^\\S|\\z)")
                .matcher(institution)
                .results()
                .map(found -> found.group(1))
                .collect(java.util.stream.Collectors.joining());
        return Pattern.compile("(?m)^  ([a-z][a-z0-9-]*):[^\n]*?\\bzh: ([^,}\n]*)")
                .matcher(section)
                .results()
                .map(found -> new Asked(found.group(1), found.group(2)))
                .toList();
    }

    @Test
    void theListOfWordsThatMeanSomethingElseIsTrue() throws IOException {
        Set<String> all = new TreeSet<>(shown());
        all.addAll(messages(Files.readString(RESOURCES.resolve("messages/zh.properties")))
                .keySet());
        assertThat(all).containsAll(ELSEWHERE);
    }

    @ParameterizedTest
    @CsvSource({
        "people.person.risk_level, true",
        "matters.matter.mood, true",
        "pages/Row.sentimentScore, true",
        "pages/Follow.tags, true",
        "people.labels.id, true",
        "resident.opinion, true",
        "pages/Link.label, false",
        "matters.matter.stage, false",
        "bodies.body.kind, false",
        "pages/Frame.pathIn, false",
    })
    void aLabelIsFound(String field, boolean found) {
        assertThat(labels(List.of(field))).hasSize(found ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"来访人情绪", "重点人员", "群众态度登记", "缠访记录", "居民评分", "维稳风险等级"})
    void aLabelInChineseIsFound(String sentence) {
        assertThat(NEVER_CHINESE.matcher(sentence).find()).isTrue();
    }

    private static List<String> labels(Iterable<String> fields) {
        List<String> faults = new ArrayList<>();
        for (String field : fields) {
            if (!ELSEWHERE.contains(field) && words(field).stream().anyMatch(NEVER::contains)) {
                faults.add(field);
            }
        }
        return faults;
    }

    private static List<String> words(String name) {
        return List.of(name.replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z]+"));
    }

    // ---- personal data and ballots

    @Test
    void personalDataStandInTheVaultOnly() throws SQLException {
        assertThat(personal(columns(DATABASE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "matters.matter.phone, 1",
        "people.person.id_card, 1",
        "journal.event.ip, 1",
        "matters.matter.contact_name, 1",
        "people.sealed.field, 0",
        "people.person.zh, 0",
        "matters.matter.summary, 0",
    })
    void personalDataElsewhereAreFound(String column, int faults) {
        assertThat(personal(List.of(column))).hasSize(faults);
    }

    private static List<String> personal(Iterable<String> columns) {
        List<String> faults = new ArrayList<>();
        for (String column : columns) {
            List<String> words = words(column);
            if (words.stream().anyMatch(PERSONAL::contains)
                    || column.contains("id_card")
                    || column.contains("id_number")) {
                faults.add(column);
            }
        }
        return faults;
    }

    @Test
    void nothingLeadsFromAVoterToABallot() throws SQLException {
        assertThat(linked(columns(DATABASE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table matters.ballot (district_id integer not null, id uuid, voter_id bigint, marks jsonb, primary key (district_id, id))",
                "create table matters.vote_cast (district_id integer not null, id uuid, person_id bigint, primary key (district_id, id))",
                "create table matters.ballot (district_id integer not null, id uuid, cast_at timestamptz, primary key (district_id, id))",
                "create table matters.roll (district_id integer not null, person_id bigint, ballot_id uuid, primary key (district_id, person_id))",
                "create table matters.ballot (district_id integer not null, id bigint, primary key (district_id, id))",
            })
    void aPathFromVoterToBallotIsFound(String table) throws SQLException {
        try (TestDatabase broken = TestDatabase.fresh();
                Connection connection = broken.owner().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(table);
            assertThat(linked(columns(broken))).isNotEmpty();
        }
    }

    /** A table of ballots knows no person and no moment, and nothing else names a ballot; its numbers follow no order. */
    private static List<String> linked(List<String> columns) {
        Set<String> person = Set.of(
                "person",
                "voter",
                "resident",
                "member",
                "account",
                "capacity",
                "household",
                "session",
                "token",
                "at",
                "matter",
                "actor",
                "nr",
                "seq",
                "serial");
        List<String> faults = new ArrayList<>();
        for (String column : columns) {
            String table = column.substring(0, column.lastIndexOf('.'));
            String name = column.substring(column.lastIndexOf('.') + 1);
            boolean ballots =
                    words(table).stream().anyMatch(word -> word.startsWith("ballot") || word.startsWith("vote"));
            boolean names = words(name).stream().anyMatch(word -> word.startsWith("ballot") || word.startsWith("vote"));
            if (ballots && words(name).stream().anyMatch(person::contains)) {
                faults.add(column + " leads from a ballot to a person or a moment");
            }
            if (!ballots && names) {
                faults.add(column + " names a ballot");
            }
            if (ballots && name.equals("id:bigint")) {
                faults.add(column + " follows the order of casting");
            }
        }
        return faults;
    }

    // ---- the log

    @Test
    void theLogTakesNothingFromARequest() throws IOException {
        assertThat(chatty(Files.readString(RESOURCES.resolve("application.properties"))))
                .isEmpty();
        try (Stream<Path> files = Files.list(RESOURCES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("log")))
                    .as("the pattern of the log stands in application.properties")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logging.pattern.console=%d %X{user} %msg%n",
                "logging.pattern.console=%d %mdc %msg%n",
                "logging.pattern.console=%msg%n\nlogging.pattern.file=%req{form} %msg%n",
                "logging.pattern.console=%msg%n\nserver.tomcat.accesslog.enabled=true",
                "logging.pattern.console=%msg%n\nspring.mvc.log-request-details=true",
                "logging.pattern.console=%msg%n\nlogging.level.org.springframework.jdbc=TRACE",
                "logging.pattern.console=%msg%n\nlogging.level.root=DEBUG",
                "logging.level.root=WARN",
            })
    void aTalkativeLogIsFound(String properties) {
        assertThat(chatty(properties)).isNotEmpty();
    }

    private static List<String> chatty(String properties) {
        Map<String, String> settings = messages(properties);
        List<String> faults = new ArrayList<>();
        if (!settings.containsKey("logging.pattern.console")) {
            faults.add("the pattern of the log is not written down");
        }
        settings.forEach((key, value) -> {
            if (key.startsWith("logging.pattern")
                    && !value.replaceAll("%(d\\{[^}]*}|d|-?\\d*level|logger\\{\\d+}|msg|n)", "")
                            .matches("[ ]*")) {
                faults.add(key + " logs " + value);
            }
            if (key.startsWith("logging.level") && value.matches("(?i)trace|debug|all")) {
                faults.add(key + " logs what libraries see");
            }
            if ((key.contains("accesslog") || key.contains("log-request-details") || key.contains("log-resolved"))
                    && !value.equals("false")) {
                faults.add(key + " logs requests");
            }
        });
        return faults;
    }

    @Test
    void noCallOfTheLogTakesWhatSomebodySent() {
        List<String> faults = new ArrayList<>();
        Sources.beneath(Sources.SERVER).forEach(source -> faults.addAll(logged(source)));
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOG.warn(\"bad {}\", request.getParameter(\"phone\"));        | 1",
                "log.info(\"asked {}\", request.getQueryString());             | 1",
                "LOG.error(\"no {}\", request.getHeader(\"Cookie\"));          | 1",
                "LOG.info(\"by {}\", request.getRemoteAddr());                 | 1",
                "LOG.error(\"failed for \" + form);                           | 1",
                "LOG.debug(\"{}\", typed);                                    | 1",
                "System.out.println(request.getParameterMap());               | 1",
                "LOG.error(\"{} failed, reference {}\", request.getMethod(), reference, cause); | 0",
            })
    void aCallOfTheLogThatTakesMoreIsFound(String call, int faults) {
        assertThat(logged(Sources.invented("matters/X.java", "class X { void x() { " + call + " } }")
                        .getFirst()))
                .hasSize(faults);
    }

    private static List<String> logged(Sources.Source source) {
        Pattern sent = Pattern.compile(
                "getParameter|getQueryString|getRequestURL|getHeader|getCookies|getRemote|getUserPrincipal|getReader|getInputStream|getParts?\\b"
                        + "|\\b(form|typed|answers|answer|filing|password|code|phone|contact|plain|cookie|session)\\b");
        List<String> faults = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                if (call.getMethodSelect() instanceof MemberSelectTree select
                        && select.getExpression().toString().matches("LOG|log|logger|LOGGER|System\\.(out|err)")) {
                    for (ExpressionTree argument : call.getArguments()) {
                        if (sent.matcher(argument.toString().replaceAll("\"[^\"]*\"", ""))
                                .find()) {
                            faults.add(source.at(call) + " logs " + argument);
                        }
                    }
                }
                return super.visitMethodInvocation(call, null);
            }
        }.scan(source.tree(), null);
        return faults;
    }

    @Test
    void whatTheDatabaseSaysOfARefusedRowHoldsNothingOfIt() throws IOException, SQLException {
        Map<String, String> settings = messages(Files.readString(RESOURCES.resolve("application.properties")));
        String prefix = "spring.datasource.hikari.data-source-properties.";
        Properties properties = new Properties();
        settings.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                properties.put(key.substring(prefix.length()), value);
            }
        });
        assertThat(refusal(properties)).doesNotContain("13800138000").contains("null value in column");
        assertThat(refusal(new Properties())).as("without the setting").contains("13800138000");
    }

    private static String refusal(Properties properties) throws SQLException {
        Login app = DATABASE.app();
        Properties all = new Properties();
        all.putAll(properties);
        all.put("user", app.user());
        all.put("password", app.password());
        try (Connection connection = DriverManager.getConnection(app.url(), all);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into people.person (district_id, id, zh) values (440304, 1, '13800138000')");
            return "not refused";
        } catch (SQLException refused) {
            return refused.toString();
        }
    }

    // ---- reading

    /** Schema, table and column; a column {@code id} with its type. */
    private static List<String> columns(TestDatabase database) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = database.owner().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select c.table_schema || '.' || c.table_name || '.' || c.column_name as name, c.data_type
                          from information_schema.columns c
                         where c.table_schema !~ '^pg_|^information_schema$|^public$'
                         order by 1
                        """)) {
            while (row.next()) {
                String name = row.getString("name");
                columns.add(name.endsWith(".id") ? name + ":" + row.getString("data_type") : name);
            }
        }
        return columns;
    }

    /** What pages show: {@code pages/Record.component} of every record beneath a room's pages. */
    private static Set<String> shown() {
        Set<String> shown = new TreeSet<>();
        for (Sources.Source source : Sources.beneath(Sources.SERVER)) {
            if (!source.name().contains("/pages/")) {
                continue;
            }
            new TreeScanner<Void, String>() {
                @Override
                public Void visitClass(ClassTree type, String outer) {
                    return super.visitClass(type, type.getSimpleName().toString());
                }

                @Override
                public Void visitVariable(VariableTree variable, String type) {
                    shown.add("pages/" + type + "." + variable.getName());
                    return null;
                }

                @Override
                public Void visitMethod(com.sun.source.tree.MethodTree method, String type) {
                    shown.add("pages/" + type + "." + method.getName());
                    return null;
                }
            }.scan(source.tree(), "");
        }
        return shown;
    }

    private static Map<String, String> messages(String text) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(text));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        Map<String, String> messages = new TreeMap<>();
        read.forEach((key, message) -> messages.put(key.toString(), message.toString()));
        return messages;
    }
}
