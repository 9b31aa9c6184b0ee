package org.gongzhi.server.messages;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.gongzhi.exact.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a post is told (通知): a sentence about a matter, for whoever holds the post. */
@Component
public class Notes {
    private static final String ADD = """
            insert into messages.note (district_id, id, pos, body_id, post_kind, matter_id, zh, en, told_at)
            values (:district, :id, :pos, :body, :post, :matter, :zh, :en, :at)
            on conflict do nothing
            """;
    private static final String UNSEEN = """
            select n.id, n.matter_id, n.zh, n.en, n.told_at
              from messages.note n
             where n.district_id = :district and n.body_id = :body and n.post_kind in (:post, '') and n.seen_at is null
             order by n.told_at desc, n.id
             limit 100
            """;
    private static final String SEEN = """
            update messages.note n
               set seen_at = :at
             where n.district_id = :district and n.body_id = :body and n.post_kind in (:post, '') and n.matter_id = :matter
               and n.seen_at is null
            """;

    /** A note as its reader sees it. */
    public record Note(UUID id, long matter, Text says, Instant at) {}

    /** Tells a post; the same note told twice is one. */
    public void tell(
            JdbcClient jdbc,
            int district,
            UUID id,
            long pos,
            long body,
            String post,
            long matter,
            Text says,
            Instant at) {
        jdbc.sql(ADD)
                .param("district", district)
                .param("id", id)
                .param("pos", pos)
                .param("body", body)
                .param("post", post)
                .param("matter", matter)
                .param("zh", says.zh())
                .param("en", says.en())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /** What a post has not seen yet, newest first. */
    public List<Note> unseen(JdbcClient jdbc, int district, long body, String post) {
        return jdbc.sql(UNSEEN)
                .param("district", district)
                .param("body", body)
                .param("post", post)
                .query((row, nr) -> new Note(
                        row.getObject("id", UUID.class),
                        row.getLong("matter_id"),
                        new Text(row.getString("zh"), row.getString("en")),
                        row.getObject("told_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The post has opened the matter: its notes about it are seen. */
    public void see(JdbcClient jdbc, int district, long body, String post, long matter, Instant at) {
        jdbc.sql(SEEN)
                .param("district", district)
                .param("body", body)
                .param("post", post)
                .param("matter", matter)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }
}
