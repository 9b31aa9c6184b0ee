package org.gongzhi.server.matters;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words by which a text is found (检索词): each pair of neighbouring Chinese characters, each Latin word or number whole.
 * The same cutting serves what is stored and what is looked for.
 */
final class Bigrams {
    /** More than any message needs; a text beyond it is found by its beginning. */
    private static final int MOST = 4_000;

    private static final int LONGEST_WORD = 40;

    private Bigrams() {}

    /** The words of some texts, each once. */
    static List<String> of(String... texts) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            cut(text, words);
        }
        return new ArrayList<>(words);
    }

    private static void cut(String text, Set<String> words) {
        int[] points = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .toArray();
        int at = 0;
        while (at < points.length && words.size() < MOST) {
            int end = at;
            if (isHan(points[at])) {
                while (end < points.length && isHan(points[end])) {
                    end++;
                }
                for (int i = at; i + 1 < end; i++) {
                    words.add(new String(points, i, 2));
                }
                if (end - at == 1) {
                    words.add(new String(points, at, 1));
                }
            } else if (Character.isLetterOrDigit(points[at])) {
                while (end < points.length && Character.isLetterOrDigit(points[end]) && !isHan(points[end])) {
                    end++;
                }
                words.add(new String(points, at, Math.min(end - at, LONGEST_WORD)));
            } else {
                end++;
            }
            at = end;
        }
    }

    private static boolean isHan(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }
}
