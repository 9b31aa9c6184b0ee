package org.gongzhi.server.matters;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.gongzhi.server.journal.Act;
import org.gongzhi.server.journal.Actor;
import org.gongzhi.server.journal.Clock;
import org.gongzhi.server.journal.District;
import org.gongzhi.server.people.Vault;
import org.gongzhi.server.store.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets time act (期限到期): tells, escalates and closes what is due, while the program runs and after it was down. */
@Component
class Deadlines {
    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
    private static final int AT_ONCE = 200;
    private static final Duration REST = Duration.ofMinutes(10);

    private final Hall hall;
    private final Clock clock;
    private final District district;
    private final Vault vault;
    private final Work work;

    /** Matters whose deadline failed, until when they are left alone. */
    private final ConcurrentMap<Long, Instant> resting = new ConcurrentHashMap<>();

    Deadlines(Hall hall, Clock clock, District district, Vault vault, Work work) {
        this.hall = hall;
        this.clock = clock;
        this.district = district;
        this.vault = vault;
        this.work = work;
    }

    /** Does everything that is due by now. */
    @Scheduled(fixedDelayString = "${gongzhi.deadlines-every:1s}")
    void ring() {
        List<Long> due;
        int done;
        do {
            Act act = clock.act(new Actor.Time(), district.reach());
            due = hall.waking(act, AT_ONCE + resting.size());
            done = 0;
            for (long matter : due) {
                done += elapse(act, matter);
            }
            // Where nothing moves, another instance is at them: they wait for the next second.
        } while (due.size() >= AT_ONCE && done > 0);
    }

    /** One matter that cannot go on must not hold up the others. */
    private int elapse(Act act, long matter) {
        Instant until = resting.get(matter);
        if (until != null && act.at().isBefore(until)) {
            return 0;
        }
        try {
            boolean moved = hall.elapse(act, matter);
            resting.remove(matter);
            return moved ? 1 : 0;
        } catch (RuntimeException failed) {
            LOG.error("the deadline of matter {} failed; it is tried again later", new Number(matter), failed);
            resting.put(matter, act.at().plus(REST));
            return 0;
        }
    }

    /** Keeps the rulebook's promise: personal data go on their day. */
    @Scheduled(fixedDelayString = "${gongzhi.deletion-every:1h}")
    void deleteDue() {
        work.in(district.reach(), jdbc -> vault.deleteDue(jdbc, district.reach(), clock.today()));
    }
}
