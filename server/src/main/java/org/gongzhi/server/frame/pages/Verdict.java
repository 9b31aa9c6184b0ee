package org.gongzhi.server.frame.pages;

import java.util.List;
import org.gongzhi.exact.Text;

/**
 * A finding as it is shown (认定): rule, article, numbers, comparison, margin, and what it rests on.
 *
 * @param on the date of law that chose the rule's version, and the edition, in a sentence
 * @param comparison written out; empty where the parts say it
 * @param why why it can't be evaluated; {@link Text#NONE} where it was
 * @param href where the rule can be read; empty where nowhere
 */
public record Verdict(
        Holding holding,
        Text rule,
        Text cite,
        Text on,
        String comparison,
        Text margin,
        Text why,
        String href,
        List<Verdict> parts) {
    public Verdict {
        parts = List.copyOf(parts);
    }

    /** Whether the rule holds. */
    public enum Holding {
        HOLDS,
        FAILS,
        NOT_EVALUATED
    }
}
