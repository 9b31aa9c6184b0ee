package org.gongzhi.server.territory;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/** How a Chinese name sounds (拼音): by it a unit is found, and by it an English page names the unit. */
final class Pinyin {
    private static final Transliterator SOUND = Transliterator.getInstance("Han-Latin; Latin-ASCII; Any-Lower");

    private Pinyin() {}

    /** The first letter of each syllable: {@code hmg} for 黄木岗. */
    static String initials(String chinese) {
        StringBuilder letters = new StringBuilder();
        for (String syllable : syllables(chinese)) {
            letters.append(syllable.charAt(0));
        }
        return letters.toString();
    }

    /** The name in Latin letters: {@code Huangmugang} for 黄木岗. */
    static String name(String chinese) {
        String joined = String.join("", syllables(chinese));
        return joined.isEmpty() ? joined : joined.substring(0, 1).toUpperCase(Locale.ROOT) + joined.substring(1);
    }

    private static String[] syllables(String chinese) {
        String sound = SOUND.transliterate(chinese).strip();
        return sound.isEmpty() ? new String[0] : sound.split("[^a-z0-9]+", -1);
    }
}
