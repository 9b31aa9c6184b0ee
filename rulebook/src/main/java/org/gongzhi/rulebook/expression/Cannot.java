package org.gongzhi.rulebook.expression;

import org.gongzhi.exact.Text;

/** An expression has no value for these inputs (无法计算): a division by nothing, a table without a line, a missing input. */
public final class Cannot extends RuntimeException {
    private final transient Text why;

    /** With the reason, for whoever applied the rule. */
    public static Cannot because(Text why) {
        return new Cannot(why);
    }

    Cannot(Text why) {
        super(why.en(), null, false, false);
        this.why = why;
    }

    public Text why() {
        return why;
    }
}
