package org.gongzhi.tally;

import java.util.Optional;

/** What a voter is taken to gain from a project on the ballot (满意度). */
public enum Measure {
    /** Its cost: a yuan well spent counts the same wherever it is spent (按费用). */
    COST("cost"),
    /** 1: a project is a project (按项目数). */
    CARDINALITY("cardinality"),
    /** The points given, where above 0 (按分值). */
    POINTS("points"),
    /** The number of projects named after it on the ballot: the last one named gains nothing (波达计分). */
    BORDA("borda");

    private final String word;

    Measure(String word) {
        this.word = word;
    }

    /** The word that stands for it on the command line and in files. */
    public String word() {
        return word;
    }

    /** Whether ballots of this type say what it asks for. */
    public boolean fits(VoteType type) {
        return switch (this) {
            case COST, CARDINALITY -> true;
            case POINTS -> type.hasPoints();
            case BORDA -> type == VoteType.ORDINAL;
        };
    }

    /** The measure a word stands for. */
    public static Optional<Measure> read(String word) {
        for (Measure measure : values()) {
            if (measure.word.equals(word)) {
                return Optional.of(measure);
            }
        }
        return Optional.empty();
    }
}
