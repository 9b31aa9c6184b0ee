package org.gongzhi.server.journal;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.gongzhi.server.store.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Works the queue off (队列处理), some pieces in one transaction. Several may run: each piece is taken once. */
@Component
public class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int AT_ONCE = 1000;
    private static final Duration LATER = Duration.ofHours(1);

    private final Work work;
    private final Queue queue;
    private final District district;
    private final List<FollowUp> followers;
    private final JsonMapper json;
    private final Clock clock;

    Follower(Work work, Queue queue, District district, List<FollowUp> followers, JsonMapper json, Clock clock) {
        this.work = work;
        this.queue = queue;
        this.district = district;
        this.followers = List.copyOf(followers);
        this.json = json;
        this.clock = clock;
    }

    /** Does all that waits: many pieces in one transaction, or one by one where one of them fails. */
    @Scheduled(fixedDelayString = "${gongzhi.follow-every:500ms}")
    public void workOff() {
        int done;
        do {
            try {
                done = work.in(
                        district.reach(),
                        jdbc -> follow(jdbc, queue.take(jdbc, district.id(), clock.instant(), AT_ONCE)));
            } catch (RuntimeException failed) {
                oneByOne();
                return;
            }
        } while (done == AT_ONCE);
    }

    /** A piece that fails is put off, so that it does not hold up the others. */
    private void oneByOne() {
        List<UUID> waiting =
                work.reading(district.reach(), jdbc -> queue.waiting(jdbc, district.id(), clock.instant(), AT_ONCE));
        for (UUID id : waiting) {
            try {
                work.in(district.reach(), jdbc -> follow(jdbc, queue.takeOne(jdbc, district.id(), id)));
            } catch (RuntimeException failed) {
                LOG.error("what follows from an act failed and is put off: queue {}", id, failed);
                work.in(
                        district.reach(),
                        jdbc -> queue.postpone(
                                jdbc, district.id(), id, clock.instant().plus(LATER)));
            }
        }
    }

    private int follow(JdbcClient jdbc, List<Queue.Piece> rows) {
        List<FollowUp.Piece> pieces = rows.stream()
                .map(row -> new FollowUp.Piece(
                        row.id(), row.matter(), row.pos(), json.readValue(row.body(), Consequences.class)))
                .toList();
        if (!pieces.isEmpty()) {
            followers.forEach(follower -> follower.follow(jdbc, district.id(), pieces));
        }
        return rows.size();
    }
}
