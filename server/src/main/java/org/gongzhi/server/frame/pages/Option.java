package org.gongzhi.server.frame.pages;

import org.gongzhi.exact.Text;

/**
 * One of several to choose (选项).
 *
 * @param hint a short explanation, possibly {@link Text#NONE}
 */
public record Option(String value, Text label, Text hint) {
    /** An option that needs no explanation. */
    public static Option of(String value, Text label) {
        return new Option(value, label, Text.NONE);
    }
}
