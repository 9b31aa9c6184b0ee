package org.gongzhi.server.matters;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.server.files.Picture;
import org.gongzhi.server.journal.Clock;
import org.springframework.stereotype.Component;

/** Pictures of forms that came back (待提交图片), held for an hour so that nobody has to choose them again. In memory only. */
@Component
class Drafts {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final long MOST_BYTES = 64L << 20;

    private record Held(Draft draft, Instant until) {}

    /**
     * A picture that waits for its form.
     *
     * @param token by which the form finds it again; nobody can guess it
     */
    record Draft(String token, String name, Picture picture) {}

    private final Clock clock;
    private final Map<String, Held> held = new LinkedHashMap<>();
    private long bytes;

    Drafts(Clock clock) {
        this.clock = clock;
    }

    synchronized Draft keep(Picture picture, String name) {
        Instant now = clock.instant();
        Draft draft = new Draft(UUID.randomUUID().toString(), name, picture);
        held.put(draft.token(), new Held(draft, now.plus(KEPT)));
        bytes += picture.jpeg().length;
        var oldest = held.values().iterator();
        while (oldest.hasNext()) {
            Held first = oldest.next();
            if (bytes <= MOST_BYTES && first.until().isAfter(now)) {
                break;
            }
            bytes -= first.draft().picture().jpeg().length;
            oldest.remove();
        }
        return draft;
    }

    synchronized Optional<Draft> find(String token) {
        return Optional.ofNullable(held.get(token))
                .filter(one -> one.until().isAfter(clock.instant()))
                .map(Held::draft);
    }
}
