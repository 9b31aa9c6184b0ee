package org.gongzhi.rulebook;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongzhi.exact.Text;
import org.jspecify.annotations.Nullable;

/**
 * A length of time as a rule names it (期间), such as 4 working hours.
 *
 * @param amount from 0 to 100,000
 */
public record Span(int amount, Unit unit) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,6}) +([a-z]+(?: [a-z]+)?)");
    private static final int LONGEST = 100_000;

    /** What is counted (期间单位). Working units count by the working-day calendar and the office hours. */
    public enum Unit {
        HOURS,
        DAYS,
        MONTHS,
        YEARS,
        WORKING_HOURS,
        WORKING_DAYS;

        private static final Map<String, Unit> WORDS = Map.ofEntries(
                Map.entry("hour", HOURS),
                Map.entry("hours", HOURS),
                Map.entry("day", DAYS),
                Map.entry("days", DAYS),
                Map.entry("month", MONTHS),
                Map.entry("months", MONTHS),
                Map.entry("year", YEARS),
                Map.entry("years", YEARS),
                Map.entry("working hour", WORKING_HOURS),
                Map.entry("working hours", WORKING_HOURS),
                Map.entry("working day", WORKING_DAYS),
                Map.entry("working days", WORKING_DAYS));

        /** The unit's name for an amount. */
        public Text title(long amount) {
            Text one = switch (this) {
                case HOURS -> new Text("小时", "hour");
                case DAYS -> new Text("日", "day");
                case MONTHS -> new Text("个月", "month");
                case YEARS -> new Text("年", "year");
                case WORKING_HOURS -> new Text("个工作小时", "working hour");
                case WORKING_DAYS -> new Text("个工作日", "working day");
            };
            return amount == 1 ? one : new Text(one.zh(), one.en() + "s");
        }
    }

    public Span {
        if (amount < 0 || amount > LONGEST) {
            throw new IllegalArgumentException("a span of %s %s".formatted(amount, unit));
        }
    }

    /** Reads {@code 4 working hours}, {@code 1 day}; empty if the text is no span. */
    public static Optional<Span> read(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        @Nullable Unit unit = Unit.WORDS.get(matcher.group(2));
        int amount = Integer.parseInt(matcher.group(1));
        return unit == null || amount > LONGEST ? Optional.empty() : Optional.of(new Span(amount, unit));
    }

    /** The span in words: 4 个工作小时, 4 working hours. */
    public Text told() {
        return Text.of("%s%s", "%s %s", amount, unit.title(amount));
    }

    /** As it is written in a rulebook. */
    @Override
    public String toString() {
        return amount + " " + unit.title(amount).en();
    }
}
