package org.gongzhi.server.journal;

import java.util.List;
import org.gongzhi.server.store.Work;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Works the queue off (队列处理), some pieces in one transaction. Several may run: each piece is taken once. */
@Component
public class Follower {
    private static final int AT_ONCE = 1000;

    private final Work work;
    private final Queue queue;
    private final District district;
    private final List<FollowUp> followers;
    private final JsonMapper json;

    Follower(Work work, Queue queue, District district, List<FollowUp> followers, JsonMapper json) {
        this.work = work;
        this.queue = queue;
        this.district = district;
        this.followers = List.copyOf(followers);
        this.json = json;
    }

    /** Does all that waits. */
    @Scheduled(fixedDelayString = "${gongzhi.follow-every:500ms}")
    public void workOff() {
        int done;
        do {
            done = some();
        } while (done == AT_ONCE);
    }

    private int some() {
        return work.in(district.reach(), jdbc -> {
            List<FollowUp.Piece> pieces = queue.take(jdbc, district.id(), AT_ONCE).stream()
                    .map(row -> new FollowUp.Piece(
                            row.id(), row.matter(), row.pos(), json.readValue(row.body(), Consequences.class)))
                    .toList();
            if (!pieces.isEmpty()) {
                followers.forEach(follower -> follower.follow(jdbc, district.id(), pieces));
            }
            return pieces.size();
        });
    }
}
