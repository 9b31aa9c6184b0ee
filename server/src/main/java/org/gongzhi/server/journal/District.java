package org.gongzhi.server.journal;

import org.gongzhi.server.store.Reach;

/**
 * The district that this program governs (本区).
 *
 * @param id six digits of the division code, such as 440304
 */
public record District(int id) {
    /** All of it. */
    public Reach reach() {
        return Reach.wholeOf(id);
    }
}
