package org.gongzhi.rulebook.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Span;
import org.jspecify.annotations.Nullable;

/** What kind of thing a value is (类型). A count knows what it counts, so that heads are never compared with ballots. */
public sealed interface Kind {
    /** A number of things of one sort (数量), such as members; never negative, always whole. */
    record Count(String thing) implements Kind {}

    /** A bare number or a ratio (数). */
    record Plain() implements Kind {}

    /** An amount of money (金额), counted in fen. */
    record Money() implements Kind {}

    /** A length of time in one unit (时长). */
    record Length(Span.Unit unit) implements Kind {}

    /** A day (日期). */
    record Day() implements Kind {}

    /** Yes or no (是否). */
    record YesNo() implements Kind {}

    /** One of a few words (词). */
    record Word(List<String> choices) implements Kind {
        public Word {
            choices = List.copyOf(choices);
        }
    }

    /** Several things, each with the same few facts (名单), counted by {@code count(… where …)}. */
    record Roll(String thing, Map<String, Kind> facts) implements Kind {
        public Roll {
            facts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facts));
        }
    }

    /** Reads {@code count of members}, {@code money}, {@code working days}, {@code date}, {@code yes or no}, {@code number}. */
    static Optional<Kind> read(String text) {
        if (text.startsWith("count of ")) {
            String thing = text.substring("count of ".length()).strip();
            return thing.matches("[a-z][a-z -]*") ? Optional.of(new Count(thing)) : Optional.empty();
        }
        @Nullable
        Kind simple = switch (text) {
            case "number" -> new Plain();
            case "money" -> new Money();
            case "date" -> new Day();
            case "yes or no" -> new YesNo();
            case "hours" -> new Length(Span.Unit.HOURS);
            case "days" -> new Length(Span.Unit.DAYS);
            case "months" -> new Length(Span.Unit.MONTHS);
            case "years" -> new Length(Span.Unit.YEARS);
            case "working hours" -> new Length(Span.Unit.WORKING_HOURS);
            case "working days" -> new Length(Span.Unit.WORKING_DAYS);
            default -> null;
        };
        return Optional.ofNullable(simple);
    }

    /** The kind in words, for faults. */
    default Text told() {
        return switch (this) {
            case Count count -> Text.of("%s的数量", "a count of %s", count.thing());
            case Plain plain -> Text.of("数", "a number");
            case Money money -> Text.of("金额", "money");
            case Length length ->
                Text.of("以%s计的时长", "a length in %s", length.unit().title(2));
            case Day day -> Text.of("日期", "a date");
            case YesNo yesNo -> Text.of("是否", "yes or no");
            case Word word -> Text.of("词（%s）", "one of the words %s", String.join(", ", word.choices()));
            case Roll roll -> Text.of("%s名单", "a roll of %s", roll.thing());
        };
    }

    /** What one unit of it is called where a margin is told; empty where nothing is counted. */
    default Text counted() {
        return switch (this) {
            case Count count -> Text.same(count.thing());
            case Money money -> Text.of("分", "fen");
            case Length length -> length.unit().title(2);
            case Day day -> Text.of("日", "days");
            case Plain plain -> Text.NONE;
            case YesNo yesNo -> Text.NONE;
            case Word word -> Text.NONE;
            case Roll roll -> Text.NONE;
        };
    }
}
