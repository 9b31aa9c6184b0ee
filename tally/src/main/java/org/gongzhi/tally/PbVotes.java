package org.gongzhi.tally;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Text;

/** Reads the section VOTES of a .pb file (读取选票). The one loop that has to be quick. */
final class PbVotes {
    /** All points of a file together stay below this, so that every sum of them is exact in 64 bits. */
    private static final long MOST_POINTS = 1L << 60;

    private static final int MOST_DECIMALS = 6;

    private final Rows rows;
    private final Notes notes;
    private final ByteIds ids;
    private final List<Project> projects;
    private final DuplicateVoters duplicates;
    private final Ballots.Box box;
    private final ByteIds voterIds = new ByteIds();
    private final boolean hasPoints;
    private long[] parsed = new long[16];
    private long pointsSoFar;
    private int idColumn;
    private int voteColumn;
    private int pointsColumn;
    private List<String> columns = List.of();

    PbVotes(Rows rows, Notes notes, ByteIds ids, List<Project> projects, VoteType type, DuplicateVoters duplicates) {
        this.rows = rows;
        this.notes = notes;
        this.ids = ids;
        this.projects = projects;
        this.duplicates = duplicates;
        hasPoints = type.hasPoints();
        box = new Ballots.Box(hasPoints);
    }

    Ballots ballots() {
        return box.ballots();
    }

    void read() throws IOException, Rows.LineTooLong {
        if (!rows.next()) {
            return;
        }
        List<String> needed = hasPoints ? List.of("voter_id", "vote", "points") : List.of("voter_id", "vote");
        columns = PbReader.header(rows, notes, needed);
        idColumn = columns.indexOf("voter_id");
        voteColumn = columns.indexOf("vote");
        pointsColumn = hasPoints ? columns.indexOf("points") : -1;
        if (idColumn < 0 || voteColumn < 0 || (hasPoints && pointsColumn < 0)) {
            return;
        }
        Set<Integer> counted = hasPoints ? Set.of(idColumn, voteColumn, pointsColumn) : Set.of(idColumn, voteColumn);
        while (!notes.isEnough() && rows.next()) {
            if (rows.cells() > columns.size() || rows.unclosed() >= 0) {
                PbReader.checkShape(rows, notes, columns.size(), counted);
            }
            int bad = rows.badByte();
            if (bad >= 0) {
                PbReader.mistakenEncoding(rows, notes, bad);
                continue;
            }
            voter();
            ballot();
        }
    }

    private void voter() {
        if (rows.isEmpty(idColumn)) {
            fault("T111", rows.column(idColumn), Text.of("选票没有 voter_id", "the ballot has no voter_id"));
        } else if (voterIds.add(rows.bytes(), rows.start(idColumn), rows.stop(idColumn)) < 0) {
            Text what = Text.of(
                    "voter_id“%s”已投过票", "the voter_id “%s” has voted already", PbReader.shown(rows.text(idColumn)));
            if (duplicates == DuplicateVoters.REFUSE) {
                notes.fault(
                        "T111",
                        rows.line(),
                        rows.column(idColumn),
                        what,
                        Text.of(
                                "更正编号，或用 --keep-duplicates 全部计入",
                                "mend the id, or count all of them with --keep-duplicates"),
                        rows.lineText());
            } else {
                notes.oddity("T205", rows.line(), rows.column(idColumn), what, Text.NONE, rows.lineText());
            }
        }
    }

    private void ballot() {
        int count = hasPoints ? parsePoints() : 0;
        int names = 0;
        if (!rows.isEmpty(voteColumn)) {
            byte[] bytes = rows.bytes();
            int from = rows.start(voteColumn);
            int to = rows.stop(voteColumn);
            if (rows.isDoubled(voteColumn)) {
                bytes = rows.text(voteColumn).getBytes(StandardCharsets.UTF_8);
                from = 0;
                to = bytes.length;
            }
            names = names(bytes, from, to, count);
        }
        if (hasPoints && count >= 0 && names >= 0 && names != count) {
            fault(
                    "T110",
                    rows.column(pointsColumn),
                    Text.of(
                            "选票列出 %s 个项目，却有 %s 个分值",
                            "the ballot names %s projects and gives points %s times", names, count));
        }
        box.close(rows.line());
    }

    /** The projects named between two bytes. Returns how many, or -1 if a fault was told. */
    private int names(byte[] bytes, int from, int to, int count) {
        int names = 0;
        int at = from;
        boolean wrong = false;
        while (at <= to) {
            int begin = at;
            while (at < to && bytes[at] != ',') {
                at++;
            }
            int id = ids.find(bytes, begin, at);
            if (id < 0) {
                id = trimmed(bytes, begin, at);
            }
            if (id < 0) {
                String name = new String(bytes, begin, at - begin, StandardCharsets.UTF_8).strip();
                unknown(name, column(begin));
                wrong = true;
                if (notes.isEnough()) {
                    return -1;
                }
            } else if (!box.name(id, names < count ? parsed[names] : 0)) {
                twice(id, column(begin));
            }
            names++;
            at++;
        }
        return wrong ? -1 : names;
    }

