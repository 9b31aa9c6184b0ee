package org.gongzhi.server.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to a matter, act by act (日志): events and the findings that each left. Written once, never changed. */
@Component
public class Journal {
    /**
     * Part of a statement that writes a matter: its events, from a JSON array of objects with {@code nr}, {@code at},
     * {@code law}, {@code by_time} and {@code body}: what time has done stands under its own instant, not the act's.
     * Needs the parameters district, matter, pos, person, capacity, actor and events, and the table {@code reach}.
     */
    public static final String EVENTS_PART = """
            events as (
                insert into journal.event
                       (district_id, matter_id, nr, pos, at, law_date, person_id, capacity_id, actor, body)
                select :district, :matter, e.nr, :pos, e.at, e.law, case when e.by_time then null else :person::bigint end,
                       case when e.by_time then null else :capacity::bigint end,
                       case when e.by_time then 'time' else :actor end, e.body
                  from reach, jsonb_to_recordset(:events::jsonb)
                           as e (nr integer, at timestamptz, law date, by_time boolean, body jsonb)
            )
            """;

    /** Part of a statement that writes a matter: the findings of its events, in the same way. */
    public static final String FINDINGS_PART = """
            findings as (
                insert into journal.finding (district_id, matter_id, nr, pos, event_nr, body)
                select :district, :matter, f.nr, :pos, f.event_nr, f.body
                  from reach, jsonb_to_recordset(:findings::jsonb) as f (nr integer, event_nr integer, body jsonb)
            )
            """;

    private static final String EVENTS = """
            select e.nr, e.at, e.law_date, e.person_id, e.capacity_id, e.actor, e.body::text as body
              from journal.event e
             where e.district_id = :district and e.matter_id = :matter
             order by e.nr desc
             limit 500
            """;
    private static final String FINDINGS = """
            select f.nr, f.event_nr, f.body::text as body
              from journal.finding f
             where f.district_id = :district and f.matter_id = :matter
             order by f.nr desc
             limit 500
            """;

    /**
     * An event as it was written.
     *
     * @param body JSON
     */
    public record Entry(
            int nr,
            Instant at,
            LocalDate lawDate,
            @Nullable Long person,
            @Nullable Long capacity,
            String actor,
            String body) {}

    /**
     * A finding as it was written.
     *
     * @param event the number of the event that left it
     * @param body JSON
     */
    public record Found(int nr, int event, String body) {}

    /** The events of a matter, newest first. */
    public List<Entry> events(JdbcClient jdbc, int district, long matter) {
        return jdbc.sql(EVENTS)
                .param("district", district)
                .param("matter", matter)
                .query((row, nr) -> new Entry(
                        row.getInt("nr"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("law_date", LocalDate.class),
                        row.getObject("person_id", Long.class),
                        row.getObject("capacity_id", Long.class),
                        row.getString("actor"),
                        row.getString("body")))
                .list();
    }

    /** The findings of a matter, newest first. */
    public List<Found> findings(JdbcClient jdbc, int district, long matter) {
        return jdbc.sql(FINDINGS)
                .param("district", district)
                .param("matter", matter)
                .query((row, nr) -> new Found(row.getInt("nr"), row.getInt("event_nr"), row.getString("body")))
                .list();
    }
}
