package org.gongzhi.server.walk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A clock that stands until it is set (可拨的钟). Read and set as the district's offices see it. */
final class MovableClock implements InstantSource {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private volatile Instant now;

    MovableClock(String local) {
        now = read(local);
    }

    void set(String local) {
        now = read(local);
    }

    @Override
    public Instant instant() {
        return now;
    }

    static Instant read(String local) {
        return LocalDateTime.parse(local, FORM).atZone(ZONE).toInstant();
    }

    /** An instant as the tests write it, such as {@code 02-28 11:30}. */
    static String told(Instant instant) {
        return DateTimeFormatter.ofPattern("MM-dd HH:mm").format(instant.atZone(ZONE));
    }
}
