package org.gongzhi.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Language;
import org.jspecify.annotations.Nullable;

/** The pages of the checks (检查项说明): what each code means, what it proves, an example that it finds. */
public final class Reference {
    private static final Map<String, String> ZH = pages("checks.zh.md");
    private static final Map<String, String> EN = pages("checks.en.md");

    private Reference() {}

    /** All codes in order. */
    public static List<String> codes() {
        return List.copyOf(EN.keySet());
    }

    /** The page of a code. */
    public static Optional<String> find(String code, Language language) {
        return Optional.ofNullable(
                switch (language) {
                    case ZH -> ZH.get(code);
                    case EN -> EN.get(code);
                });
    }

    /** A page begins at a heading {@code ## R112 …} and ends before the next. */
    private static Map<String, String> pages(String file) {
        Map<String, String> pages = new LinkedHashMap<>();
        String text = "\n" + read(file);
        String[] parts = text.split("\n## ");
        for (int i = 1; i < parts.length; i++) {
            String code = parts[i].substring(0, parts[i].indexOf(' '));
            pages.put(code, parts[i].strip());
        }
        return java.util.Collections.unmodifiableMap(pages);
    }

    private static String read(String file) {
        try (@Nullable InputStream in = Reference.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the library lacks its file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
