package org.gongzhi.server.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongzhi.server.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The migrated database: ready for Citus, and closed to whoever reaches beyond the own range. */
class SchemaTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final Path MIGRATIONS = Sources.PROJECT.resolve("server/src/main/resources/db/migration");

    /** What may stand without a district, each with its reason. */
    private static final Set<String> WITHOUT_DISTRICT = Set.of(
            // Small and local: a session is no data of a district, and its columns are those of the library.
            "access.session", "access.session_attributes");

    /** Indexes that cannot begin with the district, each with its reason. */
    private static final Set<String> INDEX_WITHOUT_DISTRICT = Set.of(
            // GIN has no operator class for whole numbers; the search always names district and range beside the words.
            "matters.matter_by_word");

    /** Sequences that no column takes its values from, each with its reason. */
    private static final Set<String> SEQUENCES = Set.of(
            // Handed out in blocks, once a hundred matters.
            "matters.matter_no");

    /** Views show rows beyond the range of the one who asks, so each shows exactly what everybody may see. */
    private static final Map<String, String> VIEWS_ON_GUARDED_ROWS = Map.of(
            "matters.matter_public",
            "district_id id pos institution edition step category summary opened_at moved_at due_at closed_at");

    private static final String TABLES = """
            select n.nspname || '.' || c.relname as t
              from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p', 'f', 'm') and n.nspname !~ '^pg_|^information_schema$|^public$'
             order by 1
            """;

    private static final String REACH = "((pos >= (NULLIF(current_setting('app.lo'::text, true), ''::text))::bigint)"
            + " AND (pos < (NULLIF(current_setting('app.hi'::text, true), ''::text))::bigint))";

    /** Each row of an answer is a fault. */
    private static final Map<String, String> CHECKS = checks();

    @Test
    void theSchemaIsReadyForCitusAndClosed() throws SQLException {
        assertThat(faults(DATABASE)).isEmpty();
    }

    @Test
    void theListsOfExceptionsAreTrue() throws SQLException {
        try (Connection connection = DATABASE.owner().connect()) {
            assertThat(column(connection, TABLES)).containsAll(WITHOUT_DISTRICT);
            assertThat(column(connection, """
                            select n.nspname || '.' || c.relname as t
                              from pg_catalog.pg_class c
                              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                             where c.relkind in ('i', 'S')
                            """))
                    .containsAll(INDEX_WITHOUT_DISTRICT)
                    .containsAll(SEQUENCES);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create table matters.x (id bigint primary key)                                                | matters.x has no district_id",
                "create table matters.x (district_id bigint not null, id bigint, primary key (district_id, id)) | matters.x.district_id is bigint, not integer not null",
                "create table matters.x (district_id integer not null, id bigint, primary key (id, district_id)) | index matters.x_pkey does not begin with district_id",
                "create table matters.x (district_id integer not null, id bigint)                              | matters.x has no primary key",
                "alter table matters.matter add unique (code_digest)                                           | index matters.matter_code_digest_key does not begin with district_id",
                "create index x on matters.matter (pos)                                                        | index matters.x does not begin with district_id",
                "create table bodies.x (district_id integer not null, person_id bigint, primary key (district_id, person_id), foreign key (district_id, person_id) references people.person) | bodies.x_district_id_person_id_fkey leads from bodies to people.person",
                "create function matters.f() returns trigger language plpgsql as 'begin return new; end'; create trigger x before insert on matters.task for each row execute function matters.f() | trigger x on matters.task",
                "create function matters.f() returns integer language sql as 'select 1'                        | function matters.f",
                "create rule x as on delete to matters.task do instead nothing                                 | rule x on matters.task",
                "alter table matters.task add n bigserial                                                      | matters.task.n takes nextval('matters.task_n_seq'::regclass)",
                "alter table matters.task add n bigint generated always as identity                            | matters.task.n is an identity",
                "alter table matters.task add at timestamptz not null default now()                            | matters.task.at takes now()",
                "create type matters.mood as enum ('a'); alter table matters.task add m matters.mood           | matters.task.m is of type matters.mood",
                "alter table matters.task add n numeric                                                        | matters.task.n is of type numeric",
                "alter table matters.task add n double precision                                               | matters.task.n is of type double precision",
                "alter table matters.task add at timestamp                                                     | matters.task.at is of type timestamp without time zone",
                "alter table matters.task disable row level security                                           | matters.task has pos and no row-level security",
                "drop policy reach on matters.task                                                             | matters.task has 0 policies",
                "create policy more on matters.task using (true)                                               | matters.task has 2 policies",
                "drop policy reach on matters.task; create policy reach on matters.task using (pos >= (select nullif(current_setting('app.lo', true), '')::bigint)) | policy reach on matters.task is not the plain range",
                "drop policy reach on matters.task; create policy reach on matters.task for select using (pos >= nullif(current_setting('app.lo', true), '')::bigint and pos < nullif(current_setting('app.hi', true), '')::bigint) | policy reach on matters.task is not the plain range",
                "create table matters.x (district_id integer not null, pos bigint, primary key (district_id, pos)) | matters.x has pos and no row-level security",
                "create view matters.sealed_public as select s.district_id, s.cipher from people.sealed s      | view matters.sealed_public shows guarded rows: district_id cipher",
                "create or replace view matters.matter_public as select m.district_id, m.id, m.pos, m.institution, m.edition, m.step, m.category, m.summary, m.opened_at, m.moved_at, m.due_at, m.closed_at, m.form from matters.matter m where m.is_public | view matters.matter_public shows guarded rows: district_id id pos institution edition step category summary opened_at moved_at due_at closed_at form",
                "create view matters.everything as select u.district_id from territory.unit u                  | view matters.everything is not named *_public",
                "grant create on schema matters to gongzhi_app                                                 | gongzhi_app may create in matters",
                "grant truncate on matters.task to gongzhi_app                                                 | gongzhi_app may truncate matters.task",
                "grant update on journal.event to gongzhi_app                                                  | gongzhi_app may change journal.event",
                "grant delete on people.reading to gongzhi_app                                                 | gongzhi_app may change people.reading",
                "grant select on matters.task to public                                                        | everybody may use matters.task",
                "create sequence matters.x                                                                     | sequence matters.x",
            })
    void aBreachIsFound(String breach, String fault) throws SQLException {
        try (TestDatabase broken = TestDatabase.fresh();
                Connection connection = broken.owner().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(breach);
            assertThat(faults(broken)).contains(fault);
        }
    }

    @Test
    void noMigrationSetsWhatOutlivesIt() throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.sorted().toList()) {
                faults.addAll(settings(file.getFileName().toString(), Files.readString(file)));
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set search_path to matters;",
                "SET SESSION app.lo = 1;",
                "select set_config('app.lo', '1', false);",
                "alter role gongzhi_app set app.lo = 1;",
                "alter database gongzhi set app.lo = 1;",
                "create table t (n int); reset all;",
            })
    void aSettingOfTheSessionIsFound(String sql) {
        assertThat(settings("V999__broken.sql", sql)).hasSize(1);
    }

    private static List<String> settings(String name, String sql) {
        String code = sql.replaceAll("--[^\n]*", "");
        return Pattern.compile(
                        "(?is)(^|;)\\s*(re)?set\\s+(?!local\\b)\\w|set_config\\s*\\([^)]*,\\s*false\\s*\\)|alter\\s+(role|user|database)\\s+\\S+\\s+set\\b")
                .matcher(code)
                .results()
                .map(found -> name + " sets " + found.group().strip())
                .toList();
    }

    // ---- the range

    @Test
    void nobodyReachesBeyondTheOwnRange() throws SQLException {
        Map<String, Map<String, String>> tables = guarded();
        assertThat(tables).hasSizeGreaterThan(8);
        for (Map.Entry<String, Map<String, String>> table : tables.entrySet()) {
            String name = table.getKey();
            assertThat(reached(name, "", "")).as("%s without a range", name).isEqualTo("0 rows");
            assertThat(reached(name, "500", "600")).as("%s in its range", name).isEqualTo("1 rows");
            assertThat(reached(name, "600", "700"))
                    .as("%s from a neighbour's", name)
                    .isEqualTo("0 rows");
            assertThat(reached(name, "400", "500")).as("%s from below", name).isEqualTo("0 rows");
        }
    }

    @Test
    void nobodyWritesBeyondTheOwnRange() throws SQLException {
        for (Map.Entry<String, Map<String, String>> table : guarded().entrySet()) {
            String name = table.getKey();
            row(table.getKey(), table.getValue(), "1", "500");
            try (Connection connection = DATABASE.app().connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                if (may(name, "insert")) {
                    for (String[] range : new String[][] {{"600", "700"}, {"", ""}}) {
                        in(statement, range[0], range[1]);
                        assertThatThrownBy(() -> statement.execute(insert(name, table.getValue(), "2", "500")))
                                .as(name)
                                .hasMessageContaining("new row violates row-level security policy");
                        connection.rollback();
                    }
                }
                if (may(name, "update")) {
                    in(statement, "600", "700");
                    assertThat(statement.executeUpdate("update %s set pos = 650".formatted(name)))
                            .as("%s updated from a neighbour's range", name)
                            .isZero();
                    in(statement, "500", "600");
                    assertThatThrownBy(() -> statement.executeUpdate("update %s set pos = 650".formatted(name)))
                            .as("%s moved to a neighbour", name)
                            .hasMessageContaining("new row violates row-level security policy");
                    connection.rollback();
                }
                if (may(name, "delete")) {
                    in(statement, "600", "700");
                    assertThat(statement.executeUpdate("delete from " + name))
                            .as("%s deleted from a neighbour's range", name)
                            .isZero();
                    in(statement, "500", "600");
                    assertThat(statement.executeUpdate("delete from " + name))
                            .as("%s deleted in its range", name)
                            .isPositive();
                    connection.rollback();
                }
            }
        }
    }

    @Test
    void theRangeEndsWithItsTransaction() throws SQLException {
        try (Connection connection = DATABASE.app().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            in(statement, "500", "600");
            connection.commit();
            assertThat(column(connection, "select coalesce(current_setting('app.lo', true), '') as t"))
                    .containsExactly("");
        }
    }

    private static String reached(String table, String lo, String hi) throws SQLException {
        Map<String, String> columns = guarded().get(table);
        row(table, columns == null ? Map.of() : columns, "1", "500");
        try (Connection connection = DATABASE.app().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            in(statement, lo, hi);
            String found = column(connection, "select count(*) || ' rows' as t from " + table)
                    .getFirst();
            connection.rollback();
            return found;
        }
    }

    private static void in(Statement statement, String lo, String hi) throws SQLException {
        statement.execute(
                "select set_config('app.lo', '%s', true), set_config('app.hi', '%s', true)".formatted(lo, hi));
    }

    private static void row(String table, Map<String, String> columns, String id, String pos) throws SQLException {
        try (Connection connection = DATABASE.owner().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(insert(table, columns, id, pos) + " on conflict do nothing");
        }
    }

    /** A row with something in every column that needs it. */
    private static String insert(String table, Map<String, String> columns, String id, String pos) {
        Map<String, String> values = new LinkedHashMap<>();
        columns.forEach((column, type) -> values.put(
                column,
                switch (type) {
                    case "integer", "bigint" -> column.equals("pos") ? pos : id;
                    case "boolean" -> "true";
                    case "jsonb" -> "'{}'";
                    case "uuid" -> "'00000000-0000-0000-0000-00000000000" + id + "'";
                    case "bytea" -> "'\\x0" + id + "'";
                    case "date", "timestamp with time zone" -> "'2026-01-0" + id + "'";
                    case "text[]" -> "'{}'";
                    default -> "'x'";
                }));
        return "insert into %s (%s) values (%s)"
                .formatted(table, String.join(", ", values.keySet()), String.join(", ", values.values()));
    }

    /** Tables whose rows lie somewhere: the columns that need a value, with their types. */
    private static Map<String, Map<String, String>> guarded() throws SQLException {
        Map<String, Map<String, String>> tables = new TreeMap<>();
        try (Connection connection = DATABASE.owner().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select n.nspname || '.' || c.relname as t, a.attname, format_type(a.atttypid, a.atttypmod) as type
                          from pg_catalog.pg_class c
                          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                          join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                         where c.relkind = 'r' and a.attnotnull
                           and exists (select from pg_catalog.pg_attribute p where p.attrelid = c.oid and p.attname = 'pos')
                         order by 1, a.attnum
                        """)) {
            while (row.next()) {
                tables.computeIfAbsent(row.getString("t"), ignored -> new LinkedHashMap<>())
                        .put(row.getString("attname"), row.getString("type"));
            }
        }
        return tables;
    }

    private static boolean may(String table, String right) throws SQLException {
        try (Connection connection = DATABASE.app().connect()) {
            return column(connection, "select has_table_privilege('%s', '%s')::text as t".formatted(table, right))
                    .getFirst()
                    .equals("true");
        }
    }

    // ---- reading the catalogue

    private static List<String> faults(TestDatabase database) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (Connection connection = database.owner().connect()) {
            for (String check : CHECKS.values()) {
                faults.addAll(column(connection, check));
            }
            Set<String> excused = new TreeSet<>();
            WITHOUT_DISTRICT.forEach(table -> excused.add(table + " has no district_id"));
            INDEX_WITHOUT_DISTRICT.forEach(index -> excused.add("index " + index + " does not begin with district_id"));
            SEQUENCES.forEach(sequence -> excused.add("sequence " + sequence));
            VIEWS_ON_GUARDED_ROWS.forEach(
                    (view, columns) -> excused.add("view %s shows guarded rows: %s".formatted(view, columns)));
            faults.removeAll(excused);
        }
        return faults;
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString("t"));
            }
        }
        return rows;
    }

    private static Map<String, String> checks() {
        String ours = "n.nspname !~ '^pg_|^information_schema$|^public$'";
        String free = "(c.oid = any (array['access.session'::regclass, 'access.session_attributes'::regclass]::oid[]))";
        String from = """
                  from pg_catalog.pg_class c
                  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                """;
        Map<String, String> checks = new LinkedHashMap<>();
        checks.put("districts", """
                select n.nspname || '.' || c.relname || ' has no district_id' as t
                """ + from + """
                 where c.relkind in ('r', 'p') and %s
                   and not exists (select from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attname = 'district_id')
                """.formatted(ours));
        checks.put("types of districts", """
                select n.nspname || '.' || c.relname || '.district_id is ' || format_type(a.atttypid, a.atttypmod)
                       || ', not integer not null' as t
                """ + from + """
                  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'district_id'
                 where c.relkind in ('r', 'p') and %s and not (a.attnotnull and a.atttypid = 'integer'::regtype)
                """.formatted(ours));
        checks.put("primary keys", """
                select n.nspname || '.' || c.relname || ' has no primary key' as t
                """ + from + """
                 where c.relkind in ('r', 'p') and %s
                   and not exists (select from pg_catalog.pg_index i where i.indrelid = c.oid and i.indisprimary)
                """.formatted(ours));
        checks.put("indexes", """
                select 'index ' || n.nspname || '.' || x.relname || ' does not begin with district_id' as t
                """ + from + """
                  join pg_catalog.pg_index i on i.indrelid = c.oid
                  join pg_catalog.pg_class x on x.oid = i.indexrelid
                 where %s and not %s
                   and not exists (select from pg_catalog.pg_attribute a
                                    where a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attname = 'district_id')
                """.formatted(ours, free));
        checks.put("foreign keys", """
                select f.conname || ' does not lead by district_id' as t
                  from pg_catalog.pg_constraint f
                  join pg_catalog.pg_class c on c.oid = f.conrelid
                 where f.contype = 'f' and not %s
                   and not exists (select
                                     from pg_catalog.pg_attribute a
                                     join pg_catalog.pg_attribute b on b.attname = 'district_id'
                                    where a.attrelid = f.conrelid and a.attnum = f.conkey[1] and a.attname = 'district_id'
                                      and b.attrelid = f.confrelid and b.attnum = f.confkey[1])
                """.formatted(free));
        checks.put("foreign keys between rooms", """
                select n.nspname || '.' || f.conname || ' leads from ' || n.nspname || ' to ' || m.nspname || '.' || r.relname as t
                """ + from + """
                  join pg_catalog.pg_constraint f on f.conrelid = c.oid and f.contype = 'f'
                  join pg_catalog.pg_class r on r.oid = f.confrelid
                  join pg_catalog.pg_namespace m on m.oid = r.relnamespace
                 where m.oid <> n.oid
                """);
        checks.put("triggers", """
                select 'trigger ' || g.tgname || ' on ' || n.nspname || '.' || c.relname as t
                """ + from + """
                  join pg_catalog.pg_trigger g on g.tgrelid = c.oid
                 where not g.tgisinternal
                union all
                select 'event trigger ' || e.evtname from pg_catalog.pg_event_trigger e
                """);
        checks.put("functions", """
                select 'function ' || n.nspname || '.' || p.proname as t
                  from pg_catalog.pg_proc p
                  join pg_catalog.pg_namespace n on n.oid = p.pronamespace
                 where n.nspname !~ '^pg_|^information_schema$'
                """);
        checks.put("rules", """
                select 'rule ' || w.rulename || ' on ' || n.nspname || '.' || c.relname as t
                """ + from + """
                  join pg_catalog.pg_rewrite w on w.ev_class = c.oid
                 where w.rulename <> '_RETURN' and %s
                """.formatted(ours));
        checks.put("sequences", """
                select 'sequence ' || n.nspname || '.' || c.relname as t
                """ + from + """
                 where c.relkind = 'S' and not exists (select from pg_catalog.pg_depend d
                                                        where d.objid = c.oid and d.deptype in ('a', 'i'))
                """);
        checks.put("defaults", """
                select n.nspname || '.' || c.relname || '.' || a.attname || ' takes ' || pg_get_expr(d.adbin, d.adrelid) as t
                """ + from + """
                  join pg_catalog.pg_attrdef d on d.adrelid = c.oid
                  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = d.adnum
                 where %s and pg_get_expr(d.adbin, d.adrelid) ~* '\\('
                """.formatted(ours));
        checks.put("identities", """
                select n.nspname || '.' || c.relname || '.' || a.attname || ' is an identity' as t
                """ + from + """
                  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attidentity <> ''
                 where %s
                """.formatted(ours));
        checks.put("types", """
                select n.nspname || '.' || c.relname || '.' || a.attname || ' is of type '
                       || format_type(a.atttypid, a.atttypmod) as t
                """ + from + """
                  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                  join pg_catalog.pg_type y on y.oid = a.atttypid
                 where c.relkind in ('r', 'p') and %s
                   and (y.typtype in ('e', 'd', 'c') or format_type(a.atttypid, null)
                        in ('numeric', 'real', 'double precision', 'money', 'timestamp without time zone', 'json', 'xml'))
                """.formatted(ours));
        checks.put("row-level security", """
                select n.nspname || '.' || c.relname || ' has pos and no row-level security' as t
                """ + from + """
                  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'pos'
                 where c.relkind in ('r', 'p') and not c.relrowsecurity
                """);
        checks.put("one policy", """
                select n.nspname || '.' || c.relname || ' has '
                       || (select count(*) from pg_catalog.pg_policy p where p.polrelid = c.oid) || ' policies' as t
                """ + from + """
                 where c.relrowsecurity and 1 <> (select count(*) from pg_catalog.pg_policy p where p.polrelid = c.oid)
                """);
        checks.put("the plain range", """
                select 'policy ' || p.polname || ' on ' || n.nspname || '.' || c.relname || ' is not the plain range' as t
                """ + from + """
                  join pg_catalog.pg_policy p on p.polrelid = c.oid
                 where pg_get_expr(p.polqual, p.polrelid) is distinct from '%s'
                    or p.polcmd <> '*' or not p.polpermissive or p.polwithcheck is not null or p.polroles <> '{0}'
                """.formatted(REACH.replace("'", "''")));
        checks.put("views", """
                select 'view ' || n.nspname || '.' || c.relname || ' is not named *_public' as t
                """ + from + """
                 where c.relkind in ('v', 'm') and %s and c.relname !~ '_public$'
                """.formatted(ours));
        checks.put("views on guarded rows", """
                select distinct 'view ' || n.nspname || '.' || c.relname || ' shows guarded rows: '
                       || (select string_agg(a.attname, ' ' order by a.attnum) from pg_catalog.pg_attribute a
                            where a.attrelid = c.oid and a.attnum > 0) as t
                """ + from + """
                  join pg_catalog.pg_rewrite w on w.ev_class = c.oid
                  join pg_catalog.pg_depend d on d.objid = w.oid and d.classid = 'pg_rewrite'::regclass
                  join pg_catalog.pg_class r on r.oid = d.refobjid and r.relrowsecurity
                 where c.relkind in ('v', 'm')
                """);
        checks.put("the role's ownership", """
                select 'gongzhi_app owns ' || n.nspname || '.' || c.relname as t
                """ + from + """
                 where pg_get_userbyid(c.relowner) = 'gongzhi_app'
                union all
                select 'gongzhi_app owns the schema ' || n.nspname from pg_catalog.pg_namespace n
                 where pg_get_userbyid(n.nspowner) = 'gongzhi_app'
                """);
        checks.put("the role", """
                select 'gongzhi_app may do anything' as t
                  from pg_catalog.pg_roles r
                 where r.rolname = 'gongzhi_app'
                   and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication
                        or exists (select from pg_catalog.pg_auth_members m where m.member = r.oid))
                """);
        checks.put("making", """
                select 'gongzhi_app may create in ' || n.nspname as t
                  from pg_catalog.pg_namespace n
                 where n.nspname !~ '^pg_' and has_schema_privilege('gongzhi_app', n.oid, 'create')
                """);
        checks.put("emptying", """
                select 'gongzhi_app may truncate ' || n.nspname || '.' || c.relname as t
                """ + from + """
                 where c.relkind in ('r', 'p') and %s
                   and has_table_privilege('gongzhi_app', c.oid, 'truncate, references, trigger')
                """.formatted(ours));
        checks.put("what is written once", """
                select 'gongzhi_app may change ' || n.nspname || '.' || c.relname as t
                """ + from + """
                 where n.nspname || '.' || c.relname in ('journal.event', 'journal.finding', 'people.reading')
                   and has_table_privilege('gongzhi_app', c.oid, 'update, delete')
                """);
        checks.put("everybody", """
                select 'everybody may use ' || n.nspname || '.' || c.relname as t
                """ + from + """
                 where %s and exists (select from aclexplode(c.relacl) g where g.grantee = 0)
                """.formatted(ours));
        return checks;
    }
}
