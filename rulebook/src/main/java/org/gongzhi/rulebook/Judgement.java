package org.gongzhi.rulebook;

import org.gongzhi.exact.Text;

/** What came of applying a rule (判断): a finding, or the reason why there is none. Never false for "unknown". */
public sealed interface Judgement {
    /** The rule was applied. */
    record Found(Finding finding) implements Judgement {}

    /** The rule could not be applied. */
    record None(Text why) implements Judgement {}
}
