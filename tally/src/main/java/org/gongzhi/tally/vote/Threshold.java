package org.gongzhi.tally.vote;

import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Text;

/**
 * A line that a part of a whole must reach or pass (门槛). Its value comes from the rules in force; nothing here knows one.
 *
 * @param share of the whole; above 1 where more is asked, such as candidates for seats
 */
public record Threshold(Fraction share, Line line) {
    public Threshold {
        if (share.signum() < 0) {
            throw new IllegalArgumentException("share " + share);
        }
    }

    /** Whether the line itself suffices. Source: Civil Code art. 1259. */
    public enum Line {
        /** 以上: the line suffices. */
        AT_LEAST,
        /** 超过: the line does not suffice. */
        MORE_THAN
    }

    /** At least this share (以上). */
    public static Threshold atLeast(long part, long whole) {
        return new Threshold(Fraction.of(part, whole), Line.AT_LEAST);
    }

    /** More than this share (超过). */
    public static Threshold moreThan(long part, long whole) {
        return new Threshold(Fraction.of(part, whole), Line.MORE_THAN);
    }

    /**
     * Judges a part of a whole. Nothing of nothing reaches no line, and a part of 0 never does.
     *
     * @throws IllegalArgumentException if the units differ
     */
    public Judgement judge(Quantity part, Quantity whole) {
        if (part.unit() != whole.unit()) {
            throw new IllegalArgumentException("%s of %s".formatted(part.unit(), whole.unit()));
        }
        Fraction at = share.times(whole.amount());
        Fraction needed = at;
        if (part.unit().isWhole()) {
            needed = switch (line) {
                case AT_LEAST -> new Fraction(at.ceiling(), Fraction.ONE.denominator());
                case MORE_THAN -> new Fraction(at.floor(), Fraction.ONE.denominator()).plus(Fraction.ONE);
            };
            needed = needed.signum() == 0 ? Fraction.ONE : needed;
        }
        int order = part.amount().compareTo(at);
        boolean reached = switch (line) {
            case AT_LEAST -> order >= 0;
            case MORE_THAN -> order > 0;
        };
        boolean holds = reached && part.amount().signum() > 0 && whole.amount().signum() > 0;
        return new Judgement(holds, part, whole, this, needed);
    }

    /** The line in words. */
    public Text told() {
        return switch (line) {
            case AT_LEAST -> Text.of("%s以上（含）", "at least %s", share);
            case MORE_THAN -> Text.of("超过%s（不含）", "more than %s", share);
        };
    }
}
