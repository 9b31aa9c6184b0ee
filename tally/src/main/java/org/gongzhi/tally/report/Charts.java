package org.gongzhi.tally.report;

import java.util.List;
import java.util.Locale;

/** Charts as SVG in ink on white (图表): they print as they look, and say their numbers beside the bars. */
final class Charts {
    private static final int WIDTH = 720;

    private Charts() {}

    /**
     * A bar with a name before and a figure behind it (条形).
     *
     * @param solid filled; else only outlined
     */
    record Bar(String name, double value, String figure, boolean solid) {}

    /** Horizontal bars from 0, with a line across at {@code mark}; no line if it is 0. */
    static String bars(String title, List<Bar> bars, double mark, String markName) {
        int left = 250;
        int right = 96;
        int step = 20;
        int top = markName.isEmpty() ? 4 : 22;
        double most = Math.max(mark, bars.stream().mapToDouble(Bar::value).max().orElse(1));
        double scale = most <= 0 ? 0 : (WIDTH - left - right) / most;
        StringBuilder svg = open(title, top + bars.size() * step + 4);
        if (mark > 0) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%1$.1f\" y1=\"%2$d\" x2=\"%1$.1f\" y2=\"%3$d\" class=\"mark\"/>",
                    left + mark * scale,
                    top - 2,
                    top + bars.size() * step + 2));
            text(svg, left + mark * scale, top - 7, "middle", markName, "small");
        }
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = top + i * step;
            text(svg, left - 8, y + 14, "end", cut(bar.name(), 34), "");
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"12\" class=\"%s\"><title>%s %s</title></rect>",
                    left,
                    y + 3.5,
                    Math.max(0.5, bar.value() * scale),
                    bar.solid() ? "solid" : "open",
                    Html.escape(bar.name()),
                    Html.escape(bar.figure())));
            text(svg, left + bar.value() * scale + 6, y + 14, "start", bar.figure(), "figure");
        }
        return svg.append("</svg>\n").toString();
    }

    /** Upright columns with their figure above and their name below. */
    static String columns(String title, List<Bar> bars) {
        int height = 150;
        int foot = 24;
        int head = 20;
        double step = Math.min(72, (double) WIDTH / Math.max(1, bars.size()));
        double most = Math.max(1e-9, bars.stream().mapToDouble(Bar::value).max().orElse(1));
        StringBuilder svg = open(title, head + height + foot);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double tall = bar.value() / most * height;
            double x = i * step;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"%s\"/>",
                    x + step * 0.14,
                    head + height - tall,
                    step * 0.72,
                    Math.max(0.5, tall),
                    bar.solid() ? "solid" : "open"));
            text(svg, x + step / 2, head + height - tall - 5, "middle", bar.figure(), "figure");
            text(svg, x + step / 2, head + height + 16, "middle", bar.name(), "");
        }
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"0\" y1=\"%1$d\" x2=\"%2$.1f\" y2=\"%1$d\" class=\"axis\"/>",
                head + height,
                step * bars.size()));
        return svg.append("</svg>\n").toString();
    }

    private static StringBuilder open(String title, int height) {
        return new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH,
                height,
                Html.escape(title)));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String words, String kind) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"%s>%s</text>",
                x,
                y,
                anchor,
                kind.isEmpty() ? "" : " class=\"" + kind + "\"",
                Html.escape(words)));
    }

    /** Cut to so many places of a terminal; a Chinese character fills two. */
    static String cut(String text, int places) {
        int used = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            used += text.codePointAt(at) >= 0x2E80 ? 2 : 1;
            if (used > places) {
                return text.substring(0, at).strip() + "…";
            }
        }
        return text;
    }
}
