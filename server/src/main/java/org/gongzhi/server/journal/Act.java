package org.gongzhi.server.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.gongzhi.server.store.Reach;

/**
 * The circumstances of an act (行为): as whom, when, under the law of which day, how far it may reach. Every writing call
 * takes one first; the transaction opens from it.
 *
 * @param actor as whom
 * @param at the instant
 * @param local the same on the district's clock
 * @param reach the district and how much of it
 */
public record Act(Actor actor, Instant at, LocalDateTime local, Reach reach) {
    /** The date whose law governs the act. */
    public LocalDate lawDate() {
        return local.toLocalDate();
    }

    public int district() {
        return reach.district();
    }
}
