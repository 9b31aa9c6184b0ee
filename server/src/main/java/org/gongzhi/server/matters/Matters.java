package org.gongzhi.server.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.server.journal.Act;
import org.gongzhi.server.journal.Actor;
import org.gongzhi.server.journal.Journal;
import org.gongzhi.server.journal.Queue;
import org.gongzhi.server.people.Vault;
import org.gongzhi.server.store.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The matters as they are kept (事项库): all SQL of the hall. */
@Component
class Matters {
    /** Part of a statement that writes a matter: whose turn it is now, from a JSON array. */
    private static final String TASKS_PART = """
            tasks as (
                insert into matters.task (district_id, matter_id, revision, nr, pos, body_id, posts, role, due_at)
                select :district, :matter, :revision + 1, t.nr, :pos, t.body_id, t.posts, t.role, :due_at::timestamptz
                  from reach, jsonb_to_recordset(:tasks::jsonb)
                           as t (nr integer, body_id bigint, posts text[], role text)
            )
            """;

    /** Opens a matter: itself, its events, findings, sealed fields and queue row, in one round trip. */
    static final String OPEN = "with " + Work.REACH_PART
            + """
            , matter as (
                insert into matters.matter
                       (district_id, id, pos, institution, edition, step, state, form, category, summary, is_public,
                        channel, opened_at, moved_at, due_at, wakes_at,
                        closed_at, form_key, code_digest, words, revision)
                select :district, :matter, :pos, :institution, :edition, :step, :state::jsonb, :form::jsonb, :category,
                       :summary, :is_public, :channel, :at, :moved_at, :due_at::timestamptz, :wakes_at::timestamptz, :closed_at::timestamptz, :form_key,
                       :code_digest, :words::text[], 1
                  from reach
            )
            """
            + ", " + TASKS_PART + ", " + Journal.EVENTS_PART + ", " + Journal.FINDINGS_PART + ", " + Vault.SEALED_PART
            + Queue.PUT_PART;

    /** Moves a matter that nobody has moved since it was read; the last part gives a row only then. */
    static final String MOVE =
            """
            with reach as (
                update matters.matter m
                   set step = :step, state = :state::jsonb, form = :form::jsonb, category = :category,
                       summary = :summary, is_public = :is_public, moved_at = :moved_at,
                       due_at = :due_at::timestamptz, wakes_at = :wakes_at::timestamptz,
                       closed_at = :closed_at::timestamptz, words = :words::text[], revision = m.revision + 1
                 where m.district_id = :district and m.id = :matter and m.revision = :revision
                returning m.id
            ), done as (
                delete from matters.task t
                 using reach
                 where t.district_id = :district and t.matter_id = :matter and t.revision <= :revision
            )
            """ + ", " + TASKS_PART + ", " + Journal.EVENTS_PART + ", " + Journal.FINDINGS_PART + Queue.PUT_PART;

