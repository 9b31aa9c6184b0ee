package org.gongzhi.tally.vote;

import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Text;

/**
 * So many of a unit (数量).
 *
 * @param amount never below 0
 */
public record Quantity(Fraction amount, Unit unit) {
    public Quantity {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("%s %s".formatted(amount, unit));
        }
    }

    public static Quantity heads(long count) {
        return new Quantity(Fraction.of(count), Unit.HEADS);
    }

    public static Quantity households(long count) {
        return new Quantity(Fraction.of(count), Unit.HOUSEHOLDS);
    }

    /** @throws IllegalArgumentException if the units differ */
    public Quantity plus(Quantity other) {
        if (unit != other.unit) {
            throw new IllegalArgumentException("%s added to %s".formatted(other.unit, unit));
        }
        return new Quantity(amount.plus(other.amount), unit);
    }

    /** The amount with its unit, for people. */
    public Text told() {
        return Text.of("%s%s", "%s %s", amount, unit.word());
    }
}
