package org.gongzhi.tally.vote;

/** Of what a majority is a part (表决基数). Named in every verdict, never guessed. */
public enum Base {
    /** Yes and no (赞成与反对). */
    YES_NO,
    /** Yes, no and abstentions (赞成、反对与弃权). */
    YES_NO_ABSTAIN,
    /** Valid ballots (有效票). */
    VALID,
    /** Ballots cast, invalid ones too (收回选票). */
    CAST,
    /** Those present who may vote (到会有表决权者). */
    PRESENT_ENTITLED,
    /** Those who may vote, present or not (有表决权者). */
    ENTITLED,
    /** All members, whether they may vote or not (全体成员). */
    MEMBERS
}