    private static final String COLUMNS_PART = """
            select m.id, m.pos, m.institution, m.edition, m.step, m.state::text as state, m.form::text as form,
                   m.category, m.summary, m.is_public, m.channel, m.opened_at, m.moved_at, m.due_at, m.closed_at, m.revision
              from matters.matter m
            """;
    private static final String FIND = COLUMNS_PART + """
             where m.district_id = :district and m.id = :matter
            """;
    private static final String FIND_BY_FORM = """
            select m.id
              from matters.matter m
             where m.district_id = :district and m.form_key = :form_key
            """;
    private static final String CODE = """
            select m.code_digest
              from matters.matter m
             where m.district_id = :district and m.id = :matter
            """;
    private static final String WAKING = """
            select m.id
              from matters.matter m
             where m.district_id = :district and m.wakes_at <= :at
             order by m.wakes_at, m.id
             limit :most
            """;
    private static final String LOCK = COLUMNS_PART + """
             where m.district_id = :district and m.id = :matter
               for update skip locked
            """;
    private static final String DESK = COLUMNS_PART + """
              join matters.task t on t.district_id = m.district_id and t.matter_id = m.id
             where m.district_id = :district
               and t.body_id = :body
               and (cardinality(t.posts) = 0 or :post = any (t.posts))
             order by t.due_at nulls last, m.id
             limit :most offset :from
            """;
    private static final String WAITING = """
            select count(*)
              from (select t.matter_id
                      from matters.task t
                     where t.district_id = :district
                       and t.body_id = :body
                       and (cardinality(t.posts) = 0 or :post = any (t.posts))
                     order by t.due_at, t.matter_id
                     limit 10000) w
            """;
    private static final String NEWEST = COLUMNS_PART + """
             where m.district_id = :district and m.pos >= :lo and m.pos < :hi and m.id < :before
             order by m.id desc
             limit :most
            """;
    private static final String OPEN_ONES = COLUMNS_PART + """
             where m.district_id = :district and m.pos >= :lo and m.pos < :hi and m.id < :before
               and m.closed_at is null
             order by m.id desc
             limit :most
            """;
    private static final String WITH_WORDS = COLUMNS_PART + """
             where m.district_id = :district and m.pos >= :lo and m.pos < :hi and m.id < :before
               and m.words @> :words::text[]
             order by m.id desc
             limit :most
            """;
    private static final String NEXT_NUMBERS = "select nextval('matters.matter_no')";

    private final JdbcClient jdbc;

    Matters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is written of a matter that opens or moves. */
    record Written(
            long id,
            long pos,
            String step,
            String state,
            String form,
            String category,
            String summary,
            boolean isPublic,
            Instant movedAt,
            @Nullable Instant dueAt,
            @Nullable Instant wakesAt,
            @Nullable Instant closedAt,
            List<String> words,
            String events,
            String findings,
            String tasks,
            UUID queueId,
            String queued) {}

    /** Opens a matter in one statement that stands on its own. */
    void open(Act act, Written matter, Opened opened) {
        bind(jdbc.sql(OPEN), act, matter)
                .param("revision", 0)
                .param("lo", Long.toString(act.reach().lo()))
                .param("hi", Long.toString(act.reach().hi()))
                .param("institution", opened.institution())
                .param("edition", opened.edition())
                .param("channel", opened.channel())
                .param("form_key", opened.formKey())
                .param("code_digest", HexFormat.of().parseHex(opened.codeDigest()))
                .param("sealed", opened.sealed())
                .update();
    }

    /**
     * What is written only once, when a matter opens.
     *
     * @param codeDigest in hexadecimal
     */
    record Opened(String institution, String edition, String channel, UUID formKey, String codeDigest, String sealed) {}

