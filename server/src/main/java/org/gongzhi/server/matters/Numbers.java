package org.gongzhi.server.matters;

import org.springframework.stereotype.Component;

/** Hands out matters' numbers (编号发放), a hundred from the database at a time; a stop loses some, never doubles one. */
@Component
class Numbers {
    private static final long BLOCK = 100;

    private final Matters matters;
    private long next;
    private long end;

    Numbers(Matters matters) {
        this.matters = matters;
    }

    synchronized long next() {
        if (next == end) {
            next = matters.nextNumbers();
            end = next + BLOCK;
        }
        return next++;
    }
}
