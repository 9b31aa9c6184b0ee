package org.gongzhi.server.frame.pages;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Until when something must be done (期限).
 *
 * @param at in the district's time
 * @param left how much is left, or by how much it is over; null where that says nothing
 * @param note the rule that sets it, or null
 */
public record Due(
        LocalDateTime at,
        Standing standing,
        @Nullable Span left,
        @Nullable Note note) {
    /** How it stands: each has its word, its shape and its colour. */
    public enum Standing {
        AMPLE,
        SOON,
        OVERDUE,
        STOPPED,
        MET
    }
}
