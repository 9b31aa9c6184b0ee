package org.gongzhi.server.institutions.pages;

import java.time.LocalDate;
import java.util.List;
import org.gongzhi.exact.Text;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.frame.pages.Status;
import org.jspecify.annotations.Nullable;

/**
 * An institution (制度文本): who, by when, by which line; and its text, line by line.
 *
 * @param key its name in the rulebook
 * @param file its file in the rulebook
 * @param edition the digest of the text in force, whole
 * @param steps in the order of the text
 * @param holders who holds each role now, where the reader stands
 * @param lines the text
 * @param raw where the text can be had as a file; possibly empty
 */
public record Institution(
        Frame frame,
        String key,
        Text title,
        Text about,
        Status status,
        LocalDate from,
        String edition,
        String file,
        List<Step> steps,
        List<Holder> holders,
        List<LawLine> lines,
        String raw) {
    public Institution {
        steps = List.copyOf(steps);
        holders = List.copyOf(holders);
        lines = List.copyOf(lines);
    }

    /**
     * A step.
     *
     * @param who the role that acts; {@link Text#NONE} in a final step
     * @param within until when, such as 4 个工作小时; possibly {@link Text#NONE}
     * @param overdue what follows when that is over
     * @param moves the acts and where they lead
     * @param line where it stands in the text
     */
    public record Step(
            String key,
            Text label,
            Text who,
            Text within,
            List<Text> overdue,
            List<Move> moves,
            Status.Tone tone,
            int line) {
        public Step {
            overdue = List.copyOf(overdue);
            moves = List.copyOf(moves);
        }
    }

    /**
     * An act and where it leads.
     *
     * @param limit such as 最多 2 次，此后由街道决定; possibly {@link Text#NONE}
     */
    public record Move(Text act, Text to, Text limit) {}

    /**
     * Who holds a role.
     *
     * @param person empty where the post is vacant or the name isn't public
     * @param since null where it isn't known
     */
    public record Holder(
            Text role,
            Text post,
            Text body,
            String person,
            @Nullable LocalDate since) {}

    /**
     * A line of the text, cut for setting; the parts together are the line.
     *
     * @param indent its leading blanks
     * @param key up to its colon, or empty
     * @param rest what follows
     * @param comment from its {@code #} on, or empty
     */
    public record LawLine(int number, int indent, String key, String rest, String comment) {
        private static final java.util.regex.Pattern SHAPE =
                java.util.regex.Pattern.compile("( *)((?:- )?[A-Za-z][A-Za-z0-9._-]*:(?= |$))?(.*?)((?:(?<=^| )#.*)?)");

        /** Cuts a line as it stands in the file. */
        public static LawLine of(int number, String line) {
            java.util.regex.Matcher cut = SHAPE.matcher(line);
            if (!cut.matches()) {
                return new LawLine(number, 0, "", line, "");
            }
            String key = cut.group(2) == null ? "" : cut.group(2);
            return new LawLine(number, cut.group(1).length(), key, cut.group(3), cut.group(4));
        }
    }
}
