package org.gongzhi.server.bodies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.gongzhi.exact.Text;
import org.gongzhi.server.journal.Clock;
import org.gongzhi.server.journal.District;
import org.gongzhi.server.store.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Organisations, their posts and who holds them (组织、岗位、任职). Bodies are few and held in memory. */
@Component
public class Bodies {
    private static final String BODIES = """
            select b.id, b.kind, b.zh, b.en, b.pos_lo, b.pos_hi
              from bodies.body b
             where b.district_id = :district and b.valid_to is null
             order by b.id
            """;
    private static final String CAPACITIES = """
            select c.id, c.person_id, c.body_id, c.body_kind, c.body_zh, c.body_en, c.post_kind, c.post_zh, c.post_en,
                   c.pos_lo, c.pos_hi, c.valid_from, c.valid_to
              from bodies.capacity_public c
             where c.district_id = :district
               and c.person_id = :person
               and c.valid_from <= :day
               and (c.valid_to is null or c.valid_to > :day)
             order by c.id
            """;
    private static final String HOLDERS = """
            select c.id, c.person_id, c.body_id, c.body_kind, c.body_zh, c.body_en, c.post_kind, c.post_zh, c.post_en,
                   c.pos_lo, c.pos_hi, c.valid_from, c.valid_to
              from bodies.capacity_public c
             where c.district_id = :district
               and c.body_id = :body
               and c.valid_from <= :day
               and (c.valid_to is null or c.valid_to > :day)
             order by c.id
            """;

    private static final String CAPACITY = """
            select c.id, c.person_id, c.body_id, c.body_kind, c.body_zh, c.body_en, c.post_kind, c.post_zh, c.post_en,
                   c.pos_lo, c.pos_hi, c.valid_from, c.valid_to
              from bodies.capacity_public c
             where c.district_id = :district and c.id = :capacity
            """;

    private static final String HELD = """
            select c.id, c.person_id, c.body_id, c.body_kind, c.body_zh, c.body_en, c.post_kind, c.post_zh, c.post_en,
                   c.pos_lo, c.pos_hi, c.valid_from, c.valid_to
              from bodies.capacity_public c
             where c.district_id = :district and (c.valid_to is null or c.valid_to > :day)
             order by c.id
            """;

    private final JdbcClient jdbc;
    private final District district;
    private final Clock clock;
    private volatile Map<Long, List<Capacity>> held = Map.of();
    private final ConcurrentMap<Long, Capacity> named = new ConcurrentHashMap<>();
    private volatile Map<String, List<Body>> bodies = Map.of();
    private volatile Map<Long, Body> byId = Map.of();

    Bodies(JdbcClient jdbc, District district, Clock clock) {
        this.jdbc = jdbc;
        this.district = district;
        this.clock = clock;
    }

    /** Reads the bodies of a district anew; called at start and after each change. */
    public void read(int district) {
        List<Body> all = jdbc.sql(BODIES)
                .param("district", district)
                .query((row, nr) -> new Body(
                        row.getLong("id"),
                        row.getString("kind"),
                        new Text(row.getString("zh"), row.getString("en")),
                        new Reach(district, row.getLong("pos_lo"), row.getLong("pos_hi"))))
                .list();
        bodies = all.stream().collect(Collectors.groupingBy(Body::kind));
        byId = all.stream().collect(Collectors.toMap(Body::id, body -> body));
        readHeld();
    }

    /** Reads anew who holds which post; what another instance has entered is known here after half a minute. */
    @Scheduled(fixedDelayString = "${gongzhi.appointments-every:30s}")
    void readHeld() {
        held = jdbc
                .sql(HELD)
                .param("district", district.id())
                .param("day", clock.today())
                .query((row, nr) -> capacity(district.id(), row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Capacity::body));
    }

    /** Whether nobody holds a post of a body on a day. Asked with every act, so it is answered from memory. */
    public boolean isVacant(long body, String post, LocalDate day) {
        return held.getOrDefault(body, List.of()).stream()
                .noneMatch(one -> one.postKind().equals(post) && one.isInForce(day));
    }

    /** Whether no body has been set up yet. */
    public boolean isEmpty() {
        return bodies.isEmpty();
    }

    /** The body with this id. */
    public Optional<Body> findBody(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The body of a kind that is responsible for a position: the nearest one whose territory holds it. */
    public Optional<Body> findResponsible(String kind, long position) {
        Body nearest = null;
        for (Body body : bodies.getOrDefault(kind, List.of())) {
            if (body.reach().holds(position)
                    && (nearest == null
                            || body.reach().width() < nearest.reach().width())) {
                nearest = body;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** All bodies of some kinds whose territory holds a position, the nearest first. */
    public List<Body> responsible(List<String> kinds, long position) {
        return kinds.stream()
                .distinct()
                .flatMap(kind -> bodies.getOrDefault(kind, List.of()).stream())
                .filter(body -> body.reach().holds(position))
                .sorted(Comparator.comparingLong((Body body) -> body.reach().width())
                        .thenComparingLong(Body::id))
                .toList();
    }

    /** In which capacities a person may act on a day. */
    public List<Capacity> capacities(int district, long person, LocalDate day) {
        return jdbc.sql(CAPACITIES)
                .param("district", district)
                .param("person", person)
                .param("day", day)
                .query((row, nr) -> capacity(district, row))
                .list();
    }

    /** A capacity by its number, whether or not it still holds: who acted in it is named for ever. */
    public Optional<Capacity> findCapacity(int district, long id) {
        return Optional.ofNullable(named.computeIfAbsent(
                id,
                missing -> jdbc.sql(CAPACITY)
                        .param("district", district)
                        .param("capacity", id)
                        .query((row, nr) -> capacity(district, row))
                        .optional()
                        .orElse(null)));
    }

    /** Who holds the posts of a body on a day. */
    public List<Capacity> holders(int district, long body, LocalDate day) {
        return jdbc.sql(HOLDERS)
                .param("district", district)
                .param("body", body)
                .param("day", day)
                .query((row, nr) -> capacity(district, row))
                .list();
    }

    private static Capacity capacity(int district, ResultSet row) throws SQLException {
        return new Capacity(
                row.getLong("id"),
                row.getLong("person_id"),
                row.getLong("body_id"),
                row.getString("body_kind"),
                new Text(row.getString("body_zh"), row.getString("body_en")),
                row.getString("post_kind"),
                new Text(row.getString("post_zh"), row.getString("post_en")),
                new Reach(district, row.getLong("pos_lo"), row.getLong("pos_hi")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
