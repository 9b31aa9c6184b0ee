package org.gongzhi.tally.vote;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ballots of an election added up (选举计票合计), of one place or of all.
 *
 * @param issued ballots given out
 * @param collected ballots that came back
 * @param invalid of those, the ones that count for nobody
 * @param marks by name, candidates and those written in
 */
public record SeatTotals(long issued, long collected, long invalid, Map<String, Marks> marks) {
    public static final SeatTotals NONE = new SeatTotals(0, 0, 0, Map.of());

    public SeatTotals {
        if (issued < 0 || invalid < 0 || invalid > collected) {
            throw new IllegalArgumentException(
                    "%d issued, %d collected, %d invalid".formatted(issued, collected, invalid));
        }
        marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
    }

    public long valid() {
        return collected - invalid;
    }

    public Marks of(String name) {
        return marks.getOrDefault(name, Marks.NONE);
    }

    public SeatTotals plus(SeatTotals other) {
        Map<String, Marks> sum = new LinkedHashMap<>(marks);
        other.marks.forEach((name, more) -> sum.merge(name, more, Marks::plus));
        return new SeatTotals(
                Math.addExact(issued, other.issued),
                Math.addExact(collected, other.collected),
                Math.addExact(invalid, other.invalid),
                sum);
    }

    /**
     * Adds up papers. A ballot that names more than the seats, that nobody can read, that is not one of those issued or
     * that writes a name in where none may be, is invalid as a whole. A candidate without a mark is an abstention; an
     * empty ballot is valid and abstains throughout.
     */
    public static SeatTotals count(SeatElection election, long issued, List<Paper> papers) {
        Map<String, Marks> marks = new LinkedHashMap<>();
        election.candidates().forEach(name -> marks.put(name, Marks.NONE));
        long invalid = 0;
        List<Paper> valid = new ArrayList<>();
        for (Paper paper : papers) {
            if (election.admits(paper)) {
                valid.add(paper);
            } else {
                invalid++;
            }
        }
        for (Paper paper : valid) {
            for (String name : election.candidates()) {
                Choice choice = paper.marks().getOrDefault(name, Choice.ABSTAIN);
                marks.merge(name, Marks.NONE.plus(choice), Marks::plus);
            }
            paper.marks().forEach((name, choice) -> {
                if (!election.candidates().contains(name)) {
                    marks.merge(name, Marks.NONE.plus(choice), Marks::plus);
                }
            });
        }
        return new SeatTotals(issued, papers.size(), invalid, marks);
    }
}
