package org.gongzhi.tally.vote;

/** What a valid vote says (表决意见). */
public enum Choice {
    YES,
    NO,
    ABSTAIN
}
