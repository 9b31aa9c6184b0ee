package org.gongzhi.server.matters;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.gongzhi.server.store.Keys;
import org.springframework.stereotype.Component;

/**
 * The codes by which those who opened a matter follow it (查询码). A code is made from the key of the form that was sent,
 * so that a form sent twice has one code; what is stored is only its digest.
 */
@Component
class Codes {
    /** No 0 and O, no 1, I and L, no U and V side by side: 30 letters. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;

    private final SecretKey making;
    private final SecretKey storing;

    Codes(Keys keys) {
        this.making = keys.derive("code/make/v1", "HmacSHA256");
        this.storing = keys.derive("code/store/v1", "HmacSHA256");
    }

    /** The code of a form: eight letters in two groups, such as {@code K7QM-2XRP}. */
    String code(UUID form) {
        byte[] bytes = mac(
                making,
                ByteBuffer.allocate(16)
                        .putLong(form.getMostSignificantBits())
                        .putLong(form.getLeastSignificantBits())
                        .array());
        long number = ByteBuffer.wrap(bytes).getLong() & Long.MAX_VALUE;
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt((int) (number % LETTERS.length())));
            number /= LETTERS.length();
        }
        return code.insert(LENGTH / 2, '-').toString();
    }

    /** What is stored of a code. */
    byte[] digest(String code) {
        return mac(storing, canonical(code).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    /** Whether what somebody typed is the code that belongs to a digest; takes the same time either way. */
    boolean matches(String typed, byte[] digest) {
        return MessageDigest.isEqual(digest(typed), digest);
    }

    private static String canonical(String typed) {
        StringBuilder letters = new StringBuilder();
        for (char letter : typed.toUpperCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(letter) && letters.length() < LENGTH + 1) {
                letters.append(letter);
            }
        }
        return letters.toString();
    }

    private static byte[] mac(SecretKey key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HmacSHA256", impossible);
        }
    }
}
