package org.gongzhi.server.matters;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongzhi.server.journal.Clock;
import org.springframework.stereotype.Component;

/** Counts wrong codes for a number (防猜码): after ten, the number rests for a quarter of an hour. */
@Component
class Guesses {
    private static final int MOST = 10;
    private static final int MOST_NUMBERS = 10_000;
    private static final Duration REST = Duration.ofMinutes(15);

    private record Wrong(int count, Instant since) {}

    private final Clock clock;
    private final Map<Number, Wrong> wrong = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Number, Wrong> eldest) {
            return size() > MOST_NUMBERS;
        }
    };

    Guesses(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean mayTry(Number number) {
        Wrong before = wrong.get(number);
        return before == null
                || before.count() < MOST
                || clock.instant().isAfter(before.since().plus(REST));
    }

    synchronized void wrong(Number number) {
        Wrong before = wrong.remove(number);
        wrong.put(
                number,
                before == null || clock.instant().isAfter(before.since().plus(REST))
                        ? new Wrong(1, clock.instant())
                        : new Wrong(before.count() + 1, before.since()));
    }
}
