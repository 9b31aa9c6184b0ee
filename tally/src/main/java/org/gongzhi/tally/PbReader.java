package org.gongzhi.tally;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Text;

/**
 * Reads a .pb file in one pass (读取 .pb 文件): the head and the projects here, the ballots in {@link PbVotes}.
 *
 * <p>Tolerant where real files differ without changing a count, strict where a count would change. Source: the format's
 * page and the facts of its public files, domain page sections 1.1 to 1.4.
 */
final class PbReader {
    private static final List<String> TITLES = List.of("META", "PROJECTS", "VOTES");

    private final Rows rows;
    private final Notes notes;
    private final String file;
    private final Map<String, String> meta = new LinkedHashMap<>();
    private final Map<String, Integer> metaLines = new LinkedHashMap<>();
    private final List<Project> projects = new ArrayList<>();
    private final ByteIds ids = new ByteIds();
    private boolean pending;

    PbReader(InputStream in, String file) {
        rows = new Rows(in);
        notes = new Notes(file);
        this.file = file;
    }

    /** The whole file. What stands beside a ballot (the voter's id, age, sex) is checked and forgotten. */
    Reading read(DuplicateVoters duplicates) throws IOException {
        try {
            return sections(duplicates);
        } catch (Rows.LineTooLong e) {
            notes.fault(
                    "T103",
                    rows.line(),
                    0,
                    Text.of("这一行超过 %s 个字节", "this line is longer than %s bytes", Rows.LONGEST_LINE),
                    Text.of("一行是一张选票或一个项目", "a line is one ballot or one project"),
                    "");
            return new Reading.Unreadable(notes.faults());
        }
    }

    private Reading sections(DuplicateVoters duplicates) throws IOException, Rows.LineTooLong {
        if (!title(0)) {
            return new Reading.Unreadable(notes.faults());
        }
        readMeta();
        Optional<Fraction> budget = amount("budget");
        Optional<VoteType> type = type();
        if (notes.isEnough() || !title(1)) {
            return new Reading.Unreadable(notes.faults());
        }
        readProjects();
        if (notes.isEnough() || type.isEmpty() || !title(2)) {
            return new Reading.Unreadable(notes.faults());
        }
        PbVotes votes = new PbVotes(rows, notes, ids, projects, type.get(), duplicates);
        votes.read();
        if (notes.hasFaults() || budget.isEmpty()) {
            return new Reading.Unreadable(notes.faults());
        }
        return new Reading.Read(
                new Election(file, type.get(), budget.get(), meta, projects, votes.ballots()), notes.oddities());
    }

    /** The next row must be this section's title; a row read ahead is looked at again. */
    private boolean title(int section) throws IOException, Rows.LineTooLong {
        String wanted = TITLES.get(section);
        if (!pending && !nextRow()) {
            notes.fault(
                    "T104",
                    rows.line(),
                    0,
                    Text.of("文件到此结束，缺少 %s 一节", "the file ends before its section %s", wanted),
                    Text.of(
                            "文件由 META、PROJECTS、VOTES 三节依次组成",
                            "a file has the sections META, PROJECTS, VOTES in this order"),
                    "");
            return false;
        }
        pending = false;
        if (titleOf().equals(wanted)) {
            return true;
        }
        notes.fault(
                "T104",
                rows.line(),
                rows.column(0),
                Text.of("这里应是 %s 一节的标题，却是“%s”", "here the title %s is due, not “%s”", wanted, shown(rows.text(0))),
                Text.of("写上只有 %s 的一行", "add a line with only %s", wanted),
                rows.lineText());
        return false;
    }

    /** The section that the current row opens, or an empty text. */
    private String titleOf() {
        for (int i = 1; i < rows.cells(); i++) {
            if (!rows.isEmpty(i)) {
                return "";
            }
        }
        String word = rows.text(0).toUpperCase(Locale.ROOT);
        return TITLES.contains(word) ? word : "";
    }

    private boolean nextRow() throws IOException, Rows.LineTooLong {
        if (!rows.next()) {
            return false;
        }
        int bad = rows.badByte();
        if (bad >= 0) {
            mistakenEncoding(rows, notes, bad);
        }
        return true;
    }

