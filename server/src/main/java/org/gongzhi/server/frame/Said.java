package org.gongzhi.server.frame;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.gongzhi.exact.Text;

/**
 * What the rooms say in both languages (用语), by key, from {@code messages/said.zh.properties} and
 * {@code messages/said.en.properties}. {@code %s} takes the arguments in order.
 */
public final class Said {
    private static final Properties ZH = read("zh");
    private static final Properties EN = read("en");

    private Said() {}

    /**
     * The sentence under a key.
     *
     * @throws IllegalArgumentException if a language has no such key
     */
    public static Text of(String key, Object... arguments) {
        String zh = ZH.getProperty(key);
        String en = EN.getProperty(key);
        if (zh == null || en == null) {
            throw new IllegalArgumentException("nothing is said under `%s`".formatted(key));
        }
        return Text.of(zh, en, arguments);
    }

    /** Whether something is said under a key. */
    public static boolean knows(String key) {
        return ZH.containsKey(key) && EN.containsKey(key);
    }

    private static Properties read(String language) {
        Properties said = new Properties();
        try (var in = Said.class.getResourceAsStream("/messages/said." + language + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("no message file said." + language);
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                said.load(reader);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return said;
    }
}
