/** Ballots in, outcome and its explanation out, exact. */
@org.jspecify.annotations.NullMarked
module org.gongzhi.tally {
    requires transitive org.gongzhi.exact;
    requires static org.jspecify;

    exports org.gongzhi.tally;
    exports org.gongzhi.tally.report;
    exports org.gongzhi.tally.vote;
}