    static void mistakenEncoding(Rows rows, Notes notes, int bad) {
        notes.fault(
                "T102",
                rows.line(),
                rows.columnAt(bad),
                Text.of(
                        "此处的字节 0x%s 不是 UTF-8",
                        "the byte 0x%s here is not UTF-8", String.format(Locale.ROOT, "%02X", rows.bytes()[bad])),
                Text.of("将文件另存为 UTF-8 编码", "save the file as UTF-8"),
                rows.lineText());
    }

    private void readMeta() throws IOException, Rows.LineTooLong {
        boolean header = true;
        while (nextRow()) {
            if (!titleOf().isEmpty()) {
                pending = true;
                return;
            }
            String key = rows.text(0).toLowerCase(Locale.ROOT);
            if (header) {
                header = false;
                if (key.equals("key")) {
                    continue;
                }
            }
            String value = rows.text(1);
            for (int i = 2; i < rows.cells(); i++) {
                if (!rows.isEmpty(i)) {
                    odd(
                            "T201",
                            i,
                            "键“%s”的值后面还有内容，只取第一个值",
                            "the key “%s” has more than one value; the first is used",
                            key);
                    break;
                }
            }
            repeatedKey(key, value);
            meta.put(key, value);
            metaLines.put(key, rows.line());
            if (notes.isEnough()) {
                return;
            }
        }
    }

    private void repeatedKey(String key, String value) {
        String before = meta.get(key);
        if (before == null || before.equals(value)) {
            return;
        }
        if (key.equals("budget") || key.equals("vote_type")) {
            fault("T106", 0, "键“%s”出现两次且值不同", "the key “%s” stands here twice with different values", key);
        } else {
            odd("T202", 0, "键“%s”出现两次，取后一个值", "the key “%s” stands here twice; the later value is used", key);
        }
    }

    private Optional<Fraction> amount(String key) {
        String text = meta.getOrDefault(key, "");
        int line = metaLines.getOrDefault(key, 0);
        if (text.isEmpty()) {
            notes.fault(
                    "T106",
                    line,
                    0,
                    Text.of("META 一节没有 %s", "the section META has no %s", key),
                    Text.of("例如：%s;100000", "for example: %s;100000", key),
                    "");
            return Optional.empty();
        }
        Optional<Fraction> amount = Amounts.read(text);
        if (amount.isEmpty() || amount.get().signum() < 0) {
            notes.fault(
                    "T107",
                    line,
                    key.length() + 2,
                    Text.of("“%s”不是金额", "“%s” is not an amount of money", shown(text)),
                    Text.of("写成不带千位分隔的十进制数，如 12345.67", "write a plain decimal such as 12345.67"),
                    key + ";" + text);
            return Optional.empty();
        }
        return amount;
    }

    private Optional<VoteType> type() {
        String word = meta.getOrDefault("vote_type", "");
        Optional<VoteType> type = VoteType.read(word);
        if (type.isEmpty()) {
            notes.fault(
                    "T106",
                    metaLines.getOrDefault("vote_type", 0),
                    word.isEmpty() ? 0 : "vote_type;".length() + 1,
                    word.isEmpty()
                            ? Text.of("META 一节没有 vote_type", "the section META has no vote_type")
                            : Text.of("没有“%s”这种选票类型", "there is no vote_type “%s”", shown(word)),
                    Text.of(
                            "可用：approval、choose-1、ordinal、cumulative、scoring",
                            "one of approval, choose-1, ordinal, cumulative, scoring"),
                    word.isEmpty() ? "" : "vote_type;" + word);
        }
        return type;
    }

    private void readProjects() throws IOException, Rows.LineTooLong {
        if (!nextRow()) {
            return;
        }
        if (!titleOf().isEmpty()) {
            pending = true;
            return;
        }
        List<String> columns = header(rows, notes, List.of("project_id", "cost"));
        int idColumn = columns.indexOf("project_id");
        int costColumn = columns.indexOf("cost");
        while (!notes.isEnough() && nextRow()) {
            if (!titleOf().isEmpty()) {
                pending = true;
                return;
            }
            if (idColumn >= 0 && costColumn >= 0) {
                readProject(columns, idColumn, costColumn);
            }
        }
    }

