package org.gongzhi.rulebook.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Bodies;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * An institution as a drawing (制度图): its steps in the lanes of those who act, from left to right, with periods, timers and
 * escalations. Every arrow runs in a track of its own, so that none hides another and each label stands on its arrow.
 */
public final class Drawing {
    private static final int LANE_HEAD = 132;
    private static final int NODE_WIDTH = 148;
    private static final int NODE_HEIGHT = 62;
    private static final int TRACK = 14;
    private static final int PORT = 17;
    private static final int TOP = 54;

    private final Institution institution;
    private final Rulebook book;
    private final Language language;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Map<String, Box> boxes = new HashMap<>();
    private final List<Ways.Way> ways;
    private int[] gap = {};
    private final StringBuilder out = new StringBuilder();

    /** The lane of one who acts. */
    private static final class Lane {
        private final Text title;
        private final List<Institution.Step> steps = new ArrayList<>();
        private int top;
        private int height;

        Lane(Text title) {
            this.title = title;
        }
    }

    /** Where a step is drawn; the ports say how many arrows leave and arrive already. */
    private static final class Box {
        private final int x;
        private final int y;
        private final int height;
        private int leaves;
        private int arrives;

        Box(int x, int y, int height) {
            this.x = x;
            this.y = y;
            this.height = height;
        }

        int portOut(int of) {
            leaves++;
            return y + height * leaves / (of + 1);
        }

        int portIn(int of) {
            arrives++;
            return y + height * arrives / (of + 1);
        }
    }

    private Drawing(Institution institution, Rulebook book, Language language) {
        this.institution = institution;
        this.book = book;
        this.language = language;
        this.ways = Ways.of(institution);
    }

    /** The drawing as one SVG that needs nothing else. */
    public static String svg(Institution institution, Rulebook book, Language language) {
        return new Drawing(institution, book, language).draw();
    }

    private String draw() {
        placeColumns();
        institution.steps().forEach(step -> laneOf(step).steps.add(step));
        int across =
                1 + columns.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int[] channel = channels(across);
        int[] x = new int[across + 1];
        gap = new int[across];
        x[0] = LANE_HEAD + 24;
        for (int column = 0; column < across; column++) {
            gap[column] = gap(column);
            x[column + 1] = x[column] + NODE_WIDTH + gap[column] + 26 + channel[column + 1] * TRACK;
        }
        int bottom = placeLanes(x);
        int back = (int) ways.stream().filter(this::runsBack).count();
        int width = x[across] + 16;
        int height = bottom + 26 + back * TRACK;
        head(width, height);
        lanes.values().forEach(lane -> lane(lane, width));
        arrows(x, bottom);
        institution.steps().forEach(this::box);
        foot(height);
        return out.append("</svg>\n").toString();
    }

    /** Room for the longest label between two columns. */
    private int gap(int column) {
        return ways.stream()
                .filter(way -> columns.getOrDefault(way.from(), 0) == column)
                .mapToInt(way -> width(way.label().in(language), 11) + 16)
                .max()
                .orElse(0);
    }

    /** Breadth first from the opening; every end stands one further than where it is reached from. */
    private void placeColumns() {
        List<String> open = new ArrayList<>(List.of(institution.begins().name()));
        columns.put(institution.begins().name(), 0);
        for (int i = 0; i < open.size(); i++) {
            String from = open.get(i);
            for (Ways.Way way : ways) {
                if (way.from().equals(from) && !columns.containsKey(way.to())) {
                    columns.put(way.to(), columns.getOrDefault(from, 0) + 1);
                    open.add(way.to());
                }
            }
        }
        institution.steps().forEach(step -> columns.putIfAbsent(step.name(), 0));
    }

    private Lane laneOf(Institution.Step step) {
        Institution.@Nullable Ref who = step.who();
        String key = who == null ? "" : who.name();
        return lanes.computeIfAbsent(key, name -> new Lane(laneTitle(name)));
    }

    private Text laneTitle(String role) {
        if (role.isEmpty()) {
            return Text.of("结果", "Ends");
        }
        if (role.equals(Institution.OPENER)) {
            return Text.of("提出人", "Whoever opened it");
        }
        return institution
                .findRole(role)
                .map(one -> {
                    Text title = one.title();
                    Bodies.@Nullable Seat seat = one.seat();
                    Text body = seat == null
                            ? Text.of("（指定）", "(assigned)")
                            : book.bodies().title(seat);
                    return new Text(title.zh() + "\n" + body.zh(), title.en() + "\n" + body.en());
                })
                .orElse(Text.same(role));
    }

