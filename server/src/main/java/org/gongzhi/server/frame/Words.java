package org.gongzhi.server.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Text;

/**
 * What the pages say, in one language (文案). The only way from a key of the message files to a sentence; made once for
 * each language and shared.
 *
 * <p>A message may hold {@code {0}}, {@code {1}} … for its arguments, and {@code {0|day|days}} for the word that goes
 * with the number of argument 0: the first where it is 1, else the second.
 */
public final class Words {
    private static final Pattern HOLE = Pattern.compile("\\{([0-9])(?:\\|([^|{}]*)\\|([^|{}]*))?}");

    /** The names of languages stand in their own script on every page. */
    private static final String LANGUAGES = "language.";

    private final String tag;
    private final Language language;
    private final Map<String, String> messages;
    private final UnaryOperator<String> script;

    /**
     * The words of one language.
     *
     * @param tag the language tag that pages carry: {@code zh-CN}, {@code zh-Hant} or {@code en}
     * @param messages the sentences by key
     * @param script how a sentence is brought into the script of {@code tag}, such as from simplified to traditional
     *     characters; never applied to what people typed
     */
    public Words(String tag, Map<String, String> messages, UnaryOperator<String> script) {
        this.tag = tag;
        this.language = tag.startsWith("zh") ? Language.ZH : Language.EN;
        this.messages = Map.copyOf(messages);
        this.script = script;
    }

    /** The sentences of {@code messages/zh.properties} or {@code messages/en.properties}, by key. */
    public static Map<String, String> messages(Language language) {
        String file = "/messages/" + language.name().toLowerCase(Locale.ROOT) + ".properties";
        Properties read = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no message file " + file);
            }
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> messages = new TreeMap<>();
        read.forEach((key, message) -> messages.put(key.toString(), message.toString()));
        return messages;
    }

    /** The language tag for {@code lang} attributes: {@code zh-CN}, {@code zh-Hant} or {@code en}. */
    public String tag() {
        return tag;
    }

    /** Which of the two written languages stands behind {@link #tag()}. */
    public Language language() {
        return language;
    }

    /**
     * The sentence under a key, its arguments put in. Whole numbers are grouped by thousands, texts are said in this
     * language, anything else as it is.
     *
     * @throws IllegalArgumentException if there is no such key or no such argument
     */
    public String say(String key, Object... arguments) {
        String message = messages.get(key);
        if (message == null) {
            throw new IllegalArgumentException("no message `%s` in %s".formatted(key, tag));
        }
        Matcher hole = HOLE.matcher(key.startsWith(LANGUAGES) ? message : script.apply(message));
        StringBuilder said = new StringBuilder();
        while (hole.find()) {
            int number = Integer.parseInt(hole.group(1));
            if (number >= arguments.length) {
                throw new IllegalArgumentException("message `%s` in %s has no argument %d".formatted(key, tag, number));
            }
            Object argument = arguments[number];
            String word = hole.group(2) == null ? spoken(argument) : isOne(argument) ? hole.group(2) : hole.group(3);
            hole.appendReplacement(said, Matcher.quoteReplacement(word));
        }
        return hole.appendTail(said).toString();
    }

    /** Whether there is a message under this key. */
    public boolean knows(String key) {
        return messages.containsKey(key);
    }

    /** A text of the rulebook or of the code in this language and script. Never for what people typed. */
    public String in(Text text) {
        return script.apply(text.in(language));
    }

    /** Several texts, with this language's comma between them. */
    public String list(Collection<Text> texts) {
        return String.join(say("list.comma"), texts.stream().map(this::in).toList());
    }

    /** 1,234. */
    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** 3月6日 (周五); with its year where that isn't the year of {@code today}. */
    public String day(LocalDate day, LocalDate today) {
        return say(
                day.getYear() == today.getYear() ? "date.day" : "date.day-of-year",
                Integer.toString(day.getYear()),
                day.getMonthValue(),
                day.getDayOfMonth(),
                say("date.weekday." + day.getDayOfWeek().getValue()),
                say("date.month." + day.getMonthValue()));
    }

    /** 2026年3月6日: for dates of law and of terms. */
    public String date(LocalDate day) {
        return say(
                "date.full",
                Integer.toString(day.getYear()),
                day.getMonthValue(),
                day.getDayOfMonth(),
                "",
                say("date.month." + day.getMonthValue()));
    }

    /** 3月6日 (周五) 18:00. */
    public String moment(LocalDateTime at, LocalDate today) {
        // The end of a day is said as that day's 24:00, never as the next day's beginning.
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? say("date.moment", day(at.toLocalDate().minusDays(1), today), "24:00")
                : say("date.moment", day(at.toLocalDate(), today), time(at.toLocalTime()));
    }

    /** 3月6日 (周五) 18:00 前. */
    public String before(LocalDateTime at, LocalDate today) {
        return say("date.before", moment(at, today));
    }

    /** 18:00. */
    public String time(LocalTime time) {
        return String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
    }

    private String spoken(Object argument) {
        return switch (argument) {
            case Text text -> in(text);
            case Long number -> number(number);
            case Integer number -> number(number);
            default -> String.valueOf(argument);
        };
    }

    private static boolean isOne(Object argument) {
        return argument instanceof Number number && number.longValue() == 1;
    }
}
