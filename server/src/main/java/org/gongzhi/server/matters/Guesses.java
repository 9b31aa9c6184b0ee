package org.gongzhi.server.matters;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongzhi.server.journal.Clock;
import org.springframework.stereotype.Component;

/**
 * Counts wrong codes for a number from one address (防猜码): after ten, the number rests for a quarter of an hour for that
 * address. Others are not shut out by it.
 */
@Component
class Guesses {
    private static final int MOST = 10;
    private static final int MOST_NUMBERS = 10_000;
    private static final Duration REST = Duration.ofMinutes(15);

    /** A number as it is tried from an address. */
    private record Tried(Number number, String from) {}

    private record Wrong(int count, Instant since) {}

    private final Clock clock;
    private final Map<Tried, Wrong> wrong = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Tried, Wrong> eldest) {
            return size() > MOST_NUMBERS;
        }
    };

    Guesses(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean mayTry(Number number, String from) {
        Wrong before = wrong.get(new Tried(number, from));
        return before == null
                || before.count() < MOST
                || clock.instant().isAfter(before.since().plus(REST));
    }

    synchronized void wrong(Number number, String from) {
        Tried tried = new Tried(number, from);
        Wrong before = wrong.remove(tried);
        wrong.put(
                tried,
                before == null || clock.instant().isAfter(before.since().plus(REST))
                        ? new Wrong(1, clock.instant())
                        : new Wrong(before.count() + 1, before.since()));
    }
}