    /** How many arrows run down between two columns: each has its own track there. */
    private int[] channels(int across) {
        int[] channel = new int[across + 1];
        for (Ways.Way way : ways) {
            channel[columns.getOrDefault(way.from(), 0) + 1]++;
        }
        return channel;
    }

    private int placeLanes(int[] x) {
        int top = TOP;
        @Nullable Lane ends = lanes.remove("");
        if (ends != null) {
            lanes.put("", ends);
        }
        for (Lane lane : lanes.values()) {
            Map<Integer, Integer> filled = new HashMap<>();
            lane.steps.sort(Comparator.comparingInt(step -> columns.getOrDefault(step.name(), 0)));
            for (Institution.Step step : lane.steps) {
                int column = columns.getOrDefault(step.name(), 0);
                int height = height(step.name());
                int below = filled.merge(column, height + 24, Integer::sum) - height - 24;
                boxes.put(step.name(), new Box(x[column], top + 18 + below, height));
            }
            lane.top = top;
            lane.height = 12
                    + filled.values().stream().mapToInt(Integer::intValue).max().orElse(NODE_HEIGHT + 24);
            top += lane.height;
        }
        return top;
    }

    /** High enough for a label at every arrow. */
    private int height(String step) {
        return Math.max(NODE_HEIGHT, PORT * (1 + Math.max(count(step, true), count(step, false))));
    }

    private boolean runsBack(Ways.Way way) {
        return columns.getOrDefault(way.to(), 0) <= columns.getOrDefault(way.from(), 0);
    }

