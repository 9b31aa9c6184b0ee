package org.gongzhi.server.frame.pages;

import org.gongzhi.exact.Text;

/**
 * The rule in the margin (旁注): why a due time, a verdict, a refusal or a figure is as it is.
 *
 * @param says one sentence
 * @param cite the article, or the institution and its line
 * @param comparison written out, such as {@code 16 ≥ 2/3 × 24 = 16}; empty where nothing was compared
 * @param margin how far from the line, such as 还差 1 人; possibly {@link Text#NONE}
 * @param href where the rule can be read; empty where nowhere
 */
public record Note(Text says, Text cite, String comparison, Text margin, String href) {
    /** A note without a comparison. */
    public static Note of(Text says, Text cite, String href) {
        return new Note(says, cite, "", Text.NONE, href);
    }
}
