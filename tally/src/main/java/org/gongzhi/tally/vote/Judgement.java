package org.gongzhi.tally.vote;

import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Text;

/**
 * Whether a part of a whole reaches a line, and by how much (判定).
 *
 * @param needed the least part that would do, of an unchanged whole; with a weight under {@link Threshold.Line#MORE_THAN}
 *     the line that has to be passed
 */
public record Judgement(boolean holds, Quantity part, Quantity whole, Threshold threshold, Fraction needed) {
    /** How many are still missing, of an unchanged whole; below 0 is to spare. */
    public Fraction missing() {
        return needed.minus(part.amount());
    }

    /** The judgement in one sentence. */
    public Text told() {
        return holds
                ? Text.of(
                        "%s / %s，要求%s，需 %s：达到，余 %s",
                        "%s of %s, %s needed, that is %s: reached, %s to spare",
                        part.amount(),
                        whole.told(),
                        threshold.told(),
                        needed,
                        missing().negated())
                : Text.of(
                        "%s / %s，要求%s，需 %s：未达到，差 %s",
                        "%s of %s, %s needed, that is %s: not reached, %s missing",
                        part.amount(),
                        whole.told(),
                        threshold.told(),
                        needed,
                        missing());
    }
}
