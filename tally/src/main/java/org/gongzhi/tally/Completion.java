package org.gongzhi.tally;

import org.gongzhi.exact.Fraction;

/** How money that equal shares leave over is used (余款补足). Completions follow one another. */
public sealed interface Completion {
    /**
     * Every voter's share grows by a step and all is counted again, until too much would be spent (逐步加额). The outcome
     * before that holds. The step is money, published: it is never derived from the unit in which amounts are kept.
     *
     * @param step above 0, in the money of the election
     */
    record Add1(Fraction step, Until until) implements Completion {
        public Add1 {
            if (step.signum() <= 0) {
                throw new IllegalArgumentException("step " + step);
            }
        }
    }

    /** The greedy rule with the same measure on the money that is left (顺序补足). */
    record Greedy() implements Completion {}

    /**
     * Buying goes on while all voters' money together covers a project: supporters pay all they have, the others share
     * the rest equally (全体补足). The limit of giving every voter a vanishing liking for every project.
     */
    record Epsilon() implements Completion {}

    /** All others by falling number of votes, then by the tie order, taken where they fit (按票补足). */
    record Votes() implements Completion {}

    /** When raising stops before anything is overspent (加额终止条件). */
    enum Until {
        /** Once no project at all would fit into the money left. */
        EXHAUSTIVE("add1"),
        /** Once no supported project of positive cost would fit. */
        SUPPORTED("add1-supported"),
        /** Only before overspending. */
        OVERSPENT("add1-overspent");

        private final String word;

        Until(String word) {
            this.word = word;
        }

        /** The word for the completion that stops so. */
        public String word() {
            return word;
        }
    }
}
