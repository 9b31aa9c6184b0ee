package org.gongzhi.server.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongzhi.exact.Text;

/**
 * What follows from an act, to be done soon after it (后续): figures to fold, posts to tell. Put into the queue in the
 * act's own transaction.
 *
 * @param institution whose figures they are
 * @param at when the act happened
 * @param day the same on the district's calendar
 */
public record Consequences(String institution, Instant at, LocalDate day, List<Count> counts, List<Tell> tells) {
    public Consequences {
        counts = List.copyOf(counts);
        tells = List.copyOf(tells);
    }

    /** Adds to a figure. */
    public record Count(String figure, long n) {}

    /** Tells a post. */
    public record Tell(long body, String post, Text says) {}
}
