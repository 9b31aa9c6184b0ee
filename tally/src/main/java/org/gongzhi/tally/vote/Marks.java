package org.gongzhi.tally.vote;

/** What all valid ballots together say of one candidate (得票). */
public record Marks(long yes, long no, long abstain) {
    public static final Marks NONE = new Marks(0, 0, 0);

    public Marks {
        if (yes < 0 || no < 0 || abstain < 0) {
            throw new IllegalArgumentException("%d yes, %d no, %d abstain".formatted(yes, no, abstain));
        }
    }

    public Marks plus(Marks other) {
        return new Marks(
                Math.addExact(yes, other.yes), Math.addExact(no, other.no), Math.addExact(abstain, other.abstain));
    }

    Marks plus(Choice choice) {
        return switch (choice) {
            case YES -> new Marks(yes + 1, no, abstain);
            case NO -> new Marks(yes, no + 1, abstain);
            case ABSTAIN -> new Marks(yes, no, abstain + 1);
        };
    }

    long all() {
        return Math.addExact(yes, Math.addExact(no, abstain));
    }
}
