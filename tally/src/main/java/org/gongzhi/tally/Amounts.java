package org.gongzhi.tally;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongzhi.exact.Fraction;

/** Amounts of money and points as people write them (金额). Exact: no double ever stands between the text and the number. */
final class Amounts {
    /** Digits beyond this are nobody's budget; it keeps a hostile file from making us compute for hours. */
    static final int LONGEST = 40;

    private static final Pattern PLAIN = Pattern.compile("[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)([eE][+-]?[0-9]{1,2})?");

    private Amounts() {}

    /** {@code 12}, {@code 12.50}, {@code 12,50} (a decimal comma), {@code 1.2e6}. Empty if the text is no such number. */
    static Optional<Fraction> read(String text) {
        if (text.length() > LONGEST || !PLAIN.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal exact = new BigDecimal(text.replace(',', '.'));
        return Optional.of(
                exact.scale() > 0
                        ? new Fraction(exact.unscaledValue(), BigInteger.TEN.pow(exact.scale()))
                        : new Fraction(exact.toBigIntegerExact(), BigInteger.ONE));
    }

    /** A plain decimal without needless zeros; a number that has no finite decimal stays a fraction. */
    static String write(Fraction amount) {
        if (amount.isWhole()) {
            return amount.numerator().toString();
        }
        BigInteger rest = amount.denominator();
        int twos = rest.getLowestSetBit();
        rest = rest.shiftRight(twos);
        int fives = 0;
        BigInteger five = BigInteger.valueOf(5);
        while (rest.mod(five).signum() == 0) {
            rest = rest.divide(five);
            fives++;
        }
        if (!rest.equals(BigInteger.ONE)) {
            return amount.toString();
        }
        int scale = Math.max(twos, fives);
        BigInteger unscaled =
                amount.numerator().multiply(BigInteger.TEN.pow(scale)).divide(amount.denominator());
        return new BigDecimal(unscaled, scale).stripTrailingZeros().toPlainString();
    }
}
