package org.gongzhi.exact;

import java.util.Comparator;

/**
 * Where something stands in a file (位置).
 *
 * @param file the file's name as its reader knows it, with forward slashes
 * @param line from 1; 0 where only the file is meant
 * @param column from 1, counted in code points; 0 where only the line is meant
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    public Place {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("line %d, column %d of %s".formatted(line, column, file));
        }
    }

    /** The whole of a file. */
    public static Place of(String file) {
        return new Place(file, 0, 0);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, as editors and terminals understand it. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