    /** The column of a byte of the vote; of the whole cell where that had to be rewritten. */
    private int column(int at) {
        return rows.isDoubled(voteColumn) ? rows.column(voteColumn) : rows.columnAt(at);
    }

    private int trimmed(byte[] bytes, int begin, int end) {
        byte[] id = new String(bytes, begin, end - begin, StandardCharsets.UTF_8)
                .strip()
                .getBytes(StandardCharsets.UTF_8);
        return ids.find(id, 0, id.length);
    }

    private void unknown(String name, int column) {
        Text what = name.isEmpty()
                ? Text.of("选票中有一个空的项目编号", "the ballot names an empty project_id")
                : Text.of(
                        "选票中的项目“%s”不在 PROJECTS 一节",
                        "the ballot names “%s”, which is not among the projects", PbReader.shown(name));
        fault("T109", column, what);
    }

    private void twice(int id, int column) {
        notes.oddity(
                "T206",
                rows.line(),
                column,
                Text.of(
                        "同一选票两次列出项目“%s”，只计一次",
                        "the ballot names “%s” twice; it counts once",
                        projects.get(id).id()),
                Text.NONE,
                rows.lineText());
    }

    /** The points of the row into {@link #parsed}. Returns how many, or -1 if a fault was told. */
    private int parsePoints() {
        if (rows.isEmpty(pointsColumn)) {
            return 0;
        }
        byte[] bytes = rows.bytes();
        int to = rows.stop(pointsColumn);
        int at = rows.start(pointsColumn);
        int count = 0;
        while (at <= to) {
            int begin = at;
            while (at < to && bytes[at] != ',') {
                at++;
            }
            if (count == parsed.length) {
                parsed = Arrays.copyOf(parsed, count * 2);
            }
            if (!parsePoint(bytes, begin, at, count)) {
                return -1;
            }
            count++;
            at++;
        }
        return count;
    }

    private boolean parsePoint(byte[] bytes, int begin, int end, int place) {
        long value = 0;
        boolean plain = end > begin && end - begin <= 9;
        for (int i = begin; plain && i < end; i++) {
            int digit = bytes[i] - '0';
            plain = digit >= 0 && digit <= 9;
            value = value * 10 + digit;
        }
        if (plain) {
            parsed[place] = value * Ballots.Box.power(box.pointScale());
        } else if (!oddPoint(new String(bytes, begin, end - begin, StandardCharsets.UTF_8), begin, place)) {
            return false;
        }
        pointsSoFar += Math.abs(parsed[place]);
        if (pointsSoFar > MOST_POINTS || pointsSoFar < 0) {
            fault(
                    "T114",
                    rows.columnAt(begin),
                    Text.of("全部分值之和过大，无法精确计算", "all points together are too large to be counted exactly"));
            return false;
        }
        return true;
    }

    /** A sign, decimals, blanks: read with care. */
    private boolean oddPoint(String text, int begin, int place) {
        Optional<Fraction> points = Amounts.read(text.strip());
        if (points.isEmpty()) {
            fault(
                    "T110",
                    rows.columnAt(begin),
                    Text.of("“%s”不是分值", "“%s” is not a number of points", PbReader.shown(text)));
            return false;
        }
        Fraction given = points.get();
        int decimals = box.pointScale();
        while (decimals <= MOST_DECIMALS && !scaled(given, decimals).isWhole()) {
            decimals++;
        }
        if (decimals > MOST_DECIMALS
                || scaled(given, decimals).numerator().abs().bitLength() > 60) {
            fault(
                    "T114",
                    rows.columnAt(begin),
                    Text.of(
                            "分值“%s”过大或小数过长",
                            "the points “%s” are too large or have too many decimals", PbReader.shown(text)));
            return false;
        }
        if (decimals > box.pointScale()) {
            long factor = Ballots.Box.power(decimals - box.pointScale());
            if (pointsSoFar > MOST_POINTS / factor) {
                fault(
                        "T114",
                        rows.columnAt(begin),
                        Text.of("全部分值之和过大，无法精确计算", "all points together are too large to be counted exactly"));
                return false;
            }
            for (int i = 0; i < place; i++) {
                parsed[i] *= factor;
            }
            pointsSoFar *= factor;
            box.scaleTo(decimals);
        }
        parsed[place] = scaled(given, decimals).numerator().longValueExact();
        return true;
    }

    private static Fraction scaled(Fraction points, int decimals) {
        return points.times(Fraction.of(Ballots.Box.power(decimals)));
    }

    private void fault(String code, int column, Text what) {
        notes.fault(code, rows.line(), column, what, Text.NONE, rows.lineText());
    }
}
