package org.gongzhi.rulebook.expression;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Span;

/** A value that a rule is applied to (取值). */
public sealed interface Value {
    /** A count, a number, money in fen, or a length of time (数值). */
    record Amount(Fraction number) implements Value {
        /** A whole amount. */
        public static Amount of(long whole) {
            return new Amount(Fraction.of(whole));
        }
    }

    /** A day (日期). */
    record On(LocalDate date) implements Value {}

    /** Yes or no (是否). */
    record Answer(boolean yes) implements Value {}

    /** A word (词). */
    record Said(String word) implements Value {}

    /** The lines of a roll (名单). */
    record Lines(List<Map<String, Value>> lines) implements Value {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Reads a value of a kind as people write it; money in yuan, {@code 200000} or {@code 200000.50}, or with
     * {@code fen} behind it.
     *
     * @return empty if the text is none
     */
    static Optional<Value> read(Kind kind, String text) {
        return switch (kind) {
            case Kind.Count count -> whole(text);
            case Kind.Length length ->
                text.matches("[0-9]{1,18}")
                        ? whole(text)
                        : Span.read(text)
                                .filter(span -> span.unit() == length.unit())
                                .map(span -> Amount.of(span.amount()));
            case Kind.Plain number -> Fraction.read(text).map(Amount::new);
            case Kind.Money money -> money(text);
            case Kind.Day day -> date(text);
            case Kind.YesNo yesNo ->
                switch (text) {
                    case "yes", "true" -> Optional.of(new Answer(true));
                    case "no", "false" -> Optional.of(new Answer(false));
                    default -> Optional.empty();
                };
            case Kind.Word word -> word.choices().contains(text) ? Optional.of(new Said(text)) : Optional.empty();
            case Kind.Roll roll -> Optional.empty();
        };
    }

    private static Optional<Value> whole(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Amount.of(Long.parseLong(text))) : Optional.empty();
    }

    private static Optional<Value> money(String text) {
        if (text.endsWith(" fen")) {
            return whole(text.substring(0, text.length() - " fen".length()));
        }
        String yuan = text.endsWith(" yuan") ? text.substring(0, text.length() - " yuan".length()) : text;
        return yuan.matches("[0-9]{1,16}(\\.[0-9]{1,2})?")
                ? Fraction.read(yuan).map(number -> new Amount(number.times(Fraction.of(100))))
                : Optional.empty();
    }

    private static Optional<Value> date(String text) {
        try {
            return Optional.of(new On(LocalDate.parse(text)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** The value with its unit: 15 日, 15 days. */
    default Text told(Kind kind, Text none) {
        String figures = told(kind);
        return switch (kind) {
            case Kind.Money money -> Text.of("%s 元", "%s yuan", figures);
            case Kind.Length length ->
                Text.of("%s %s", "%s %s", figures, length.unit().title(figures.equals("1") ? 1 : 2));
            case Kind.Count count -> Text.same(figures);
            case Kind.Plain plain -> Text.same(figures);
            case Kind.Day day -> Text.same(figures);
            case Kind.YesNo yesNo -> Text.same(figures);
            case Kind.Word word -> Text.same(figures);
            case Kind.Roll roll -> none;
        };
    }

    /** The value in figures: money in yuan. */
    default String told(Kind kind) {
        return switch (this) {
            case Amount amount ->
                kind instanceof Kind.Money
                        ? yuan(amount.number())
                        : amount.number().toString();
            case On on -> on.date().toString();
            case Answer answer -> answer.yes() ? "yes" : "no";
            case Said said -> said.word();
            case Lines lines -> String.valueOf(lines.lines().size());
        };
    }

    private static String yuan(Fraction fen) {
        if (!fen.isWhole()) {
            return fen.dividedBy(Fraction.of(100)).toString();
        }
        BigInteger[] parts = fen.numerator().divideAndRemainder(BigInteger.valueOf(100));
        return parts[1].signum() == 0
                ? parts[0].toString()
                : "%s%d.%02d"
                        .formatted(fen.signum() < 0 && parts[0].signum() == 0 ? "-" : "", parts[0], parts[1].abs());
    }
}
