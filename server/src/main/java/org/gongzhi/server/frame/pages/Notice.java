package org.gongzhi.server.frame.pages;

import org.gongzhi.exact.Text;

/**
 * What came of the last act, or what the reader should know before anything else (提示).
 *
 * @param sentence empty where the title says it all
 */
public record Notice(Kind kind, Text title, Text sentence) {
    /** Its word, shape and colour. */
    public enum Kind {
        DONE,
        SAID,
        CAREFUL,
        WRONG
    }
}
