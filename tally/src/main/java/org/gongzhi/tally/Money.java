package org.gongzhi.tally;

import java.math.BigInteger;
import java.util.List;
import org.gongzhi.exact.Fraction;

/**
 * Costs and budget as whole numbers of one small unit (金额换算), so that exact sums need no fractions; beside each cost the
 * doubles just below and above it.
 */
final class Money {
    /** How many units are 1 of the election's money. */
    final BigInteger unit;

    final BigInteger budget;
    final BigInteger[] cost;
    final double[] costLow;
    final double[] costHigh;

    Money(Election election, List<Fraction> others) {
        BigInteger common = election.budget().denominator();
        for (Fraction other : others) {
            common = lcm(common, other.denominator());
        }
        for (Project project : election.projects()) {
            common = lcm(common, project.cost().denominator());
        }
        unit = common;
        budget = units(election.budget());
        int count = election.projects().size();
        cost = new BigInteger[count];
        costLow = new double[count];
        costHigh = new double[count];
        for (int p = 0; p < count; p++) {
            cost[p] = units(election.projects().get(p).cost());
            costLow[p] = low(cost[p]);
            costHigh[p] = high(cost[p]);
        }
    }

    /** An amount in units; it must be a whole number of them. */
    BigInteger units(Fraction amount) {
        return amount.numerator().multiply(unit.divide(amount.denominator()));
    }

    Fraction amount(BigInteger units) {
        return new Fraction(units, unit);
    }

    /** A double not above the number. */
    static double low(BigInteger number) {
        double near = number.doubleValue();
        return number.bitLength() <= 53 ? near : Math.nextDown(near);
    }

    /** A double not below the number. */
    static double high(BigInteger number) {
        double near = number.doubleValue();
        return number.bitLength() <= 53 ? near : Math.nextUp(near);
    }

    /** A double not above the quotient of two positive numbers, however long they are. */
    static double low(BigInteger numerator, BigInteger denominator) {
        int shift = shift(numerator, denominator);
        double near = numerator.shiftLeft(shift).divide(denominator).doubleValue();
        return Math.nextDown(Math.scalb(near, -shift));
    }

    /** A double not below the quotient. */
    static double high(BigInteger numerator, BigInteger denominator) {
        int shift = shift(numerator, denominator);
        double near = numerator
                .shiftLeft(shift)
                .divide(denominator)
                .add(BigInteger.ONE)
                .doubleValue();
        return Math.nextUp(Math.scalb(near, -shift));
    }

    /** By how much the numerator is to be shifted so that the whole part of the quotient has more digits than a double. */
    private static int shift(BigInteger numerator, BigInteger denominator) {
        return Math.max(0, 66 - numerator.bitLength() + denominator.bitLength());
    }

    private static BigInteger lcm(BigInteger one, BigInteger other) {
        return one.divide(one.gcd(other)).multiply(other);
    }
}