    /** Moves a matter within a transaction; false if somebody has moved it since it was read. */
    boolean move(JdbcClient transaction, Act act, Written matter, int revision) {
        return bind(transaction.sql(MOVE), act, matter)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Act act, Written matter) {
        Actor.@Nullable Officer officer = act.actor() instanceof Actor.Officer one ? one : null;
        return statement
                .param("district", act.district())
                .param("matter", matter.id())
                .param("pos", matter.pos())
                .param("at", sql(act.at()))
                .param("person", officer == null ? null : officer.person(), java.sql.Types.BIGINT)
                .param("capacity", officer == null ? null : officer.capacity(), java.sql.Types.BIGINT)
                .param("actor", act.actor().word())
                .param("step", matter.step())
                .param("state", matter.state())
                .param("form", matter.form())
                .param("category", matter.category())
                .param("summary", matter.summary())
                .param("is_public", matter.isPublic())
                .param("tasks", matter.tasks())
                .param("moved_at", sql(matter.movedAt()))
                .param("due_at", sql(matter.dueAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("wakes_at", sql(matter.wakesAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("closed_at", sql(matter.closedAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("words", array(matter.words()))
                .param("events", matter.events())
                .param("findings", matter.findings())
                .param("queue_id", matter.queueId())
                .param("queued", matter.queued());
    }

    Optional<Row> find(JdbcClient transaction, int district, long matter) {
        return transaction
                .sql(FIND)
                .param("district", district)
                .param("matter", matter)
                .query((row, nr) -> row(row))
                .optional();
    }

    /** The matter that a form has opened already. */
    Optional<Long> findByForm(JdbcClient transaction, int district, UUID form) {
        return transaction
                .sql(FIND_BY_FORM)
                .param("district", district)
                .param("form_key", form)
                .query((row, nr) -> row.getLong("id"))
                .optional();
    }

    Optional<byte[]> findCode(JdbcClient transaction, int district, long matter) {
        return transaction
                .sql(CODE)
                .param("district", district)
                .param("matter", matter)
                .query((row, nr) -> row.getBytes("code_digest"))
                .optional();
    }

    /** Locks a matter, unless somebody else is at it. */
    Optional<Row> lock(JdbcClient transaction, int district, long matter) {
        return transaction
                .sql(LOCK)
                .param("district", district)
                .param("matter", matter)
                .query((row, nr) -> row(row))
                .optional();
    }

    /** Matters whose next deadline has come, the earliest first. */
    List<Long> waking(JdbcClient transaction, int district, Instant at, int most) {
        return transaction
                .sql(WAKING)
                .param("district", district)
                .param("at", sql(at))
                .param("most", most)
                .query((row, nr) -> row.getLong("id"))
                .list();
    }

    /** What waits for a post of a body, first what runs out first. */
    List<Row> desk(JdbcClient transaction, int district, long body, String post, int from, int most) {
        return transaction
                .sql(DESK)
                .param("district", district)
                .param("body", body)
                .param("post", post)
                .param("from", from)
                .param("most", most)
                .query((row, nr) -> row(row))
                .list();
    }

    /** How many wait for a post of a body; counts no further than a clerk would read. */
    long waiting(JdbcClient transaction, int district, long body, String post) {
        return transaction
                .sql(WAITING)
                .param("district", district)
                .param("body", body)
                .param("post", post)
                .query(Long.class)
                .single();
    }

    /** Matters of a stretch of territory, newest first: all, open ones only, or those that hold some words. */
    List<Row> list(JdbcClient transaction, Act act, boolean openOnly, List<String> words, long before, int most) {
        String sql = words.isEmpty() ? (openOnly ? OPEN_ONES : NEWEST) : WITH_WORDS;
        JdbcClient.StatementSpec statement = transaction
                .sql(sql)
                .param("district", act.district())
                .param("lo", act.reach().lo())
                .param("hi", act.reach().hi())
                .param("before", before)
                .param("most", most);
        if (!words.isEmpty()) {
            statement = statement.param("words", array(words));
        }
        return statement.query((row, nr) -> row(row)).list();
    }

    /** The first of a block of a hundred numbers that nobody else has. */
    long nextNumbers() {
        return jdbc.sql(NEXT_NUMBERS).query(Long.class).single();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getLong("pos"),
                row.getString("institution"),
                row.getString("edition"),
                row.getString("step"),
                row.getString("state"),
                row.getString("form"),
                row.getString("category"),
                row.getString("summary"),
                row.getBoolean("is_public"),
                row.getString("channel"),
                instant(row, "opened_at"),
                instant(row, "moved_at"),
                findInstant(row, "due_at"),
                findInstant(row, "closed_at"),
                row.getInt("revision"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant findInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime sql(@Nullable Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /** As PostgreSQL writes an array of texts: each quoted, quotes and backslashes escaped. */
    private static String array(List<String> texts) {
        StringBuilder array = new StringBuilder("{");
        for (String text : texts) {
            array.append(array.length() > 1 ? ",\"" : "\"")
                    .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return array.append('}').toString();
    }
}
