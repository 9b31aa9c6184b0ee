package org.gongzhi.rulebook;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a matter (事件).
 *
 * @param at when; for what happened by itself, the instant at which it was due, however late it was noticed
 * @param kind what happened
 * @param step the step at which it happened
 * @param action the action taken, or empty
 * @param role as whom it was done, or empty for what happened by itself
 * @param to the step it led to, or empty if the matter stayed
 * @param whom the roles and seats who are told, or to whom it escalated
 * @param due the new deadline, if it led to a step with one
 */
public record Event(
        LocalDateTime at,
        Kind kind,
        String step,
        String action,
        String role,
        String to,
        List<String> whom,
        @Nullable LocalDateTime due) {
    /** What can happen (事件种类). */
    public enum Kind {
        OPENED,
        ACTED,
        TOLD,
        ESCALATED,
        TIMED_OUT,
        APPEALED
    }

    public Event {
        whom = List.copyOf(whom);
    }
}
