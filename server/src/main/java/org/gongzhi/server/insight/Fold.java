package org.gongzhi.server.insight;

import org.gongzhi.server.journal.Consequences;
import org.gongzhi.server.journal.FollowUp;
import org.gongzhi.server.journal.Queue;
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
    public void follow(JdbcClient jdbc, int district, Queue.Piece piece, Consequences consequences) {
        for (Consequences.Count count : consequences.counts()) {
            figures.add(
                    jdbc,
                    district,
                    piece.pos(),
                    consequences.institution(),
                    consequences.day(),
                    count.figure(),
                    count.n());
        }
    }
}
