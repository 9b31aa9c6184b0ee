package org.gongzhi.server.matters;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hall's own statement that opens a matter, as a script for {@code pgbench} that commits the same rows. It stands in
 * the hall's package because it reads that very statement; a copy would soon be another one.
 */
public final class FilingScript {
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]+)");

    /** The rows of the matter that was filed last, as the parameters that wrote them. */
    private static final String LAST = """
            select m.district_id as district, m.id as matter, m.pos, m.institution, m.edition, m.step, m.state::text,
                   m.form::text, m.category, m.summary, m.is_public, m.channel, m.opened_at as at, m.moved_at, m.due_at, m.wakes_at,
                   m.closed_at, encode(m.code_digest, 'hex') as code_digest, m.words::text, e.law_date as law, e.actor,
                   (select json_agg(json_build_object('nr', v.nr, 'at', v.at, 'law', v.law_date,
                                                      'by_time', false, 'body', v.body))
                      from journal.event v where v.district_id = m.district_id and v.matter_id = m.id)::text as events,
                   (select json_agg(json_build_object('nr', f.nr, 'event_nr', f.event_nr, 'body', f.body))
                      from journal.finding f where f.district_id = m.district_id and f.matter_id = m.id)::text as findings,
                   (select json_agg(json_build_object('nr', t.nr, 'body_id', t.body_id, 'posts', t.posts, 'role', t.role))
                      from matters.task t where t.district_id = m.district_id and t.matter_id = m.id)::text as tasks,
                   (select json_agg(json_build_object('field', s.field, 'key_id', s.key_id,
                                                      'cipher', encode(s.cipher, 'hex'), 'keep_days', s.keep_days))
                      from people.sealed s where s.district_id = m.district_id and s.matter_id = m.id)::text as sealed
              from matters.matter m
              join journal.event e on e.district_id = m.district_id and e.matter_id = m.id and e.nr = 0
             order by m.id desc
             limit 1
            """;

    /** Like what the queue holds; it may have been worked off already when this is read. */
    private static final String QUEUED = """
            {"institution":"resident-request","at":"2026-03-02T01:00:00Z","day":"2026-03-02","counts":[{"figure":"opened","n":1},{"figure":"to.received","n":1}],"tells":[]}""";

    private FilingScript() {}

    /** The script: the number of the matter goes on as the server's does, its keys are drawn anew, all else is as filed. */
    public static String from(Connection connection) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LAST)) {
            if (!row.next()) {
                throw new IllegalStateException("nothing was filed yet");
            }
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                String value = row.getString(i);
                values.put(row.getMetaData().getColumnLabel(i), value == null ? "null" : quoted(value));
            }
        }
        values.put("lo", quoted(lo(values)));
        values.put("hi", quoted(Long.toString(Long.parseLong(lo(values)) + 10_000_000_000L)));
        values.put("law", values.get("law") + "::date");
        values.put("at", values.get("at") + "::timestamptz");
        values.put("moved_at", values.get("moved_at") + "::timestamptz");
        values.put("district", values.get("district") + "::integer");
        values.put("pos", values.get("pos") + "::bigint");
        values.put("is_public", values.get("is_public") + "::boolean");
        values.put("code_digest", "decode(" + values.get("code_digest") + ", 'hex')");
        values.put("person", "null");
        values.put("capacity", "null");
        values.put("revision", "0");
        values.put("queued", quoted(QUEUED));
        values.put("form_key", "gen_random_uuid()");
        values.put("queue_id", "gen_random_uuid()");
        values.put("matter", ":matter");
        Matcher parameter = PARAMETER.matcher(Matters.OPEN);
        StringBuilder script = new StringBuilder("\\set n :n + 1\n\\set matter :base + :client_id * 10000000 + :n\n");
        while (parameter.find()) {
            String value = values.get(parameter.group(1));
            if (value == null) {
                throw new IllegalStateException("no value for the parameter " + parameter.group(1));
            }
            parameter.appendReplacement(script, Matcher.quoteReplacement(value));
        }
        return parameter.appendTail(script).append(";\n").toString();
    }

    private static String lo(Map<String, String> values) {
        return unquoted(values.get("district")) + "0000000000";
    }

    private static String unquoted(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value.replaceAll("[^0-9]", "");
    }

    /** pgbench takes a colon before a letter for a variable of its own; the escape keeps it a colon. */
    private static String quoted(String text) {
        return "E'"
                + text.replace("\\", "\\\\")
                        .replace("'", "''")
                        .replace(":", "\\x3a")
                        .replace("\n", "\\n")
                + "'";
    }
}
