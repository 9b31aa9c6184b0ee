package org.gongzhi.rulebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.tree.Faults;
import org.gongzhi.rulebook.tree.Node;
import org.gongzhi.rulebook.tree.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads the working-day calendar and the office hours (工作日历与办公时间读取). */
final class CalendarReader {
    private static final Pattern PART = Pattern.compile("([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})");
    private static final OfficeHours USUAL = new OfficeHours(List.of(
            new OfficeHours.Part(LocalTime.of(9, 0), LocalTime.of(12, 0)),
            new OfficeHours.Part(LocalTime.of(14, 0), LocalTime.of(18, 0))));

    /** When the district's offices are open, and in which zone. */
    record Office(ZoneId zone, OfficeHours hours) {}

    private CalendarReader() {}

    /** Rows {@code date,…,type,…} with a header; type {@code off} or {@code work}. */
    static WorkCalendar days(String file, String csv, Faults faults) {
        Map<LocalDate, Boolean> listed = new HashMap<>();
        List<String> rows = csv.lines().toList();
        List<String> header =
                rows.isEmpty() ? List.of() : List.of(rows.getFirst().split(",", -1));
        int date = header.indexOf("date");
        int type = header.indexOf("type");
        if (date < 0 || type < 0) {
            faults.add(
                    "R006",
                    new Place(file, 1, 1),
                    Text.of("第一行没有 date 和 type 两列", "the first line has no columns `date` and `type`"),
                    Text.of("例如  date,type,name", "for example  date,type,name"));
            return plain();
        }
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int i = 1; i < rows.size(); i++) {
            String[] cells = rows.get(i).split(",", -1);
            @Nullable LocalDate day = cells.length > Math.max(date, type) ? day(cells[date]) : null;
            boolean known = day != null && (cells[type].equals("off") || cells[type].equals("work"));
            if (day == null || !known) {
                faults.add(
                        "R006",
                        new Place(file, i + 1, 1),
                        Text.of("这一行不是日期和 off 或 work", "this line is not a date with `off` or `work`"),
                        Text.of("例如  2026-02-16,off", "for example  2026-02-16,off"));
                continue;
            }
            @Nullable Boolean before = listed.put(day, cells[type].equals("work"));
            if (before != null) {
                faults.add("R003", new Place(file, i + 1, 1), Text.of("%s 写了两次", "%s stands twice", day), Text.NONE);
            }
            first = Math.min(first, day.getYear());
            last = Math.max(last, day.getYear());
        }
        return listed.isEmpty() ? plain() : new WorkCalendar(listed, first, last);
    }

    /** Monday to Friday, with no year known. */
    static WorkCalendar plain() {
        return new WorkCalendar(Map.of(), 0, 0);
    }

    private static @Nullable LocalDate day(String cell) {
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    static Office office(Node root, Faults faults) {
        Sheet sheet = Sheet.of(root, faults);
        ZoneId zone = sheet.need("zone", "Asia/Shanghai")
                .flatMap(node -> sheet.text(node).flatMap(text -> zone(node, text, faults)))
                .orElse(usual().zone());
        List<OfficeHours.Part> parts = new ArrayList<>();
        sheet.need("office-hours", "[09:00-12:00, 14:00-18:00]").ifPresent(node -> {
            for (Node item : Sheet.items(node)) {
                sheet.text(item)
                        .flatMap(text -> part(item, text, parts, faults))
                        .ifPresent(parts::add);
            }
        });
        sheet.close();
        return new Office(zone, parts.isEmpty() ? USUAL : new OfficeHours(parts));
    }

    static Office usual() {
        return new Office(ZoneId.of("Asia/Shanghai"), USUAL);
    }

    private static Optional<ZoneId> zone(Node node, String text, Faults faults) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException unknown) {
            faults.add(
                    "R006",
                    node.place(),
                    Text.of("没有“%s”这个时区", "there is no time zone `%s`", text),
                    Text.of("例如  Asia/Shanghai", "for example  Asia/Shanghai"));
            return Optional.empty();
        }
    }

    private static Optional<OfficeHours.Part> part(
            Node node, String text, List<OfficeHours.Part> before, Faults faults) {
        Matcher matcher = PART.matcher(text);
        try {
            if (matcher.matches()) {
                LocalTime from = LocalTime.parse(matcher.group(1));
                LocalTime to = LocalTime.parse(matcher.group(2));
                boolean later =
                        before.isEmpty() || !from.isBefore(before.getLast().to());
                if (from.isBefore(to) && later) {
                    return Optional.of(new OfficeHours.Part(from, to));
                }
            }
        } catch (DateTimeException notATime) {
            // told below, as any other text that is no office hours
        }
        faults.add(
                "R006",
                node.place(),
                Text.of("“%s”不是其后的办公时段", "`%s` is no stretch of office hours after the one before it", text),
                Text.of("例如  09:00-12:00", "for example  09:00-12:00"));
        return Optional.empty();
    }
}
