package org.gongzhi.server.frame.pages;

import java.time.LocalDateTime;
import java.util.List;
import org.gongzhi.exact.Text;
import org.jspecify.annotations.Nullable;

/**
 * One event of a timeline (办理经过).
 *
 * @param what in a sentence
 * @param who body, post and, where it may be shown, name; possibly {@link Text#NONE}
 * @param typed what was written with it, as typed; possibly empty
 * @param note the rule behind it, or null
 */
public record Entry(
        LocalDateTime at,
        Text what,
        Text who,
        String typed,
        List<Attachment> files,
        Status.Tone tone,
        @Nullable Note note) {
    public Entry {
        files = List.copyOf(files);
    }
}
