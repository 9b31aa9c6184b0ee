package org.gongzhi.tally.vote;

import org.gongzhi.exact.Text;

/**
 * Whether a motion is carried (表决结论).
 *
 * @param base of what the yes votes are a part
 * @param judgement with the number still missing
 */
public record Verdict(Base base, Judgement judgement) {
    public boolean isCarried() {
        return judgement.holds();
    }

    /** The verdict in one sentence. */
    public Text told() {
        return isCarried()
                ? Text.of("通过：%s", "carried: %s", judgement.told())
                : Text.of("未通过：%s", "not carried: %s", judgement.told());
    }
}
