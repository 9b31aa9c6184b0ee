package org.gongzhi.tally;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The rows of a file with {@code ;} between cells, one at a time and in place (数据行). Memory is bounded by the longest
 * line that is allowed, however long the file is.
 *
 * <p>A line ends with LF, CRLF or CR. A cell that begins with {@code "} runs to the closing one, {@code ""} within it is
 * one; a line end is never part of a cell. Cells are trimmed.
 */
final class Rows {
    /** No ballot is longer; a longer line is an attack or another kind of file. */
    static final int LONGEST_LINE = 1 << 24;

    private static final int NONE = -1;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 18];
    private int next;
    private int filled;
    private boolean ended;
    private boolean skipFeed;
    private int line;
    private int from;
    private int to;
    private int cells;
    private int[] starts = new int[32];
    private int[] stops = new int[32];
    private boolean[] doubled = new boolean[32];
    private int[] columns = new int[32];
    private int unclosed = NONE;
    private boolean ascii;

    Rows(InputStream in) {
        this.in = in;
    }

    /** Whether there was another row; blank ones are passed over. */
    boolean next() throws IOException, LineTooLong {
        while (nextLine()) {
            split();
            if (!isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** A line beyond the length that is allowed. Its number is {@link #line()}. */
    static final class LineTooLong extends Exception {
        private static final long serialVersionUID = 1;
    }

    int line() {
        return line;
    }

    int cells() {
        return cells;
    }

    byte[] bytes() {
        return buffer;
    }

    /** Where a cell begins in {@link #bytes()}, trimmed and without quotes. */
    int start(int cell) {
        return starts[cell];
    }

    int stop(int cell) {
        return stops[cell];
    }

    boolean isEmpty(int cell) {
        return cell >= cells || starts[cell] == stops[cell];
    }

    /** Whether the cell holds doubled quotes, so that its bytes are not yet its text. */
    boolean isDoubled(int cell) {
        return doubled[cell];
    }

    /** The cell in which a quote was opened and never closed, or -1. */
    int unclosed() {
        return unclosed;
    }

    /** The text of a cell; empty where the row is too short. */
    String text(int cell) {
        if (cell >= cells) {
            return "";
        }
        String text = new String(buffer, starts[cell], stops[cell] - starts[cell], StandardCharsets.UTF_8);
        return doubled[cell] ? text.replace("\"\"", "\"") : text;
    }

    /** The line as it stands, for showing. */
    String lineText() {
        return new String(buffer, from, Math.min(to - from, 4000), StandardCharsets.UTF_8);
    }

    /** The column of a cell in code points, from 1. */
    int column(int cell) {
        return cell < cells ? columnAt(columns[cell]) : columnAt(to);
    }

    /** The column in code points of a byte of this line. */
    int columnAt(int at) {
        return ascii
                ? at - from + 1
                : new String(buffer, from, at - from, StandardCharsets.UTF_8)
                                .codePoints()
                                .map(point -> 1)
                                .sum()
                        + 1;
    }

    /** The first byte of the line that is not UTF-8, or -1. */
    int badByte() {
        if (ascii) {
            return NONE;
        }
        ByteBuffer bytes = ByteBuffer.wrap(buffer, from, to - from);
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes);
            return NONE;
        } catch (CharacterCodingException broken) {
            return bytes.position();
        }
    }

    private boolean isBlank() {
        for (int i = 0; i < cells; i++) {
            if (starts[i] != stops[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean nextLine() throws IOException, LineTooLong {
        if (skipFeed) {
            skipFeed = false;
            if (next == filled) {
                next = 0;
                filled = 0;
                fill();
            }
            if (next < filled && buffer[next] == '\n') {
                next++;
            }
        }
        from = next;
        int at = next;
        while (true) {
            byte[] bytes = buffer;
            int limit = filled;
            while (at < limit && bytes[at] != '\n' && bytes[at] != '\r') {
                at++;
            }
            if (at < limit) {
                break;
            }
            if (ended) {
                if (at == from) {
                    return false;
                }
                line++;
                to = at;
                next = at;
                return bom();
            }
            if (at - from > LONGEST_LINE) {
                line++;
                to = at;
                throw new LineTooLong();
            }
            at -= makeRoom();
            fill();
        }
        line++;
        to = at;
        next = at + 1;
        skipFeed = buffer[at] == '\r';
        return bom();
    }

    /** A byte order mark before the first line is no part of it. */
    private boolean bom() {
        if (line == 1
                && to - from >= 3
                && (buffer[from] & 0xFF) == 0xEF
                && (buffer[from + 1] & 0xFF) == 0xBB
                && (buffer[from + 2] & 0xFF) == 0xBF) {
            from += 3;
        }
        return true;
    }

    /** Moves the open line to the front, or widens the buffer; returns by how much the line moved. */
    private int makeRoom() {
        int moved = from;
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, filled - from);
            filled -= from;
            from = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        return moved;
    }

    private void fill() throws IOException {
        int count = in.read(buffer, filled, buffer.length - filled);
        if (count < 0) {
            ended = true;
        } else {
            filled += count;
        }
    }

    private void split() {
        byte[] bytes = buffer;
        int limit = to;
        int at = from;
        int seen = 0;
        cells = 0;
        unclosed = NONE;
        while (true) {
            int begin = at;
            if (at < limit && bytes[at] == '"') {
                at = quoted(begin);
                if (at < 0) {
                    ascii = false;
                    return;
                }
                seen = -1;
            } else {
                byte b = 0;
                while (at < limit && (b = bytes[at]) != ';') {
                    seen |= b;
                    at++;
                }
                put(begin, begin, at, false);
            }
            if (at >= limit) {
                break;
            }
            at++;
        }
        ascii = seen >= 0;
    }

    /** A cell that begins with a quote; returns where it ends, or -1 if its quote is never closed. */
    private int quoted(int begin) {
        int at = begin + 1;
        boolean twice = false;
        while (at < to) {
            if (buffer[at] == '"') {
                if (at + 1 < to && buffer[at + 1] == '"') {
                    twice = true;
                    at++;
                } else {
                    int close = at;
                    at++;
                    while (at < to && buffer[at] != ';') {
                        at++;
                    }
                    if (at > close + 1) {
                        // Text after the closing quote belongs to the cell: the quote between them goes.
                        System.arraycopy(buffer, close + 1, buffer, close, at - close - 1);
                        buffer[at - 1] = ' ';
                    }
                    put(begin, begin + 1, at > close + 1 ? at : close, twice);
                    return at;
                }
            }
            at++;
        }
        put(begin, begin + 1, to, twice);
        unclosed = cells - 1;
        return NONE;
    }

    private void put(int column, int start, int stop, boolean twice) {
        if (cells == starts.length) {
            starts = Arrays.copyOf(starts, cells * 2);
            stops = Arrays.copyOf(stops, cells * 2);
            doubled = Arrays.copyOf(doubled, cells * 2);
            columns = Arrays.copyOf(columns, cells * 2);
        }
        int first = skipBlank(start, stop);
        starts[cells] = first;
        stops[cells] = skipBlankBack(first, stop);
        doubled[cells] = twice;
        columns[cells] = column;
        cells++;
    }

    /** The first byte from {@code start} that is no blank; wide blanks of other scripts are blanks too. */
    int skipBlank(int start, int stop) {
        int at = start;
        while (at < stop) {
            int b = buffer[at];
            if (b > ' ') {
                break;
            }
            if (b >= 0) {
                at++;
            } else if (isBlank2(at, stop)) {
                at += 2;
            } else if (isBlank3(at, stop)) {
                at += 3;
            } else {
                break;
            }
        }
        return at;
    }

    int skipBlankBack(int start, int stop) {
        int at = stop;
        while (at > start) {
            int b = buffer[at - 1];
            if (b > ' ') {
                break;
            }
            if (b >= 0) {
                at--;
            } else if (at - 2 >= start && isBlank2(at - 2, at)) {
                at -= 2;
            } else if (at - 3 >= start && isBlank3(at - 3, at)) {
                at -= 3;
            } else {
                break;
            }
        }
        return at;
    }

    /** U+00A0. */
    private boolean isBlank2(int at, int stop) {
        return at + 2 <= stop && (buffer[at] & 0xFF) == 0xC2 && (buffer[at + 1] & 0xFF) == 0xA0;
    }

    /** U+2000 to U+200A, U+202F, U+3000. */
    private boolean isBlank3(int at, int stop) {
        if (at + 3 > stop) {
            return false;
        }
        int point = ((buffer[at] & 0x0F) << 12) | ((buffer[at + 1] & 0x3F) << 6) | (buffer[at + 2] & 0x3F);
        boolean three = (buffer[at] & 0xF0) == 0xE0;
        return three && ((point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x3000);
    }
}
