package org.gongzhi.rulebook.expression;

import java.math.BigInteger;
import java.util.Map;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Text;

/** Says an expression in words (读法): 到会人数不少于成员人数的三分之二, present at least 2/3 of members. */
public final class Words {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final BigInteger LARGEST = BigInteger.valueOf(9_999);

    private Words() {}

    /** The expression in words, inputs by their titles. */
    public static Text of(Expression expression, Map<String, Text> titles) {
        return switch (expression) {
            case Expression.Literal literal -> literal(literal);
            case Expression.Input input -> titles.getOrDefault(input.name(), Text.same(input.name()));
            case Expression.Lookup lookup -> titles.getOrDefault(lookup.table(), Text.same(lookup.table()));
            case Expression.Share share ->
                new Text(
                        of(share.base(), titles).zh() + "的" + chinese(share.share()),
                        share.share() + " of " + of(share.base(), titles).en());
            case Expression.Arithmetic sum ->
                join(of(sum.left(), titles), " " + sum.operator().sign() + " ", of(sum.right(), titles));
            case Expression.Extreme extreme -> extreme(extreme, titles);
            case Expression.Tally tally ->
                Text.of(
                        "%s中%s的",
                        "those of %s with %s",
                        titles.getOrDefault(tally.roll(), Text.same(tally.roll())),
                        of(tally.where(), titles));
            case Expression.Comparison comparison -> {
                Text left = of(comparison.left(), titles);
                Text right = of(comparison.right(), titles);
                Text words = comparison.relation().words();
                yield new Text(left.zh() + words.zh() + right.zh(), left.en() + " " + words.en() + " " + right.en());
            }
            case Expression.Junction junction -> junction(junction, titles);
            case Expression.Not not -> Text.of("并非（%s）", "not (%s)", of(not.of(), titles));
        };
    }

    private static Text literal(Expression.Literal literal) {
        String figures = literal.value().told(literal.kind());
        return switch (literal.kind()) {
            case Kind.Money money -> Text.of("%s 元", "%s yuan", figures);
            case Kind.Length length ->
                Text.of("%s %s", "%s %s", figures, length.unit().title(figures.equals("1") ? 1 : 2));
            case Kind.YesNo yesNo -> Text.of(figures.equals("yes") ? "是" : "否", figures);
            case Kind.Count count -> Text.same(figures);
            case Kind.Plain number -> Text.same(figures);
            case Kind.Day day -> Text.same(figures);
            case Kind.Word word -> Text.same(figures);
            case Kind.Roll roll -> Text.same(figures);
        };
    }

    private static Text extreme(Expression.Extreme extreme, Map<String, Text> titles) {
        Text list = of(extreme.among().getFirst(), titles);
        for (Expression one : extreme.among().subList(1, extreme.among().size())) {
            Text next = of(one, titles);
            list = new Text(list.zh() + "、" + next.zh(), list.en() + ", " + next.en());
        }
        return extreme.greatest()
                ? Text.of("%s中的最大者", "the greatest of %s", list)
                : Text.of("%s中的最小者", "the least of %s", list);
    }

    private static Text junction(Expression.Junction junction, Map<String, Text> titles) {
        String zh = junction.all() ? "，并且" : "，或者";
        String en = junction.all() ? ", and " : ", or ";
        Text list = of(junction.parts().getFirst(), titles);
        for (Expression part : junction.parts().subList(1, junction.parts().size())) {
            Text next = of(part, titles);
            list = new Text(list.zh() + zh + next.zh(), list.en() + en + next.en());
        }
        return list;
    }

    private static Text join(Text left, String between, Text right) {
        return new Text(left.zh() + between + right.zh(), left.en() + between + right.en());
    }

    /** 2/3 as 三分之二. */
    static String chinese(Fraction fraction) {
        BigInteger part = fraction.numerator();
        BigInteger whole = fraction.denominator();
        boolean speakable = part.signum() > 0 && part.compareTo(LARGEST) <= 0 && whole.compareTo(LARGEST) <= 0;
        if (!speakable || fraction.isWhole()) {
            return fraction + (fraction.isWhole() ? "倍" : "");
        }
        return numeral(whole.intValue()) + "分之" + numeral(part.intValue());
    }

    private static String numeral(int number) {
        StringBuilder said = new StringBuilder();
        String[] units = {"千", "百", "十", ""};
        int unit = 1_000;
        boolean gap = false;
        for (int i = 0; i < units.length; i++, unit /= 10) {
            int digit = number / unit % 10;
            if (digit == 0) {
                gap = !said.isEmpty();
                continue;
            }
            said.append(gap ? "零" : "");
            gap = false;
            boolean ten = unit == 10 && digit == 1 && said.isEmpty();
            said.append(ten ? "" : DIGITS.charAt(digit)).append(units[i]);
        }
        return said.toString();
    }
}