    private void head(int width, int height) {
        out.append(String.format(
                Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-label="%3$s" lang="%4$s" font-family="'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC',sans-serif">
                <defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#333"/></marker></defs>
                <rect width="%1$d" height="%2$d" fill="#fff"/>
                <text x="16" y="32" font-size="19" font-weight="600" fill="#1a1a1a">%3$s</text>
                """,
                width,
                height,
                escaped(institution.title().in(language)),
                language == Language.ZH ? "zh-CN" : "en"));
    }

    private void foot(int height) {
        Text key = Text.of(
                "虚线：到时自动转出　点线：申诉　‖ 期限中止　⚑ 逾期上升　自 %s 施行",
                "dashed: by itself when the time is over   dotted: appeal   ‖ the clock stands still   ⚑ escalates   in force from %s",
                institution.from());
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"16\" y=\"%d\" font-size=\"11.5\" fill=\"#555\">%s</text>%n",
                height - 8,
                escaped(key.in(language))));
    }

    private void lane(Lane lane, int width) {
        out.append(String.format(
                Locale.ROOT,
                "<path d=\"M0 %1$dH%2$d\" stroke=\"#c9c9c4\"/><rect x=\"0\" y=\"%1$d\" width=\"%3$d\" height=\"%4$d\" fill=\"#f4f3ef\"/>%n",
                lane.top,
                width,
                LANE_HEAD,
                lane.height));
        int y = lane.top + 30;
        boolean first = true;
        for (String part : lane.title.in(language).split("\n", -1)) {
            for (String line : wrapped(part, 112, first ? 14 : 11.5)) {
                out.append(String.format(
                        Locale.ROOT,
                        "<text x=\"12\" y=\"%d\" font-size=\"%s\" %s>%s</text>%n",
                        y,
                        first ? "14" : "11.5",
                        first ? "font-weight=\"600\" fill=\"#1a1a1a\"" : "fill=\"#555\"",
                        escaped(line)));
                y += first ? 18 : 15;
            }
            first = false;
        }
    }

    private void box(Institution.Step step) {
        Box box = boxes.get(step.name());
        if (box == null) {
            return;
        }
        boolean end = step.ending() != null;
        boolean begins = step.name().equals(institution.begins().name());
        String fill = end ? (step.ending() == Institution.Ending.DECLINED ? "#f7ecea" : "#e9f1ea") : "#ffffff";
        out.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"%s\" stroke=\"#1f4e79\" stroke-width=\"%s\"/>%n",
                box.x,
                box.y,
                NODE_WIDTH,
                box.height,
                end ? box.height / 2 : 5,
                fill,
                begins ? "2.6" : "1.3"));
        List<String> title = wrapped(step.title().in(language), NODE_WIDTH - 22, 14);
        String within = Ways.within(step).in(language);
        String marks = (step.stopsClock() ? " ‖" : "")
                + (step.overdue().stream().anyMatch(line -> line.escalatesTo() != null) ? " ⚑" : "");
        boolean period = !within.isEmpty();
        int lines = Math.min(title.size(), 2);
        int y = box.y + box.height / 2 + (period ? -6 : 5) - (lines - 1) * (period ? 4 : 9);
        for (int i = 0; i < lines; i++) {
            centred(box, y, 14, "font-weight=\"600\" fill=\"#1a1a1a\"", title.get(i));
            y += 17;
        }
        if (period) {
            centred(box, box.y + box.height / 2 + 21, 11.5, "fill=\"#555\"", within + marks);
        }
    }

    private void centred(Box box, int y, double size, String style, String text) {
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" font-size=\"%s\" text-anchor=\"middle\" %s>%s</text>%n",
                box.x + NODE_WIDTH / 2,
                y,
                size,
                style,
                escaped(text)));
    }

    private void arrows(int[] x, int bottom) {
        Map<Integer, Integer> used = new HashMap<>();
        int under = 0;
        List<Ways.Way> order = new ArrayList<>(ways);
        order.sort(Comparator.comparingInt((Ways.Way way) -> columns.getOrDefault(way.from(), 0))
                .thenComparingInt(way -> boxY(way.from()))
                .thenComparingInt(way -> boxY(way.to())));
        for (Ways.Way way : order) {
            Box from = boxes.get(way.from());
            Box to = boxes.get(way.to());
            if (from == null || to == null) {
                continue;
            }
            int column = columns.getOrDefault(way.from(), 0);
            int track = used.merge(column, 1, Integer::sum);
            int turn = x[column] + NODE_WIDTH + gap[column] + (track - 1) * TRACK;
            int y0 = from.portOut(count(way.from(), true));
            int y1 = to.portIn(count(way.to(), false));
            int x0 = from.x + NODE_WIDTH;
            String path;
            if (runsBack(way)) {
                int low = bottom + 10 + under++ * TRACK;
                int left = to.x - 10 - (to.arrives * 5) % 20;
                path = "M%d %dH%dV%dH%dV%dH%d".formatted(x0, y0, turn, low, left, y1, to.x - 2);
            } else {
                path = "M%d %dH%dV%dH%d".formatted(x0, y0, turn, y1, to.x - 2);
            }
            arrow(way, path, x0 + 6, y0 - 4);
        }
    }

    private int boxY(String step) {
        Box box = boxes.get(step);
        return box == null ? 0 : box.y;
    }

    private int count(String step, boolean leaving) {
        return (int) ways.stream()
                .filter(way -> (leaving ? way.from() : way.to()).equals(step))
                .count();
    }

    private void arrow(Ways.Way way, String path, int labelX, int labelY) {
        String dash = way.byItself() ? " stroke-dasharray=\"6 4\"" : way.appeal() ? " stroke-dasharray=\"2 3\"" : "";
        out.append(String.format(
                Locale.ROOT,
                "<path d=\"%s\" fill=\"none\" stroke=\"#333\" stroke-width=\"1.1\" stroke-linejoin=\"round\"%s marker-end=\"url(#head)\"/>%n",
                path,
                dash));
        String label = way.label().in(language);
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" font-size=\"11\" fill=\"#1f4e79\" stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\">%s</text>%n",
                labelX,
                labelY,
                escaped(label)));
    }

    /** Breaks a text into lines that fit: Chinese after any character, Latin at blanks. */
    private static List<String> wrapped(String text, int width, double size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("(?<= )|(?<=[\\u2E80-\\uFFEF])", -1)) {
            if (width(line + word, size) > width && !line.isEmpty()) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(line.toString().strip());
        return lines;
    }

    private static int width(String text, double size) {
        return (int) text.codePoints()
                        .mapToLong(point -> Math.round(size * (point >= 0x2E80 ? 1000 : 560)))
                        .sum()
                / 1000;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
