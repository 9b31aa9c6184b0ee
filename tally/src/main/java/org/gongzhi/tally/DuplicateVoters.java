package org.gongzhi.tally;

/** What a voter id that comes twice means (重复投票人). */
public enum DuplicateVoters {
    /** Someone voted twice or the file is broken: it cannot be counted. */
    REFUSE,
    /** The ids are not to be relied on; every ballot counts. */
    KEEP
}
