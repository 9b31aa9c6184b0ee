package org.gongzhi.server.journal;

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
                             where w.district_id = :district
                             order by w.put_at, w.id
                             limit :most
                               for update skip locked)
            returning q.id, q.matter_id, q.pos, q.body::text as body
            """;

    /**
     * A piece of work.
     *
     * @param body JSON
     */
    public record Piece(UUID id, long matter, long pos, String body) {}

    /** Takes the oldest pieces out of the queue, to be worked on in the same transaction. */
    public List<Piece> take(JdbcClient jdbc, int district, int most) {
        return jdbc.sql(TAKE)
                .param("district", district)
                .param("most", most)
                .query((row, nr) -> new Piece(
                        row.getObject("id", UUID.class),
                        row.getLong("matter_id"),
                        row.getLong("pos"),
                        row.getString("body")))
                .list();
    }
}
