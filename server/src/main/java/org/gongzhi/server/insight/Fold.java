package org.gongzhi.server.insight;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongzhi.server.journal.Consequences;
import org.gongzhi.server.journal.FollowUp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Folds the counts of each act into the figures (汇总). */
@Component
class Fold implements FollowUp {
    private final Figures figures;

    Fold(Figures figures) {
        this.figures = figures;
    }

    @Override
    public void follow(JdbcClient jdbc, int district, List<Piece> pieces) {
        // Many acts of one day and place are one step of a figure: sorted, so that two of us never wait for each other.
        Map<Figures.Key, Long> steps = new TreeMap<>();
        for (Piece piece : pieces) {
            Consequences consequences = piece.consequences();
            for (Consequences.Count count : consequences.counts()) {
                steps.merge(
                        new Figures.Key(piece.pos(), consequences.institution(), consequences.day(), count.figure()),
                        count.n(),
                        Long::sum);
            }
        }
        figures.add(jdbc, district, steps);
    }
}
