package org.gongzhi.tally.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON strictly, as RFC 8259 has it (读取 JSON); a key twice in one object is refused, nesting is bounded. */
final class JsonReader {
    private static final int DEEPEST = 64;

    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    Json whole() throws Json.Broken {
        Json value = value(0);
        blank();
        if (at < text.length()) {
            throw broken("more text after the end of the value");
        }
        return value;
    }

    private Json value(int depth) throws Json.Broken {
        if (depth > DEEPEST) {
            throw broken("nested too deep");
        }
        blank();
        return switch (peek()) {
            case '{' -> members(depth);
            case '[' -> items(depth);
            case '"' -> new Json.Word(word());
            case 't' -> literal("true", new Json.Truth(true));
            case 'f' -> literal("false", new Json.Truth(false));
            case 'n' -> literal("null", new Json.Nothing());
            default -> number();
        };
    }

    private Json members(int depth) throws Json.Broken {
        Map<String, Json> members = new LinkedHashMap<>();
        at++;
        blank();
        if (peek() == '}') {
            at++;
            return new Json.Members(members);
        }
        while (true) {
            blank();
            if (peek() != '"') {
                throw broken("a key in quotes is due");
            }
            String key = word();
            expect(':');
            if (members.put(key, value(depth + 1)) != null) {
                throw broken("the key \"" + key + "\" stands here twice");
            }
            if (!more('}')) {
                return new Json.Members(members);
            }
        }
    }

    private Json items(int depth) throws Json.Broken {
        List<Json> items = new ArrayList<>();
        at++;
        blank();
        if (peek() == ']') {
            at++;
            return new Json.Items(items);
        }
        while (true) {
            items.add(value(depth + 1));
            if (!more(']')) {
                return new Json.Items(items);
            }
        }
    }

    private boolean more(char end) throws Json.Broken {
        blank();
        char c = peek();
        if (c != ',' && c != end) {
            throw broken("a comma or '" + end + "' is due");
        }
        at++;
        return c == ',';
    }

    private void expect(char wanted) throws Json.Broken {
        blank();
        if (peek() != wanted) {
            throw broken("'" + wanted + "' is due");
        }
        at++;
    }

    private String word() throws Json.Broken {
        StringBuilder word = new StringBuilder();
        at++;
        while (true) {
            char c = peek();
            at++;
            if (c == '"') {
                return word.toString();
            }
            if (c < ' ') {
                throw broken("a line end or control character within quotes");
            }
            word.append(c == '\\' ? escape() : c);
        }
    }

    private char escape() throws Json.Broken {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw broken("no such escape");
        };
    }

    private char unicode() throws Json.Broken {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw broken("four hexadecimal digits are due");
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private Json literal(String word, Json value) throws Json.Broken {
        if (!text.startsWith(word, at)) {
            throw broken("no JSON value");
        }
        at += word.length();
        return value;
    }

    private Json number() throws Json.Broken {
        int from = at;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        int whole = digits();
        if (whole == 0 || (whole > 1 && text.charAt(at - whole) == '0')) {
            throw broken("no JSON value");
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            if (digits() == 0) {
                throw broken("a digit is due");
            }
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            if (digits() == 0) {
                throw broken("a digit is due");
            }
        }
        return new Json.Numeral(text.substring(from, at));
    }

    private int digits() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    private void blank() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws Json.Broken {
        if (at >= text.length()) {
            throw broken("the text ends too early");
        }
        return text.charAt(at);
    }

    private Json.Broken broken(String why) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < Math.min(at, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new Json.Broken(line, Math.max(1, at - start + 1), why);
    }
}
