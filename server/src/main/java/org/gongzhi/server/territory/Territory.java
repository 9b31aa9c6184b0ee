package org.gongzhi.server.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongzhi.exact.Text;
import org.gongzhi.server.store.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The district's territory as it stands (地域). Small and read all the time, so it is held in memory. */
@Component
public class Territory {
    private static final String UNITS = """
            select u.id, u.kind, u.parent_id, u.code, u.zh, u.en, u.initials, u.pos_lo, u.pos_hi, u.residential,
                   u.valid_from, u.valid_to
              from territory.unit_public u
             where u.district_id = :district
             order by u.pos_lo, u.id
            """;

    private final JdbcClient jdbc;
    private volatile List<Unit> units = List.of();

    Territory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads the territory of a district anew; called at start and after each change. */
    public void read(int district) {
        units = jdbc.sql(UNITS)
                .param("district", district)
                .query((rows, nr) -> unit(district, rows))
                .list();
    }

    /** Whether no territory has been loaded yet. */
    public boolean isEmpty() {
        return units.isEmpty();
    }

    /** The district itself. */
    public Unit district() {
        return units.stream()
                .filter(unit -> unit.kind() == Unit.Kind.DISTRICT)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no district among " + units.size() + " units"));
    }

    /** All units of one kind in force on a day, in the order of their codes. */
    public List<Unit> units(Unit.Kind kind, LocalDate day) {
        return units.stream()
                .filter(unit -> unit.kind() == kind && unit.isInForce(day))
                .toList();
    }

    /** The communities where people live on a day. */
    public List<Unit> communities(LocalDate day) {
        return units(Unit.Kind.COMMUNITY, day).stream()
                .filter(Unit::isResidential)
                .toList();
    }

    /** The unit with this id, whether or not it is still in force. */
    public Optional<Unit> findUnit(long id) {
        return units.stream().filter(unit -> unit.id() == id).findFirst();
    }

    /** The smallest unit of a kind that holds a position, one in force before one that has ceased. */
    public Optional<Unit> findAt(Unit.Kind kind, long position) {
        return units.stream()
                .filter(unit -> unit.kind() == kind && unit.reach().holds(position))
                .min(Comparator.comparing((Unit unit) -> unit.validTo() != null));
    }

    private static Unit unit(int district, ResultSet row) throws SQLException {
        return new Unit(
                row.getLong("id"),
                switch (row.getString("kind")) {
                    case "district" -> Unit.Kind.DISTRICT;
                    case "street" -> Unit.Kind.STREET;
                    case "community" -> Unit.Kind.COMMUNITY;
                    case "grid" -> Unit.Kind.GRID;
                    default -> throw new IllegalStateException("unit of kind " + row.getString("kind"));
                },
                row.getLong("parent_id"),
                row.getLong("code"),
                new Text(row.getString("zh"), row.getString("en")),
                row.getString("initials"),
                new Reach(district, row.getLong("pos_lo"), row.getLong("pos_hi")),
                row.getBoolean("residential"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
