package org.gongzhi.server.matters.pages;

import java.util.List;
import org.gongzhi.exact.Text;
import org.gongzhi.server.frame.pages.Field;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.frame.pages.Note;
import org.jspecify.annotations.Nullable;

/**
 * The form that opens a matter (提交诉求), built from the fields of its institution.
 *
 * @param institution its title
 * @param post where it goes
 * @param once a token that makes a second sending of the same form harmless
 * @param fields in the institution's order, with what was typed and what is wrong with it
 * @param seen who will see what, said before anything is sent
 * @param next what happens then, with the first due time's rule in its margin; its due time is null, as it is counted
 *     from the sending
 * @param rule the rule of the first deadline, or null
 * @param mayNotQualify why the district may not be the one to act, though it can be sent; possibly {@link Text#NONE}
 */
public record FileRequest(
        Frame frame,
        Text institution,
        String institutionHref,
        String post,
        String once,
        List<Field> fields,
        List<Seen> seen,
        Text next,
        @Nullable Note rule,
        Text mayNotQualify) {
    public FileRequest {
        fields = List.copyOf(fields);
        seen = List.copyOf(seen);
    }

    /** Who will see what. */
    public record Seen(Text what, Text who) {}
}
