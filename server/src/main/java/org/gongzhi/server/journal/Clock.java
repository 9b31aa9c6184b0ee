package org.gongzhi.server.journal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.gongzhi.server.store.Reach;

/** The district's clock (时钟): the only place that asks what time it is. */
public final class Clock {
    private final InstantSource source;
    private final ZoneId zone;

    /**
     * @param source where the time comes from
     * @param zone the zone of the district's offices
     */
    public Clock(InstantSource source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
    }

    public Instant instant() {
        return source.instant();
    }

    public LocalDateTime local() {
        return local(instant());
    }

    /** An instant as the district's clocks show it. */
    public LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    /** A time on the district's clocks as an instant. */
    public Instant instant(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    public LocalDate today() {
        return local().toLocalDate();
    }

    /** An act that happens now. */
    public Act act(Actor actor, Reach reach) {
        // Microseconds, as PostgreSQL keeps them: what is read back equals what was written.
        Instant at = instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        return new Act(actor, at, local(at), reach);
    }
}
