package org.gongzhi.server.frame.pages;

import java.util.List;
import org.gongzhi.exact.Text;

/**
 * The page that says what went wrong and what to do (出错页).
 *
 * @param status the HTTP status
 * @param title in a few words
 * @param sentence what is the matter
 * @param mend what the reader can do
 * @param reference what to tell the operator; possibly empty
 * @param ways on from here, the first as the primary one
 */
public record Problem(
        Frame frame, int status, Text title, Text sentence, Text mend, String reference, List<Link> ways) {
    public Problem {
        ways = List.copyOf(ways);
    }
}
