package org.gongzhi.tally.vote;

import java.util.List;
import org.gongzhi.exact.Text;

/** What an election to seats came to (选举结果). */
public sealed interface SeatResult {
    /** Whether enough took part. */
    Judgement turnout();

    /** The numbers on which it rests. */
    SeatTotals totals();

    /** The election does not count (选举无效). */
    record Failed(List<Text> reasons, Judgement turnout, SeatTotals totals) implements SeatResult {
        public Failed {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The election counts (选举有效).
     *
     * @param standings all names by falling yes votes
     * @param elected in the order of their votes
     * @param tied those level at the cut, of whom not all find a seat; none of them is elected
     * @param open seats still to be filled
     * @param runOff who stands for them
     */
    record Held(
            List<Standing> standings,
            List<String> elected,
            List<String> tied,
            int open,
            List<String> runOff,
            Judgement turnout,
            SeatTotals totals)
            implements SeatResult {
        public Held {
            standings = List.copyOf(standings);
            elected = List.copyOf(elected);
            tied = List.copyOf(tied);
            runOff = List.copyOf(runOff);
        }
    }

    /**
     * One name's votes (得票排名).
     *
     * @param rank from 1; equals share it
     * @param line whether the votes suffice, and how many are missing
     */
    record Standing(String name, long rank, Marks marks, Judgement line) {}
}
