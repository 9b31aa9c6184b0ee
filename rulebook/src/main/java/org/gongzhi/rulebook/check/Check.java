package org.gongzhi.rulebook.check;

import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rule;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/** A property that must hold of a rulebook (检查). */
interface Check {
    /** Its code, by which {@code gongzhi explain} finds its page. */
    String code();

    /** Checks one institution. */
    default void check(Institution institution, Rulebook book, Faults faults) {}

    /** Checks one rule. */
    default void check(Rule rule, Rulebook book, Faults faults) {}

    /** Checks what bodies, lists and calendar say. */
    default void check(Rulebook book, Faults faults) {}
}
