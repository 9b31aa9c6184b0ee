package org.gongzhi.server.matters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A matter as it is kept (事项).
 *
 * @param state JSON of the course's state
 * @param form JSON object of what was filled in, without personal fields
 * @param revision counts the acts; who acts on an older one is told so
 */
record Row(
        long id,
        long pos,
        String institution,
        String edition,
        String step,
        String state,
        String form,
        String category,
        String summary,
        boolean isPublic,
        String channel,
        Instant openedAt,
        Instant movedAt,
        @Nullable Instant dueAt,
        @Nullable Instant closedAt,
        int revision) {
    Number number() {
        return new Number(id);
    }
}
