package org.gongzhi.tally.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes JSON for people and programs (写出 JSON). */
final class JsonWriter {
    private JsonWriter() {}

    static void write(Json value, int depth, StringBuilder out) {
        switch (value) {
            case Json.Members(var members) -> members(members, depth, out);
            case Json.Items(var items) -> items(items, depth, out);
            case Json.Word(var text) -> word(text, out);
            case Json.Numeral(var text) -> out.append(text);
            case Json.Truth(var truth) -> out.append(truth);
            case Json.Nothing() -> out.append("null");
        }
    }

    private static void members(Map<String, Json> members, int depth, StringBuilder out) {
        if (members.isEmpty()) {
            out.append("{}");
            return;
        }
        String comma = "{";
        for (Map.Entry<String, Json> member : members.entrySet()) {
            out.append(comma);
            line(depth + 1, out);
            word(member.getKey(), out);
            out.append(": ");
            write(member.getValue(), depth + 1, out);
            comma = ",";
        }
        line(depth, out);
        out.append('}');
    }

    private static void items(List<Json> items, int depth, StringBuilder out) {
        boolean plain = items.stream().noneMatch(item -> item instanceof Json.Members || item instanceof Json.Items);
        String comma = "[";
        for (Json item : items) {
            out.append(comma);
            if (!plain) {
                line(depth + 1, out);
            } else if (comma.equals(",")) {
                out.append(' ');
            }
            write(item, depth + 1, out);
            comma = ",";
        }
        if (items.isEmpty()) {
            out.append('[');
        } else if (!plain) {
            line(depth, out);
        }
        out.append(']');
    }

    private static void line(int depth, StringBuilder out) {
        out.append('\n').repeat("  ", depth);
    }

    private static void word(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    boolean alone = Character.isSurrogate(c) && !paired(text, i);
                    if (c < ' ' || c == 0x7F || c == 0x2028 || c == 0x2029 || alone) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean paired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
