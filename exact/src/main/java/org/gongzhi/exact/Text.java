package org.gongzhi.exact;

/**
 * A sentence or a name in both languages (双语文本).
 *
 * @param zh simplified Chinese
 * @param en English
 */
public record Text(String zh, String en) {
    /** No text at all. */
    public static final Text NONE = new Text("", "");

    /**
     * A text made from a pattern in each language. {@code %s} takes the arguments in order, {@code %1$s} by number; an
     * argument that is itself a {@link Text} is put in in the language of its pattern.
     */
    public static Text of(String zh, String en, Object... arguments) {
        return arguments.length == 0
                ? new Text(zh, en)
                : new Text(fill(zh, Language.ZH, arguments), fill(en, Language.EN, arguments));
    }

    /** The same characters in both languages: a name, a number, a code. */
    public static Text same(String text) {
        return new Text(text, text);
    }

    /** This text in one language. */
    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }

    /** Whether neither language says anything. */
    public boolean isEmpty() {
        return zh.isEmpty() && en.isEmpty();
    }

    private static String fill(String pattern, Language language, Object[] arguments) {
        Object[] spoken = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            spoken[i] = arguments[i] instanceof Text text ? text.in(language) : String.valueOf(arguments[i]);
        }
        return String.format(java.util.Locale.ROOT, pattern, spoken);
    }
}
