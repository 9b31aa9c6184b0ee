package org.gongzhi.tally;

/** Completion by a vanishing liking for everything (全体补足). */
final class EpsilonCount {
    EpsilonCount(Count count, Measure measure, SharesRun run) {}

    void run() {}
}
