package org.gongzhi.server.store;

/**
 * The stretch of territory that a transaction may see and change (范围), within one district.
 *
 * @param district six digits of the division code
 * @param lo first position, inclusive
 * @param hi last position, exclusive
 */
public record Reach(int district, long lo, long hi) {
    public Reach {
        if (district <= 0 || lo >= hi) {
            throw new IllegalArgumentException("district %d, positions %d to %d".formatted(district, lo, hi));
        }
    }

    /** The whole of a district: its code, followed by six digits of unit and four of grid. */
    public static Reach wholeOf(int district) {
        return new Reach(district, district * 10_000_000_000L, (district + 1) * 10_000_000_000L);
    }

    /** How many positions it has. */
    public long width() {
        return hi - lo;
    }

    /** Whether a position lies within. */
    public boolean holds(long position) {
        return lo <= position && position < hi;
    }
}
