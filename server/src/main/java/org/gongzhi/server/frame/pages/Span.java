package org.gongzhi.server.frame.pages;

/** A length of time in the unit the rule counts in (时长). */
public record Span(long amount, Unit unit) {
    /** What is counted. */
    public enum Unit {
        MINUTES,
        HOURS,
        WORKING_MINUTES,
        WORKING_HOURS,
        DAYS,
        WORKING_DAYS
    }
}
