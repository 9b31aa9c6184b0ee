package org.gongzhi.server.frame.pages;

import org.gongzhi.exact.Text;

/**
 * Where a matter stands, in the institution's own word (状态).
 *
 * @param word such as 办理中
 */
public record Status(Text word, Tone tone) {
    /** What kind of state that is: its shape and colour. */
    public enum Tone {
        OPEN,
        WAITING,
        DONE,
        DECLINED,
        DRAFT
    }
}
