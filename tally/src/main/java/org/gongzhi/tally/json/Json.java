package org.gongzhi.tally.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value (JSON 值). Numbers keep their text. */
public sealed interface Json {
    /** An object; its members keep their order. */
    record Members(Map<String, Json> members) implements Json {
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /** An array. */
    record Items(List<Json> items) implements Json {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A string. */
    record Word(String text) implements Json {}

    /** A number, as written. */
    record Numeral(String text) implements Json {}

    /** A truth value. */
    record Truth(boolean value) implements Json {}

    /** Nothing. */
    record Nothing() implements Json {}

    /** A member of an object; empty if there is none or this is no object. */
    default Optional<Json> find(String key) {
        return this instanceof Members(var members) ? Optional.ofNullable(members.get(key)) : Optional.empty();
    }

    /** The text of a string member, or an empty text. */
    default String text(String key) {
        return find(key).flatMap(Json::findText).orElse("");
    }

    /** The text of a string or a number. */
    default Optional<String> findText() {
        return switch (this) {
            case Word(var text) -> Optional.of(text);
            case Numeral(var text) -> Optional.of(text);
            case Members _, Items _, Truth _, Nothing _ -> Optional.empty();
        };
    }

    /** The items of an array member; none if there is no such array. */
    default List<Json> items(String key) {
        return find(key).map(Json::items).orElse(List.of());
    }

    /** The items of an array; none if this is no array. */
    default List<Json> items() {
        return this instanceof Items(var items) ? items : List.of();
    }

    /** The texts of an array of strings or numbers. */
    default List<String> texts(String key) {
        return items(key).stream().flatMap(item -> item.findText().stream()).toList();
    }

    /** Whether a member is true. */
    default boolean isTrue(String key) {
        return find(key).equals(Optional.of(new Truth(true)));
    }

    /** A string. */
    static Json of(String text) {
        return new Word(text);
    }

    /** A whole number. */
    static Json of(long number) {
        return new Numeral(Long.toString(number));
    }

    static Json of(boolean value) {
        return new Truth(value);
    }

    /** An array of strings. */
    static Json of(List<String> texts) {
        return new Items(texts.stream().map(Json::of).toList());
    }

    /** An array. */
    static Json items(List<Json> items) {
        return new Items(items);
    }

    /** An object from keys and values by turns; a value may be a Json, a text, a whole number, a truth or a list of texts. */
    static Json members(Object... keysAndValues) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            members.put((String) keysAndValues[i], any(keysAndValues[i + 1]));
        }
        return new Members(members);
    }

    private static Json any(Object value) {
        return switch (value) {
            case Json json -> json;
            case Boolean truth -> new Truth(truth);
            case Integer number -> of(number.longValue());
            case Long number -> of(number);
            case List<?> list -> {
                List<Json> items = new ArrayList<>();
                list.forEach(item -> items.add(any(item)));
                yield new Items(items);
            }
            default -> new Word(value.toString());
        };
    }

    /** Reads a text; throws {@link Broken} with the place where it is no JSON. */
    static Json read(String text) throws Broken {
        return new JsonReader(text).whole();
    }

    /** Written with two blanks of indent; an array of plain values stands on one line. */
    default String write() {
        StringBuilder out = new StringBuilder();
        JsonWriter.write(this, 0, out);
        return out.append('\n').toString();
    }

    /** The text is no JSON. */
    final class Broken extends Exception {
        private static final long serialVersionUID = 1;
        private final int line;
        private final int column;
        private final String why;

        Broken(int line, int column, String message) {
            super(message);
            this.line = line;
            this.column = column;
            why = message;
        }

        /** What is wrong, in English. */
        public String why() {
            return why;
        }

        public int line() {
            return line;
        }

        public int column() {
            return column;
        }
    }
}
