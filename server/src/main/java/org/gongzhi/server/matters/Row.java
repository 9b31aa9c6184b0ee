package org.gongzhi.server.matters;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter as it is kept (事项).
 *
 * @param state JSON of the course's state
 * @param form JSON object of what was filled in, without personal fields
 * @param awaitsRole the role that has to act, empty where none has
 * @param awaitsBody the body that holds that role, or null
 * @param awaitsPosts the posts of that body that may act; empty for any
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
        String awaitsRole,
        @Nullable Long awaitsBody,
        List<String> awaitsPosts,
        Instant openedAt,
        Instant movedAt,
        @Nullable Instant dueAt,
        @Nullable Instant closedAt,
        int revision) {
    Row {
        awaitsPosts = List.copyOf(awaitsPosts);
    }

    Number number() {
        return new Number(id);
    }
}
