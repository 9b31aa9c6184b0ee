package org.gongzhi.server.insight;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.gongzhi.server.store.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures of the district (统计), folded from what the queue hands on: counts by place and day, never averages. */
@Component
public class Figures {
    private static final String ADD = """
            insert into insight.tally as t (district_id, pos, institution, day, figure, n)
            values (:district, :pos, :institution, :day, :figure, :n)
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

    /** Adds to a figure, in the transaction that takes the piece of work from the queue. */
    public void add(JdbcClient jdbc, int district, long pos, String institution, LocalDate day, String figure, long n) {
        jdbc.sql(ADD)
                .param("district", district)
                .param("pos", pos)
                .param("institution", institution)
                .param("day", day)
                .param("figure", figure)
                .param("n", n)
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
