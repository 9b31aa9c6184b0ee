package org.gongzhi.tally;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;

/**
 * The .pb format of participatory budgeting (表决文件): UTF-8 text in the sections META, PROJECTS and VOTES.
 *
 * <p>What a file says beside a ballot – the voter's id, age, sex – is checked for doubles and not kept: nothing in here
 * leads from a voter to a ballot. A written file numbers its ballots. Source: domain page on participatory budgeting,
 * section 1.
 */
public final class PbFile {
    private PbFile() {}

    /** Reads a file; one compressed with gzip is unpacked. A voter id that comes twice is a fault. */
    public static Reading read(Path file) {
        return read(file, DuplicateVoters.REFUSE);
    }

    /** Reads a file; {@code duplicates} says what a voter id means that comes twice. */
    public static Reading read(Path file, DuplicateVoters duplicates) {
        String name = file.toString().replace('\\', '/');
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, name, duplicates);
        } catch (IOException e) {
            return unreadable(name, e);
        }
    }

    /** Reads from a stream that is left open. Memory beyond the ballots is bounded by the longest line allowed. */
    public static Reading read(InputStream in, String name, DuplicateVoters duplicates) {
        try {
            BufferedInputStream peeked = new BufferedInputStream(in, 1 << 16);
            peeked.mark(2);
            boolean packed = peeked.read() == 0x1F && peeked.read() == 0x8B;
            peeked.reset();
            InputStream plain = packed ? new GZIPInputStream(peeked, 1 << 16) : peeked;
            return new PbReader(plain, name).read(duplicates);
        } catch (IOException e) {
            return unreadable(name, e);
        }
    }

    /** The election as a file's text: the same order, the counts from its data, LF, no byte order mark. */
    public static String write(Election election) {
        StringWriter text = new StringWriter();
        try {
            write(election, text);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory takes all that is written", e);
        }
        return text.toString();
    }

    /** The same text row by row to a writer, which is left open. */
    public static void write(Election election, Writer out) throws IOException {
        new PbWriter(election, out).write();
        out.flush();
    }

    /** The same text row by row as UTF-8 to a stream, which is left open. */
    public static void write(Election election, OutputStream out) throws IOException {
        write(election, new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16));
    }

    private static Reading unreadable(String name, IOException e) {
        return new Reading.Unreadable(List.of(Fault.of(
                "T101",
                Place.of(name),
                Text.of("文件无法读取：%s", "the file cannot be read: %s", reason(e)),
                Text.of("检查路径、权限，或压缩文件是否完整", "check the path, its rights, and whether a packed file is whole"),
                "")));
    }

    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException missing -> "no such file";
            case java.io.EOFException cut -> "it ends too early";
            default -> e.getMessage() == null ? "input error" : e.getMessage();
        };
    }
}
