package org.gongzhi.tally;

import java.util.Optional;

/** How a ballot is filled in (选票类型). Names as in the .pb format, matched exactly. */
public enum VoteType {
    /** Any number of projects, each approved or not (赞成投票). */
    APPROVAL("approval"),
    /** One project (单选). Counted as an approval of one. */
    CHOOSE_ONE("choose-1"),
    /** Projects in order, best first (排序投票). */
    ORDINAL("ordinal"),
    /** Points shared out among projects (累积投票). */
    CUMULATIVE("cumulative"),
    /** A mark for each project (评分投票). */
    SCORING("scoring");

    private final String word;

    VoteType(String word) {
        this.word = word;
    }

    /** The word that stands for it in a file. */
    public String word() {
        return word;
    }

    /** Whether the ballots carry points beside the projects. */
    public boolean hasPoints() {
        return switch (this) {
            case APPROVAL, CHOOSE_ONE, ORDINAL -> false;
            case CUMULATIVE, SCORING -> true;
        };
    }

    /** The type a file's word stands for; the case matters. */
    public static Optional<VoteType> read(String word) {
        for (VoteType type : values()) {
            if (type.word.equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