    private void readProject(List<String> columns, int idColumn, int costColumn) {
        checkShape(rows, notes, columns.size(), Set.of(idColumn, costColumn));
        String id = rows.text(idColumn);
        if (id.isEmpty()) {
            fault("T108", idColumn, "项目没有编号", "the project has no project_id");
            return;
        }
        if (ids.add(id) < 0) {
            fault("T108", idColumn, "项目编号“%s”已用过", "the project_id “%s” is already taken", shown(id));
            return;
        }
        String text = rows.text(costColumn);
        Optional<Fraction> cost = Amounts.read(text);
        if (cost.isEmpty() || cost.get().signum() < 0) {
            notes.fault(
                    "T107",
                    rows.line(),
                    rows.column(costColumn),
                    text.isEmpty()
                            ? Text.of("项目“%s”没有费用", "the project “%s” has no cost", shown(id))
                            : Text.of("“%s”不是费用", "“%s” is not a cost", shown(text)),
                    Text.of("写成不带千位分隔的十进制数，如 12345.67", "write a plain decimal such as 12345.67"),
                    rows.lineText());
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String cell = rows.text(i);
            if (i != idColumn && i != costColumn && !cell.isEmpty() && !cell.equalsIgnoreCase("none")) {
                cells.put(columns.get(i).equals("target") ? "beneficiaries" : columns.get(i), cell);
            }
        }
        projects.add(new Project(id, cost.filter(known -> known.signum() >= 0).orElse(Fraction.ZERO), cells));
    }

    /** The names of a section's columns; those that are needed must be there, once. */
    static List<String> header(Rows rows, Notes notes, List<String> needed) {
        List<String> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.cells(); i++) {
            String column = rows.text(i).toLowerCase(Locale.ROOT);
            if (!column.isEmpty() && !seen.add(column)) {
                Text what = Text.of("“%s”一列出现两次", "the column “%s” stands here twice", column);
                if (needed.contains(column)) {
                    notes.fault("T105", rows.line(), rows.column(i), what, Text.NONE, rows.lineText());
                } else {
                    notes.oddity("T203", rows.line(), rows.column(i), what, Text.NONE, rows.lineText());
                }
            }
            columns.add(column);
        }
        for (String column : needed) {
            if (!seen.contains(column)) {
                notes.fault(
                        "T105",
                        rows.line(),
                        0,
                        Text.of("表头缺少“%s”一列", "the header has no column “%s”", column),
                        Text.of("例如：%s", "for example: %s", String.join(";", needed)),
                        rows.lineText());
            }
        }
        return columns;
    }

    /** Cells beyond the header and quotes that are never closed: a fault where a count would change. */
    static void checkShape(Rows rows, Notes notes, int columns, Set<Integer> needed) {
        for (int i = columns; i < rows.cells(); i++) {
            if (!rows.isEmpty(i)) {
                notes.fault(
                        "T112",
                        rows.line(),
                        rows.column(i),
                        Text.of("此行比表头多出内容“%s”", "this row has more cells than the header: “%s”", shown(rows.text(i))),
                        Text.of(
                                "含 ; 的内容要加引号；选票内的编号用 , 分隔",
                                "quote a cell that holds ; and part the ids of a ballot with ,"),
                        rows.lineText());
                break;
            }
        }
        int open = rows.unclosed();
        if (open >= 0) {
            Text what = Text.of("这里的引号没有在本行结束", "the quote opened here is not closed on this line");
            Text mend = Text.of("引号内的引号要写两次，内容不可换行", "double a quote within quotes; a cell has no line breaks");
            if (needed.stream().anyMatch(column -> column >= open)) {
                notes.fault("T113", rows.line(), rows.column(open), what, mend, rows.lineText());
            } else {
                notes.oddity("T204", rows.line(), rows.column(open), what, mend, rows.lineText());
            }
        }
    }

    /** A value quoted back to its writer, cut where it is long. */
    static String shown(String text) {
        return text.length() <= 60
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.min(57, text.codePointCount(0, text.length()))))
                        + "…";
    }

    private void fault(String code, int cell, String zh, String en, Object... arguments) {
        notes.fault(code, rows.line(), rows.column(cell), Text.of(zh, en, arguments), Text.NONE, rows.lineText());
    }

    private void odd(String code, int cell, String zh, String en, Object... arguments) {
        notes.oddity(code, rows.line(), rows.column(cell), Text.of(zh, en, arguments), Text.NONE, rows.lineText());
    }
}
