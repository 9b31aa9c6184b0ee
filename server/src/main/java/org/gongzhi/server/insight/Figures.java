package org.gongzhi.server.insight;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongzhi.server.store.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Figures of the district (统计), folded from what the queue hands on: counts by place and day, never averages. */
@Component
public class Figures {
    private final JsonMapper json;

    Figures(JsonMapper json) {
        this.json = json;
    }

    private static final String ADD = """
            insert into insight.tally as t (district_id, pos, institution, day, figure, n)
            select :district, s.pos, s.institution, s.day, s.figure, s.n
              from jsonb_to_recordset(:steps::jsonb)
                   as s (pos bigint, institution text, day date, figure text, n bigint)
            on conflict (district_id, pos, institution, day, figure) do update set n = t.n + excluded.n
            """;
    private static final String SUM = """
            select t.figure, sum(t.n)::bigint as n
              from insight.tally t
             where t.district_id = :district and t.institution = :institution and t.pos >= :lo and t.pos < :hi
             group by t.figure
             order by t.figure
             limit 100
            """;

    /**
     * Which figure.
     *
     * @param pos where
     * @param day on the district's calendar
     */
    record Key(long pos, String institution, LocalDate day, String figure) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparingLong(Key::pos)
                .thenComparing(Key::institution)
                .thenComparing(Key::day)
                .thenComparing(Key::figure);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Step(long pos, String institution, LocalDate day, String figure, long n) {}

    /** Adds to figures, in the transaction that takes the pieces of work from the queue. */
    void add(JdbcClient jdbc, int district, Map<Key, Long> steps) {
        List<Step> rows = steps.entrySet().stream()
                .map(step -> new Step(
                        step.getKey().pos(),
                        step.getKey().institution(),
                        step.getKey().day(),
                        step.getKey().figure(),
                        step.getValue()))
                .toList();
        jdbc.sql(ADD)
                .param("district", district)
                .param("steps", json.writeValueAsString(rows))
                .update();
    }

    /** The sums of an institution's figures over a stretch of territory. */
    public Map<String, Long> sums(JdbcClient jdbc, Reach reach, String institution) {
        Map<String, Long> sums = new TreeMap<>();
        jdbc.sql(SUM)
                .param("district", reach.district())
                .param("institution", institution)
                .param("lo", reach.lo())
                .param("hi", reach.hi())
                .query(row -> {
                    sums.put(row.getString("figure"), row.getLong("n"));
                });
        return sums;
    }
}
