package org.gongzhi.server.matters;

import java.util.Optional;

/**
 * A matter's number as people write and say it (编号): digits only, so that nothing is mistaken over the telephone, with
 * a check digit, such as {@code 1000-0127-5}.
 *
 * @param matter the matter's number without its check digit, from 1 to 99,999,999,999
 */
@SuppressWarnings("AvoidCommonTypeNames") // what people call it; nobody here needs the one of java.lang
public record Number(long matter) {
    private static final long MOST = 99_999_999_999L;
    private static final int SHORTEST = 8;
    private static final int GROUP = 4;

    /** The quasigroup of H. M. Damm's check digit: it finds every wrong digit and every two neighbours swapped. */
    private static final String[] DAMM = {
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"
    };

    public Number {
        if (matter < 1 || matter > MOST) {
            throw new IllegalArgumentException("matter number " + matter);
        }
    }

    /**
     * Reads what somebody typed: blanks and hyphens anywhere, full-width digits too.
     *
     * @return empty if it is no number or its check digit is wrong
     */
    public static Optional<Number> read(String typed) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < typed.length() && digits.length() <= 12; i++) {
            char letter = typed.charAt(i);
            int digit = Character.digit(letter, 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            } else if (!Character.isWhitespace(letter) && "-－–—_.　".indexOf(letter) < 0) {
                return Optional.empty();
            }
        }
        if (digits.length() < 2 || digits.length() > 12 || check(digits) != 0) {
            return Optional.empty();
        }
        long matter = Long.parseLong(digits.substring(0, digits.length() - 1));
        return matter < 1 || matter > MOST ? Optional.empty() : Optional.of(new Number(matter));
    }

    /** Grouped in fours from the left, the check digit with the last group. */
    @Override
    public String toString() {
        String digits = "%0" + (SHORTEST - 1) + "d";
        StringBuilder all = new StringBuilder(String.format(java.util.Locale.ROOT, digits, matter));
        all.append(check(all));
        for (int at = GROUP; at < all.length(); at += GROUP + 1) {
            all.insert(at, '-');
        }
        return all.toString();
    }

    private static int check(CharSequence digits) {
        int row = 0;
        for (int i = 0; i < digits.length(); i++) {
            row = DAMM[row].charAt(digits.charAt(i) - '0') - '0';
        }
        return row;
    }
}
