package org.gongzhi.tally.vote;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;

/**
 * A sheet on which one place counted its papers, entered twice by two persons (计票单).
 *
 * @param place the polling place or batch
 */
public record CountSheet(String place, Entry first, Entry second) {
    /**
     * A sheet as one person typed it in (录入).
     *
     * @param by who, as the record of the count knows them
     */
    public record Entry(String by, SeatTotals totals) {}

    /** What came of all sheets (核对结果). */
    public sealed interface Reconciliation {
        /** Every sheet agrees with itself; these are the sums. */
        record Agreed(SeatTotals totals) implements Reconciliation {}

        /** What has to be looked up on paper before anything is announced. */
        record Differing(List<Fault> differences) implements Reconciliation {
            public Differing {
                differences = List.copyOf(differences);
            }
        }
    }

    /** Compares the two entries of each sheet, checks each against itself, and adds up. */
    public static Reconciliation reconcile(SeatElection election, List<CountSheet> sheets) {
        List<Fault> differences = new ArrayList<>();
        Set<String> places = new LinkedHashSet<>();
        SeatTotals totals = SeatTotals.NONE;
        for (CountSheet sheet : sheets) {
            if (!places.add(sheet.place)) {
                differences.add(sheet.fault("T501", "这一地点的计票单出现两次", "this place has handed in two sheets"));
            }
            differences.addAll(sheet.differences());
            differences.addAll(sheet.contradictions(election));
            totals = totals.plus(sheet.first.totals());
        }
        return differences.isEmpty() ? new Reconciliation.Agreed(totals) : new Reconciliation.Differing(differences);
    }

    /** Where the two entries differ. */
    public List<Fault> differences() {
        List<Fault> found = new ArrayList<>();
        if (first.by.equals(second.by)) {
            found.add(fault("T502", "两次录入是同一人 %s", "both entries were typed by the same person, %s", first.by));
        }
        SeatTotals one = first.totals;
        SeatTotals other = second.totals;
        compare(found, new Text("发出", "issued"), one.issued(), other.issued());
        compare(found, new Text("收回", "collected"), one.collected(), other.collected());
        compare(found, new Text("无效", "invalid"), one.invalid(), other.invalid());
        Set<String> names = new LinkedHashSet<>(one.marks().keySet());
        names.addAll(other.marks().keySet());
        for (String name : names) {
            compare(
                    found,
                    Text.of("%s 赞成", "yes for %s", name),
                    one.of(name).yes(),
                    other.of(name).yes());
            compare(
                    found,
                    Text.of("%s 反对", "no for %s", name),
                    one.of(name).no(),
                    other.of(name).no());
            compare(
                    found,
                    Text.of("%s 弃权", "abstentions on %s", name),
                    one.of(name).abstain(),
                    other.of(name).abstain());
        }
        return found;
    }

    private void compare(List<Fault> found, Text what, long one, long other) {
        if (one != other) {
            found.add(fault(
                    "T503",
                    "“%s”两次录入不同：%s 录入 %s，%s 录入 %s",
                    "“%s” was entered differently: %s typed %s, %s typed %s",
                    what,
                    first.by,
                    one,
                    second.by,
                    other));
        }
    }

    /** Where the sheet contradicts itself. */
    private List<Fault> contradictions(SeatElection election) {
        List<Fault> found = new ArrayList<>();
        SeatTotals totals = first.totals;
        // The whole election is judged so in SeatElection.result; a surplus here must not hide behind a gap elsewhere.
        if (totals.collected() > totals.issued()) {
            found.add(fault(
                    "T506",
                    "此批收回 %s 票，多于发出的 %s 票",
                    "%s ballots of this batch came back and only %s were given out",
                    totals.collected(),
                    totals.issued()));
        }
        for (String name : election.candidates()) {
            long all = totals.of(name).all();
            if (all != totals.valid()) {
                found.add(fault(
                        "T504",
                        "%s 的赞成、反对、弃权之和为 %s，有效票为 %s",
                        "yes, no and abstentions on %s add up to %s, and there are %s valid ballots",
                        name,
                        all,
                        totals.valid()));
            }
        }
        long yes = totals.marks().values().stream().mapToLong(Marks::yes).sum();
        if (yes > Math.multiplyExact(totals.valid(), (long) election.seats())) {
            found.add(fault(
                    "T505",
                    "赞成共 %s，%s 张有效票各投 %s 席不能有这么多",
                    "%s yes votes in all are more than %s valid ballots for %s seats can hold",
                    yes,
                    totals.valid(),
                    election.seats()));
        }
        return found;
    }

    private Fault fault(String code, String zh, String en, Object... arguments) {
        return Fault.of(
                code,
                Place.of(place),
                Text.of(zh, en, arguments),
                new Text("对照纸质计票单更正", "mend it by the paper sheet"),
                "");
    }
}
