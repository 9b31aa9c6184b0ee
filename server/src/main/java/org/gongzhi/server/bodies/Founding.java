package org.gongzhi.server.bodies;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.gongzhi.exact.Text;
import org.gongzhi.server.journal.District;
import org.gongzhi.server.territory.Territory;
import org.gongzhi.server.territory.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sets up bodies, posts and appointments (组建): one body of each kind for each unit of its level. */
@Component
public class Founding {
    private static final String ADD_BODY = """
            insert into bodies.body (district_id, id, kind, unit_id, pos_lo, pos_hi, zh, en, valid_from)
            values (:district, :id, :kind, :unit, :lo, :hi, :zh, :en, :from)
            """;
    private static final String ADD_POST = """
            insert into bodies.post (district_id, id, body_id, kind, zh, en)
            values (:district, :id, :body, :kind, :zh, :en)
            """;
    private static final String ADD_APPOINTMENT = """
            insert into bodies.appointment (district_id, id, post_id, person_id, valid_from)
            values (:district, :id, :post, :person, :from)
            """;
    private static final String FIND_POST = """
            select p.id
              from bodies.post p
              join bodies.body b on b.district_id = p.district_id and b.id = p.body_id
             where p.district_id = :district and b.kind = :body and p.kind = :post and b.unit_id = :unit
            """;
    private static final String LAST_BODY = """
            select coalesce(max(b.id), 0) as last
              from bodies.body b
             where b.district_id = :district
            """;
    private static final String LAST_POST = """
            select coalesce(max(p.id), 0) as last
              from bodies.post p
             where p.district_id = :district
            """;
    private static final String LAST_APPOINTMENT = """
            select coalesce(max(a.id), 0) as last
              from bodies.appointment a
             where a.district_id = :district
            """;

    private final District district;
    private final Territory territory;

    Founding(District district, Territory territory) {
        this.district = district;
        this.territory = territory;
    }

    /** A kind of post to set up in each body of a kind. */
    public record PostKind(String kind, Text title) {}

    /** Sets up a kind of body in each unit of a level that is in force on a day. */
    public void found(
            JdbcClient jdbc, String kind, Text title, Unit.Kind level, Iterable<PostKind> posts, LocalDate day) {
        long body = last(jdbc, LAST_BODY);
        long post = last(jdbc, LAST_POST);
        for (Unit unit : territory.units(level, day)) {
            if (!unit.isResidential()) {
                continue;
            }
            body++;
            Text name = name(unit, title);
            jdbc.sql(ADD_BODY)
                    .param("district", district.id())
                    .param("id", body)
                    .param("kind", kind)
                    .param("unit", unit.id())
                    .param("lo", unit.reach().lo())
                    .param("hi", unit.reach().hi())
                    .param("zh", name.zh())
                    .param("en", name.en())
                    .param("from", day)
                    .update();
            for (PostKind one : posts) {
                post++;
                jdbc.sql(ADD_POST)
                        .param("district", district.id())
                        .param("id", post)
                        .param("body", body)
                        .param("kind", one.kind())
                        .param("zh", one.title().zh())
                        .param("en", one.title().en())
                        .update();
            }
        }
    }

    /**
     * Appoints a person to a post.
     *
     * @return the appointment; empty if there is no such post in that unit
     */
    public Optional<Long> appoint(JdbcClient jdbc, long person, String body, String post, Unit unit, LocalDate day) {
        return jdbc.sql(FIND_POST)
                .param("district", district.id())
                .param("body", body)
                .param("post", post)
                .param("unit", unit.id())
                .query(Long.class)
                .optional()
                .map(found -> {
                    long appointment = last(jdbc, LAST_APPOINTMENT) + 1;
                    jdbc.sql(ADD_APPOINTMENT)
                            .param("district", district.id())
                            .param("id", appointment)
                            .param("post", found)
                            .param("person", person)
                            .param("from", day)
                            .update();
                    return appointment;
                });
    }

    private long last(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).param("district", district.id()).query(Long.class).single();
    }

    /** 黄木岗社区 and 社区工作站 are 黄木岗社区工作站, without saying 社区 twice. */
    private static Text name(Unit unit, Text title) {
        String zh = unit.name().zh();
        String kind = title.zh();
        for (String level : new String[] {"社区", "街道", "区"}) {
            if (zh.endsWith(level) && kind.startsWith(level)) {
                kind = kind.substring(level.length());
                break;
            }
        }
        String en = title.en().toLowerCase(Locale.ROOT).startsWith("community ")
                ? title.en().substring("community ".length())
                : title.en();
        return new Text(zh + kind, unit.name().en() + ": " + en);
    }
}
