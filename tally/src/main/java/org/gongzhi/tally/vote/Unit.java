package org.gongzhi.tally.vote;

import org.gongzhi.exact.Text;

/** What is counted (计量单位). Two units never meet in one fraction. */
public enum Unit {
    HEADS,
    HOUSEHOLDS,
    /** Such as the floor area that an owner holds (专有部分面积). */
    WEIGHT;

    public Text word() {
        return switch (this) {
            case HEADS -> new Text("人", "persons");
            case HOUSEHOLDS -> new Text("户", "households");
            case WEIGHT -> new Text("权重", "weight");
        };
    }

    /** Whether there are only whole ones, so that there is a least number above a line. */
    boolean isWhole() {
        return switch (this) {
            case HEADS, HOUSEHOLDS -> true;
            case WEIGHT -> false;
        };
    }
}
