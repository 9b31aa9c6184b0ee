package org.gongzhi.rulebook.expression;

import java.math.BigInteger;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Text;

/** How two sides are compared (比较关系). 以上 includes the number, 超过 does not (Civil Code art. 1259). */
public enum Relation {
    AT_LEAST("≥"),
    MORE("＞"),
    AT_MOST("≤"),
    LESS("＜"),
    EQUAL("="),
    OTHER("≠");

    private final String sign;

    Relation(String sign) {
        this.sign = sign;
    }

    /** Its mathematical sign. */
    public String sign() {
        return sign;
    }

    /** The relation in words. */
    public Text words() {
        return switch (this) {
            case AT_LEAST -> new Text("不少于", "at least");
            case MORE -> new Text("超过", "more than");
            case AT_MOST -> new Text("不超过", "at most");
            case LESS -> new Text("少于", "less than");
            case EQUAL -> new Text("等于", "equal to");
            case OTHER -> new Text("不等于", "other than");
        };
    }

    /** The relation that holds exactly where this one doesn't. */
    public Relation contrary() {
        return switch (this) {
            case AT_LEAST -> LESS;
            case MORE -> AT_MOST;
            case AT_MOST -> MORE;
            case LESS -> AT_LEAST;
            case EQUAL -> OTHER;
            case OTHER -> EQUAL;
        };
    }

    /** Whether it holds of two sides, given how the left one compares with the right one. */
    public boolean holds(int comparison) {
        return switch (this) {
            case AT_LEAST -> comparison >= 0;
            case MORE -> comparison > 0;
            case AT_MOST -> comparison <= 0;
            case LESS -> comparison < 0;
            case EQUAL -> comparison == 0;
            case OTHER -> comparison != 0;
        };
    }

    /**
     * How many whole units are to spare, or, below 0, missing.
     *
     * @param difference the left side less the right side
     */
    public BigInteger margin(Fraction difference) {
        return switch (this) {
            case AT_LEAST -> difference.floor();
            case MORE -> difference.ceiling().subtract(BigInteger.ONE);
            case AT_MOST -> difference.negated().floor();
            case LESS -> difference.negated().ceiling().subtract(BigInteger.ONE);
            case EQUAL ->
                difference.signum() < 0
                        ? difference.floor()
                        : difference.negated().floor();
            case OTHER -> difference.signum() == 0 ? BigInteger.ONE.negate() : BigInteger.ZERO;
        };
    }
}
