package org.gongzhi.tally.vote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Text;

/**
 * An election to seats by marks on paper (选举): by majority, or by plurality with a floor, as its line says.
 *
 * @param candidates in the order of the ballot paper
 */
public record SeatElection(int seats, List<String> candidates, WriteIns writeIns, Rules rules) {
    public SeatElection {
        candidates = List.copyOf(candidates);
        if (seats < 1 || Set.copyOf(candidates).size() != candidates.size()) {
            throw new IllegalArgumentException("%d seats, candidates %s".formatted(seats, candidates));
        }
    }

    /** Whether a voter may write in another name (另选他人). */
    public enum WriteIns {
        ALLOWED,
        REFUSED
    }

    /**
     * What the rules in force ask (选举规则). All of it comes from the rulebook.
     *
     * @param difference candidates over seats (差额)
     * @param turnout those who took part over those entitled
     * @param line yes votes over the base; a majority, or the floor under a plurality
     * @param base of what the yes votes are a part
     */
    public record Rules(Threshold difference, Threshold turnout, Threshold line, Base base) {}

    /** Whether there are enough candidates for the seats. */
    public Judgement difference() {
        return rules.difference().judge(Quantity.heads(candidates.size()), Quantity.heads(seats));
    }

    boolean admits(Paper paper) {
        return switch (paper.state()) {
            case UNREADABLE, FOREIGN -> false;
            case READABLE ->
                paper.named() <= seats
                        && (writeIns == WriteIns.ALLOWED
                                || candidates.containsAll(paper.marks().keySet()));
        };
    }

    /**
     * What the ballots came to.
     *
     * @param members all members, whether they may vote or not
     * @param entitled those on the roll as it was closed
     * @param present of them, those present or represented; where nobody gathers, those who were given a ballot
     */
    public SeatResult result(SeatTotals totals, long members, long entitled, long present) {
        List<Text> reasons = new ArrayList<>();
        if (totals.collected() > totals.issued()) {
            reasons.add(Text.of(
                    "收回 %s 票，多于发出的 %s 票，选举无效",
                    "%s ballots came back and only %s were given out: the election is void",
                    totals.collected(),
                    totals.issued()));
        }
        Judgement turnout = rules.turnout().judge(Quantity.heads(totals.collected()), Quantity.heads(entitled));
        if (!turnout.holds()) {
            reasons.add(Text.of("参加投票人数不足：%s", "too few took part: %s", turnout.told()));
        }
        if (!reasons.isEmpty()) {
            return new SeatResult.Failed(reasons, turnout, totals);
        }
        List<SeatResult.Standing> standings = standings(totals, members, entitled, present);
        List<SeatResult.Standing> reached =
                standings.stream().filter(standing -> standing.line().holds()).toList();
        List<String> elected = names(reached);
        List<String> tied = List.of();
        if (reached.size() > seats) {
            long cut = reached.get(seats - 1).marks().yes();
            elected = names(reached.stream()
                    .filter(standing -> standing.marks().yes() >= cut)
                    .toList());
            if (elected.size() > seats) {
                elected = names(reached.stream()
                        .filter(standing -> standing.marks().yes() > cut)
                        .toList());
                tied = names(reached.stream()
                        .filter(standing -> standing.marks().yes() == cut)
                        .toList());
            }
        }
        int open = seats - elected.size();
        return new SeatResult.Held(
                standings, elected, tied, open, runOff(standings, elected, tied, open), turnout, totals);
    }

    private List<SeatResult.Standing> standings(SeatTotals totals, long members, long entitled, long present) {
        List<SeatResult.Standing> standings = new ArrayList<>();
        List<String> names = new ArrayList<>(totals.marks().keySet());
        candidates.stream().filter(name -> !names.contains(name)).forEach(names::add);
        names.sort(Comparator.comparingLong((String name) -> -totals.of(name).yes()));
        long rank = 0;
        for (int i = 0; i < names.size(); i++) {
            Marks marks = totals.of(names.get(i));
            if (i == 0 || marks.yes() < totals.of(names.get(i - 1)).yes()) {
                rank = i + 1L;
            }
            Quantity base = Quantity.heads(
                    switch (rules.base()) {
                        case YES_NO -> marks.yes() + marks.no();
                        case YES_NO_ABSTAIN -> marks.all();
                        case VALID -> totals.valid();
                        case CAST -> totals.collected();
                        case PRESENT_ENTITLED -> present;
                        case ENTITLED -> entitled;
                        case MEMBERS -> members;
                    });
            Judgement line = rules.line().judge(Quantity.heads(marks.yes()), base);
            standings.add(new SeatResult.Standing(names.get(i), rank, marks, line));
        }
        return standings;
    }

    /**
     * Who stands for the open seats: those tied at the cut, or else the highest of those not elected, as many as the
     * difference asks and all who are level with the last of them.
     */
    private List<String> runOff(
            List<SeatResult.Standing> standings, List<String> elected, List<String> tied, int open) {
        if (open == 0 || !tied.isEmpty()) {
            return tied;
        }
        List<SeatResult.Standing> others = standings.stream()
                .filter(standing -> !elected.contains(standing.name()))
                .toList();
        Fraction needed = rules.difference()
                .judge(Quantity.heads(others.size()), Quantity.heads(open))
                .needed();
        int wanted = Math.min(others.size(), needed.numerator().intValueExact());
        if (wanted == 0) {
            return List.of();
        }
        long last = others.get(wanted - 1).marks().yes();
        return names(others.stream()
                .filter(standing -> standing.marks().yes() >= last)
                .toList());
    }

    private static List<String> names(List<SeatResult.Standing> standings) {
        return standings.stream().map(SeatResult.Standing::name).toList();
    }
}
