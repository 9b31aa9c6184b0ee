package org.gongzhi.server.matters;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.server.frame.pages.Status;
import org.gongzhi.server.institutions.Editions;
import org.gongzhi.server.store.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Matters as far as everybody may read them (公开内容): read through the public view only. */
@Component
public class Published {
    private static final String NEWEST = """
            select m.id, m.pos, m.institution, m.edition, m.step, m.category, m.summary, m.opened_at, m.moved_at,
                   m.closed_at
              from matters.matter_public m
             where m.district_id = :district and m.pos >= :lo and m.pos < :hi and m.id < :before
               and (:phase = 'any' or (:phase = 'open') = (m.closed_at is null))
               and (:word = '' or position(:word in lower(m.summary)) > 0)
             order by m.id desc
             limit :most
            """;

    private final JdbcClient jdbc;
    private final Editions editions;
    private final Sheets sheets;

    Published(JdbcClient jdbc, Editions editions, Sheets sheets) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.sheets = sheets;
    }

    /** How far a matter is (阶段). */
    public enum Phase {
        ANY,
        OPEN,
        ENDED;

        static Phase of(String word) {
            return switch (word) {
                case "open" -> OPEN;
                case "ended" -> ENDED;
                default -> ANY;
            };
        }
    }

    /** A matter's public fields. */
    public record Summary(
            long id,
            long pos,
            String institution,
            String edition,
            String step,
            String category,
            String summary,
            Instant openedAt,
            Instant movedAt,
            @Nullable Instant closedAt) {
        /** As people write it. */
        public Number number() {
            return new Number(id);
        }
    }

    /** The newest public matters of a stretch of territory, numbered below {@code before}. */
    public List<Summary> newest(Reach reach, Phase phase, String word, long before, int most) {
        return jdbc.sql(NEWEST)
                .param("district", reach.district())
                .param("lo", reach.lo())
                .param("hi", reach.hi())
                .param("before", before)
                .param("phase", phase.name().toLowerCase(Locale.ROOT))
                .param("word", word.toLowerCase(Locale.ROOT))
                .param("most", most)
                .query((row, nr) -> new Summary(
                        row.getLong("id"),
                        row.getLong("pos"),
                        row.getString("institution"),
                        row.getString("edition"),
                        row.getString("step"),
                        row.getString("category"),
                        row.getString("summary"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("moved_at", OffsetDateTime.class).toInstant(),
                        row.getObject("closed_at", OffsetDateTime.class) == null
                                ? null
                                : row.getObject("closed_at", OffsetDateTime.class)
                                        .toInstant()))
                .list();
    }

    /** The category of a matter in its own words. */
    public Text category(Summary matter) {
        Institution institution =
                editions.edition(matter.edition()).course(matter.institution()).institution();
        return Sheets.category(editions.edition(matter.edition()), institution, matter.category());
    }

    /** Where a matter stands, in the institution's word. */
    public Status status(Summary matter) {
        return sheets.status(
                editions.edition(matter.edition()).course(matter.institution()).institution(), matter.step());
    }

    /** The community where a matter lies. */
    public Text place(Summary matter) {
        return sheets.community(matter.pos());
    }
}
