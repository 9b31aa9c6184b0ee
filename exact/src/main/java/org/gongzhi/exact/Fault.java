package org.gongzhi.exact;

import java.util.Comparator;
import java.util.List;

/**
 * Something wrong in a file, said to the one who can mend it (差错).
 *
 * @param code the check that found it, such as {@code R112}; its page in the reference explains it
 * @param place where it stands
 * @param what what is wrong, in a sentence without a final stop
 * @param mend what would be right, possibly {@link Text#NONE}
 * @param line the line of the file as it stands there, without its end; empty where there is none to show
 * @param walk the shortest walk of acts that leads to it, a step a line; empty where none is needed
 */
public record Fault(String code, Place place, Text what, Text mend, String line, List<String> walk)
        implements Comparable<Fault> {
    private static final Comparator<Fault> ORDER = Comparator.comparing(Fault::place)
            .thenComparing(Fault::code)
            .thenComparing(fault -> fault.what().en());

    /** How much of a long line is shown on either side of the caret. */
    private static final int SHOWN = 60;

    public Fault {
        walk = List.copyOf(walk);
    }

    /** A fault without a walk. */
    public static Fault of(String code, Place place, Text what, Text mend, String line) {
        return new Fault(code, place, what, mend, line, List.of());
    }

    /** Faults are told in the order of their places. */
    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    /**
     * The fault as a person reads it: place, code and sentence, then the line with a caret and the mend, then the walk.
     *
     * @return one to several lines without a final line end
     */
    public String in(Language language) {
        StringBuilder told = new StringBuilder();
        told.append(place).append("  ").append(code).append("  ").append(what.in(language));
        boolean caret = !line.isBlank() && place.column() > 0;
        if (caret) {
            int[] points = line.codePoints()
                    .map(point -> Character.isISOControl(point) ? ' ' : point)
                    .toArray();
            int column = Math.min(place.column() - 1, points.length);
            int first = Math.max(0, column - SHOWN);
            int last = Math.min(points.length, column + SHOWN);
            told.append("\n    ").append(new String(points, first, last - first));
            told.append("\n    ").append(indent(points, first, column)).append('^');
        }
        if (!mend.isEmpty()) {
            told.append(caret ? "  " : "\n    ").append(mend.in(language));
        }
        for (String step : walk) {
            told.append("\n    ").append(step);
        }
        return told.toString();
    }

    /** Blanks as wide as the characters above them: a Chinese character fills two places of a terminal. */
    private static String indent(int[] points, int first, int column) {
        StringBuilder blanks = new StringBuilder();
        for (int i = first; i < column; i++) {
            blanks.append(isWide(points[i]) ? "\u3000" : " ");
        }
        return blanks.toString();
    }

    private static boolean isWide(int point) {
        return (point >= 0x2E80 && point <= 0xA4CF)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFE30 && point <= 0xFE6F)
                || (point >= 0xFF00 && point <= 0xFF60)
                || (point >= 0x20000 && point <= 0x3FFFD);
    }
}
