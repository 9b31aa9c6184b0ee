package org.gongzhi.rulebook;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a matter stands (事项状态). It holds all that the institution needs to go on, and nothing about persons.
 *
 * @param institution the institution's name
 * @param edition the digest of the rulebook under which the matter was opened
 * @param opened when the matter was opened
 * @param step the step it stands at
 * @param since since when
 * @param due by when the step should be done; midnight means the end of the day before; null without a deadline
 * @param deadline how {@code due} was computed
 * @param next the next instant at which something happens by itself; null if nothing will
 * @param fired how many of the step's overdue lines have fired
 * @param escalated the seats that may act in this step beside its own role, because it is overdue
 * @param assigned who was assigned to a role, as {@code body}, {@code body.post} or {@code body/which}
 * @param chosen what was chosen in the fields that are lists
 * @param counts how often each bounded action was taken, by {@code step.action}
 * @param passed the steps it has been at, each once, in order
 * @param paused the clock that stands still meanwhile; null if none does
 * @param ended how it ended; null while it runs
 */
public record State(
        String institution,
        String edition,
        LocalDateTime opened,
        String step,
        LocalDateTime since,
        @Nullable LocalDateTime due,
        @Nullable Finding deadline,
        @Nullable LocalDateTime next,
        int fired,
        List<String> escalated,
        Map<String, String> assigned,
        Map<String, String> chosen,
        Map<String, Integer> counts,
        List<String> passed,
        @Nullable Pause paused,
        Institution.@Nullable Ending ended) {
    /**
     * A clock that stands still (期限中止).
     *
     * @param step the step whose clock it is
     * @param left what is left: seconds for hours, days for days; below 0 if the time was over already
     * @param unit the unit in which the period counts
     */
    public record Pause(
            String step,
            @Nullable LocalDateTime due,
            @Nullable Finding deadline,
            long left,
            Span.Unit unit,
            int fired,
            List<String> escalated) {
        public Pause {
            escalated = List.copyOf(escalated);
        }
    }

    public State {
        escalated = List.copyOf(escalated);
        assigned = Map.copyOf(assigned);
        chosen = Map.copyOf(chosen);
        counts = Map.copyOf(counts);
        passed = List.copyOf(passed);
    }
}
