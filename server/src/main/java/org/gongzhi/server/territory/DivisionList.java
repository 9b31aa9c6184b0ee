package org.gongzhi.server.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.gongzhi.server.store.Reach;
import org.gongzhi.server.store.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The division list of a district (区划代码表), read from {@code territory/units.csv} and, where it is there, the lists of
 * earlier dates in {@code territory/history.csv}. The date of a change is that of the first list that shows it.
 */
@Component
public class DivisionList {
    private static final String ADD_UNIT = """
            insert into territory.unit (district_id, id, kind, parent_id, valid_from, valid_to, pos_lo, pos_hi, residential)
            values (:district, :id, :kind, :parent, :from, :to, :lo, :hi, :residential)
            """;
    private static final String ADD_CODE = """
            insert into territory.unit_code (district_id, unit_id, valid_from, valid_to, code)
            values (:district, :id, :from, :to, :code)
            """;
    private static final String ADD_NAME = """
            insert into territory.unit_name (district_id, unit_id, valid_from, valid_to, zh, en, initials)
            values (:district, :id, :from, :to, :zh, :en, :initials)
            """;

    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Codes from this ending on are made up for statistics: nobody lives there. */
    private static final long VIRTUAL = 498;

    private record Named(LocalDate from, @Nullable LocalDate to, String name) {}

    private record Listed(long code, Unit.Kind kind, List<Named> names) {}

    private final Work work;

    DivisionList(Work work) {
        this.work = work;
    }

    /**
     * Loads the territory of a district that has none yet, in one transaction.
     *
     * @param folder with {@code units.csv}
     * @param district six digits
     * @return the number of units loaded
     */
    public int load(Path folder, int district) {
        List<Listed> listed = read(folder, district);
        Map<Long, Long> ids = new HashMap<>();
        for (int i = 0; i < listed.size(); i++) {
            ids.put(listed.get(i).code(), i + 1L);
        }
        return work.in(Reach.wholeOf(district), jdbc -> {
            listed.forEach(unit -> add(jdbc, district, unit, ids));
            return listed.size();
        });
    }

    private static void add(JdbcClient jdbc, int district, Listed unit, Map<Long, Long> ids) {
        Long id = ids.get(unit.code());
        Named first = unit.names().getFirst();
        Named last = unit.names().getLast();
        long width = width(unit.kind());
        long lo = unit.code() * 10_000 / width * width;
        jdbc.sql(ADD_UNIT)
                .param("district", district)
                .param("id", id)
                .param("kind", unit.kind().name().toLowerCase(java.util.Locale.ROOT))
                .param("parent", parent(unit, ids))
                .param("from", first.from())
                .param("to", last.to())
                .param("lo", lo)
                .param("hi", lo + width)
                .param("residential", unit.code() % 1000 != VIRTUAL)
                .update();
        jdbc.sql(ADD_CODE)
                .param("district", district)
                .param("id", id)
                .param("from", first.from())
                .param("to", null, java.sql.Types.DATE)
                .param("code", unit.code())
                .update();
        for (Named named : unit.names()) {
            String core = named.name().replaceFirst("(社区)?(居民委员会|居委会)$", "");
            // A unit that is gone keeps its last name, so that what was filed there can still be named.
            LocalDate to = named.equals(last) ? null : named.to();
            jdbc.sql(ADD_NAME)
                    .param("district", district)
                    .param("id", id)
                    .param("from", named.from())
                    .param("to", to, java.sql.Types.DATE)
                    .param("zh", unit.kind() == Unit.Kind.COMMUNITY ? core + "社区" : named.name())
                    .param("en", english(core, unit.kind()))
                    .param("initials", Pinyin.initials(core))
                    .update();
        }
    }

    private static @Nullable Long parent(Listed unit, Map<Long, Long> ids) {
        return switch (unit.kind()) {
            case DISTRICT -> null;
            case STREET -> ids.get(unit.code() / 1_000_000 * 1_000_000);
            case COMMUNITY, GRID -> ids.get(unit.code() / 1000 * 1000);
        };
    }

    private static String english(String name, Unit.Kind kind) {
        return switch (kind) {
            case DISTRICT -> Pinyin.name(name.replaceFirst("区$", "")) + " District";
            case STREET -> Pinyin.name(name.replaceFirst("街道$", "")) + " Street";
            case COMMUNITY -> Pinyin.name(name.replaceFirst("社区$", "")) + " Community";
            case GRID -> Pinyin.name(name);
        };
    }

    /** How many positions a unit of a kind fills: a subtree is a range. */
    private static long width(Unit.Kind kind) {
        return switch (kind) {
            case DISTRICT -> 10_000_000_000L;
            case STREET -> 10_000_000L;
            case COMMUNITY -> 10_000L;
            case GRID -> 1L;
        };
    }

    private static List<Listed> read(Path folder, int district) {
        Map<Long, List<Named>> history = history(folder.resolve("history.csv"));
        LocalDate earliest = history.values().stream()
                .map(names -> names.getFirst().from())
                .min(LocalDate::compareTo)
                .orElse(LocalDate.of(2023, 6, 30));
        Map<Long, Listed> units = new java.util.TreeMap<>();
        for (CSVRecord row : records(folder.resolve("units.csv"))) {
            long code = Long.parseLong(row.get("code"));
            Unit.Kind kind = switch (row.get("level")) {
                case "county" -> Unit.Kind.DISTRICT;
                case "township" -> Unit.Kind.STREET;
                case "village" -> Unit.Kind.COMMUNITY;
                default -> null;
            };
            if (kind != null && code / 1_000_000 == district) {
                List<Named> names = history.getOrDefault(code, List.of(new Named(earliest, null, row.get("name"))));
                units.put(code, new Listed(code, kind, names));
            }
        }
        history.forEach((code, names) -> units.putIfAbsent(code, new Listed(code, Unit.Kind.COMMUNITY, names)));
        return List.copyOf(units.values());
    }

    /** The names of each code from date to date; equal names in consecutive lists are one. */
    private static Map<Long, List<Named>> history(Path file) {
        Map<Long, List<Named>> history = new HashMap<>();
        if (!Files.exists(file)) {
            return history;
        }
        for (CSVRecord row : records(file)) {
            List<Named> names = new ArrayList<>();
            for (String column : row.getParser().getHeaderNames()) {
                if (column.startsWith("name_")) {
                    extend(names, LocalDate.parse(column.substring("name_".length())), row.get(column));
                }
            }
            history.put(Long.parseLong(row.get("code")), List.copyOf(names));
        }
        return history;
    }

    private static void extend(List<Named> names, LocalDate list, String name) {
        Named last = names.isEmpty() ? null : names.getLast();
        if (last != null && last.to() == null) {
            if (last.name().equals(name)) {
                return;
            }
            names.set(names.size() - 1, new Named(last.from(), list, last.name()));
        }
        if (!name.isEmpty()) {
            names.add(new Named(list, null, name));
        }
    }

    private static List<CSVRecord> records(Path file) {
        try (var parser = CSV.parse(Files.newBufferedReader(file))) {
            return parser.getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
