package org.gongzhi.rulebook.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.tree.Faults;
import org.gongzhi.rulebook.tree.Node;

/** The words and signs of an expression with their places (词法). */
final class Tokens {
    private static final Pattern NEXT = Pattern.compile("\\s+"
            + "|(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})"
            + "|(?<number>[0-9]+(?:\\.[0-9]+)?(?:/[0-9]+|%)?)"
            + "|(?<name>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)"
            + "|(?<sign>>=|<=|!=|[><=+*/(),-])");
    private static final int LONGEST = 2_000;

    /** What a token is (词类). */
    enum Sort {
        DATE,
        NUMBER,
        NAME,
        SIGN,
        END
    }

    /** A word or a sign. */
    record Token(Sort sort, String text, Place place) {
        boolean is(String word) {
            return text.equals(word) && sort != Sort.END;
        }
    }

    private Tokens() {}

    /** The tokens of a scalar, ending with one of sort {@link Sort#END}; empty, with a fault, if there is a strange sign. */
    static List<Token> of(Node.Scalar scalar, Faults faults) {
        String text = scalar.text();
        if (text.length() > LONGEST) {
            faults.add(
                    "R161",
                    scalar.place(),
                    Text.of("表达式超过 %s 个字符", "the expression is longer than %s characters", LONGEST),
                    Text.of("请用 all: 或 any: 分行写", "write it in lines under all: or any:"));
            return List.of();
        }
        int shift = scalar.plain() ? 0 : 1;
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = NEXT.matcher(text);
        int at = 0;
        while (at < text.length()) {
            Place place = at(scalar, at + shift);
            if (!matcher.region(at, text.length()).lookingAt()) {
                faults.add(
                        "R161",
                        place,
                        Text.of(
                                "表达式里不认识“%s”",
                                "the expression has no sign `%s`", text.substring(at, text.offsetByCodePoints(at, 1))),
                        Text.of("例如  present >= 2/3 of members", "for example  present >= 2/3 of members"));
                return List.of();
            }
            for (Sort sort : List.of(Sort.DATE, Sort.NUMBER, Sort.NAME, Sort.SIGN)) {
                String found = matcher.group(sort.name().toLowerCase(java.util.Locale.ROOT));
                if (found != null) {
                    tokens.add(new Token(sort, found, place));
                }
            }
            at = matcher.end();
        }
        tokens.add(new Token(Sort.END, "", at(scalar, text.length() + shift)));
        return tokens;
    }

    private static Place at(Node.Scalar scalar, int offset) {
        return new Place(
                scalar.place().file(), scalar.place().line(), scalar.place().column() + offset);
    }
}
