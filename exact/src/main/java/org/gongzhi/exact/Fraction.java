package org.gongzhi.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * An exact rational number in lowest terms (分数). Never a double: a count is decided by {@code 3 × 16 ≥ 2 × 24}, not by
 * 0.6666.
 *
 * @param numerator carries the sign
 * @param denominator always positive
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
    /** 0. */
    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    /** 1. */
    public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    /** How long a number typed by a person may be, so that a file cannot make us compute for hours. */
    private static final int LONGEST = 64;

    /** Reduces to lowest terms; a denominator of 0 is a programmer's mistake. */
    public Fraction {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("denominator 0 under " + numerator);
        }
        if (denominator.signum() < 0) {
            numerator = numerator.negate();
            denominator = denominator.negate();
        }
        BigInteger common = numerator.gcd(denominator);
        if (!common.equals(BigInteger.ONE)) {
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
    }

    /** A whole number. */
    public static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    /** Part of a whole, such as 2 of 3. */
    public static Fraction of(long part, long whole) {
        return new Fraction(BigInteger.valueOf(part), BigInteger.valueOf(whole));
    }

    /**
     * Reads {@code 3}, {@code -3}, {@code 2/3}, {@code 0.25} or {@code 12.5%}.
     *
     * @return empty if the text is none of these, is longer than 64 characters or divides by 0
     */
    public static Optional<Fraction> read(String text) {
        String number = text.strip();
        if (number.length() > LONGEST) {
            return Optional.empty();
        }
        if (number.endsWith("%")) {
            return decimal(number.substring(0, number.length() - 1)).map(hundredths -> hundredths.dividedBy(of(100)));
        }
        int slash = number.indexOf('/');
        if (slash < 0) {
            return decimal(number);
        }
        Optional<Fraction> part = decimal(number.substring(0, slash));
        Optional<Fraction> whole = decimal(number.substring(slash + 1));
        if (part.isEmpty() || whole.isEmpty() || whole.get().signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(part.get().dividedBy(whole.get()));
    }

    private static Optional<Fraction> decimal(String text) {
        String number = text.strip();
        if (!number.matches("[+-]?[0-9]+(\\.[0-9]+)?")) {
            return Optional.empty();
        }
        BigDecimal exact = new BigDecimal(number);
        return Optional.of(new Fraction(exact.unscaledValue(), BigInteger.TEN.pow(exact.scale())));
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws IllegalArgumentException if {@code other} is 0 */
    public Fraction dividedBy(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Fraction negated() {
        return new Fraction(numerator.negate(), denominator);
    }

    /** The greatest whole number not above this one. */
    public BigInteger floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** The least whole number not below this one. */
    public BigInteger ceiling() {
        return negated().floor().negate();
    }

    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    /** -1, 0 or 1. */
    public int signum() {
        return numerator.signum();
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** {@code 3} or {@code 2/3}. */
    @Override
    public String toString() {
        return isWhole() ? numerator.toString() : numerator + "/" + denominator;
    }
}
