package org.gongzhi.server.frame.pages;

import org.gongzhi.exact.Text;

/**
 * What every field of a form has (问项).
 *
 * @param name the name under which it is posted, unique in its form
 * @param hint possibly {@link Text#NONE}
 * @param seenBy who will see it, such as 仅受理员和承办人可见; possibly {@link Text#NONE}
 * @param fault what is wrong with what was typed, in a sentence that says what would be right; {@link Text#NONE} if
 *     nothing is
 */
public record Asked(String name, Text label, Text hint, boolean required, Text seenBy, Text fault) {
    /** Whether what was typed has a fault. */
    public boolean isWrong() {
        return !fault.isEmpty();
    }
}
