package org.gongzhi.server.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Work that follows an act (队列): a row put in the act's own transaction, deleted in the transaction that does the work.
 * A cursor over a sequence would lose what commits late; a row cannot be lost.
 */
@Component
public class Queue {
    /** Part of a statement that writes a matter: its row in the queue. Needs queue_id, queued and what the events need. */
    public static final String PUT_PART = """
            insert into journal.queue (district_id, id, matter_id, pos, body, put_at)
            select :district, :queue_id, :matter, :pos, :queued::jsonb, :at
              from reach
            """;

    private static final String TAKE = """
            delete from journal.queue q
             where q.district_id = :district
               and q.id in (select w.id
                              from journal.queue w
                             where w.district_id = :district and w.put_at <= :now
                             order by w.put_at, w.id
                             limit :most
                               for update skip locked)
            returning q.id, q.matter_id, q.pos, q.body::text as body
            """;

    private static final String WAITING = """
            select q.id
              from journal.queue q
             where q.district_id = :district and q.put_at <= :now
             order by q.put_at, q.id
             limit :most
            """;
    private static final String TAKE_ONE = """
            delete from journal.queue q
             where q.district_id = :district and q.id = :id
            returning q.id, q.matter_id, q.pos, q.body::text as body
            """;
    private static final String POSTPONE = """
            update journal.queue q
               set put_at = :until
             where q.district_id = :district and q.id = :id
            """;

    /**
     * A piece of work.
     *
     * @param body JSON
     */
    public record Piece(UUID id, long matter, long pos, String body) {}

    /** Takes the oldest pieces out of the queue, to be worked on in the same transaction. */
    public List<Piece> take(JdbcClient jdbc, int district, Instant now, int most) {
        return jdbc.sql(TAKE)
                .param("district", district)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("most", most)
                .query((row, nr) -> piece(row))
                .list();
    }

    /** What waits, without taking it. */
    List<UUID> waiting(JdbcClient jdbc, int district, Instant now, int most) {
        return jdbc.sql(WAITING)
                .param("district", district)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("most", most)
                .query((row, nr) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Takes one piece; nothing where another has taken it. */
    List<Piece> takeOne(JdbcClient jdbc, int district, UUID id) {
        return jdbc.sql(TAKE_ONE)
                .param("district", district)
                .param("id", id)
                .query((row, nr) -> piece(row))
                .list();
    }

    private static Piece piece(ResultSet row) throws SQLException {
        return new Piece(
                row.getObject("id", UUID.class), row.getLong("matter_id"), row.getLong("pos"), row.getString("body"));
    }

    /** Puts a piece off that failed, so that it does not hold up the others. */
    int postpone(JdbcClient jdbc, int district, UUID id, Instant until) {
        return jdbc.sql(POSTPONE)
                .param("district", district)
                .param("id", id)
                .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .update();
    }
}
