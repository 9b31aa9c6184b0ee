package org.gongzhi.server.frame.pages;

import java.util.List;
import org.gongzhi.exact.Text;

/**
 * Something known about a matter (事实).
 *
 * @param value what people typed stands in it as it was typed, in both languages the same
 * @param typed whether people typed it: then it is never translated and its line ends are kept
 * @param seenBy who else sees it, where not everybody does; possibly {@link Text#NONE}
 */
public record Fact(Text label, Text value, boolean typed, Text seenBy, List<Attachment> files) {
    public Fact {
        files = List.copyOf(files);
    }

    /** A fact of the house. */
    public static Fact of(Text label, Text value) {
        return new Fact(label, value, false, Text.NONE, List.of());
    }

    /** A fact as a person typed it. */
    public static Fact typed(Text label, String value) {
        return new Fact(label, Text.same(value), true, Text.NONE, List.of());
    }
}
