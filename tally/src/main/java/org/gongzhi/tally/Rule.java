package org.gongzhi.tally;

import java.util.List;

/** How ballots become a choice of projects (计票规则). Definitions: domain page on participatory budgeting, section 3. */
public sealed interface Rule {
    /**
     * By falling gain per unit of cost, as far as the money goes (顺序入选).
     *
     * @param misfit what happens at a project that no longer fits
     * @param exclusive groups of project ids of which at most one is taken
     */
    record Greedy(Measure measure, Misfit misfit, List<List<String>> exclusive) implements Rule {
        public Greedy {
            exclusive = exclusive.stream().map(List::copyOf).toList();
        }

        public Greedy(Measure measure) {
            this(measure, Misfit.SKIP, List.of());
        }
    }

    /** The method of equal shares (均等份额法): every voter holds the same part of the budget and supporters pay together. */
    record EqualShares(Measure measure, List<Completion> completions) implements Rule {
        public EqualShares {
            completions = List.copyOf(completions);
        }
    }

    /** Phragmén's sequential rule (弗拉格门法): the load that the costs put on voters is kept even. */
    record Phragmen() implements Rule {}

    /** The generalised maximin support rule (最大最小支持法): as Phragmén's, with the loads laid out anew in every round. */
    record MaximinSupport() implements Rule {}

    /** What happens at a project that does not fit into the money left (超支处理). */
    enum Misfit {
        /** It is passed over and the walk goes on. */
        SKIP,
        /** The walk ends. */
        STOP
    }
}
