package org.gongzhi.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.expression.Expression;
import org.gongzhi.rulebook.expression.Kind;
import org.gongzhi.rulebook.expression.Value;
import org.jspecify.annotations.Nullable;

/**
 * A dated rule (规则): a quorum, a cap, a period, with its article.
 *
 * @param versions in the order of their dates; each ends where the next begins
 * @param repealed the day from which the last version is no longer in force
 * @param source its text as it stands in the file
 */
public record Rule(
        String name,
        Place place,
        Text title,
        List<Input> inputs,
        List<Version> versions,
        @Nullable LocalDate repealed,
        List<Example> examples,
        String source) {
    public Rule {
        inputs = List.copyOf(inputs);
        versions = List.copyOf(versions);
        examples = List.copyOf(examples);
    }

    /** The version in force on a day, if there is one. */
    public Optional<Version> findVersion(LocalDate on) {
        if (repealed != null && !on.isBefore(repealed)) {
            return Optional.empty();
        }
        @Nullable Version found = null;
        for (Version version : versions) {
            found = version.from().isAfter(on) ? found : version;
        }
        return Optional.ofNullable(found);
    }

    /** Something that a rule is applied to (输入). */
    public record Input(String name, Place place, Text title, Kind kind) {}

    /**
     * A rule as it stands from a day on (版本).
     *
     * @param verified whether the source was read; if not, every finding says so
     */
    public record Version(
            Place place,
            LocalDate from,
            String cite,
            boolean verified,
            Requirement require,
            List<Exemption> except,
            List<Table> tables) {
        public Version {
            except = List.copyOf(except);
            tables = List.copyOf(tables);
        }
    }

    /** What is required (要求): one line, or several of which all or any must hold. */
    public sealed interface Requirement {
        Place place();

        /** The article of this part, possibly empty. */
        String cite();

        /**
         * One comparison or condition (要求行).
         *
         * @param words the line in words
         */
        record Line(Place place, String cite, Expression expression, Text words) implements Requirement {}

        /**
         * What a rule fixes rather than requires (规定值): a period, a number, an amount. Stands alone.
         *
         * @param words the value in words
         */
        record Fixed(Place place, String cite, Expression expression, Kind kind, Text words) implements Requirement {}

        /** Several requirements (要求组). */
        record Group(Place place, String cite, boolean all, List<Requirement> parts) implements Requirement {
            public Group {
                parts = List.copyOf(parts);
            }
        }
    }

    /** Where something else is required (例外). Two exceptions true at once with different results are a refusal. */
    public record Exemption(Place place, Expression when, Text words, String cite, Requirement require) {}

    /**
     * Values by a few words (表): a cap by district and kind.
     *
     * @param by the inputs that choose the line
     * @param rows the lines; {@code *} stands for any other word
     */
    public record Table(String name, Place place, Text title, Kind kind, List<String> by, List<Row> rows) {
        public Table {
            by = List.copyOf(by);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A line of a table (表行).
     *
     * @param value null where the table says {@code none}: nothing is fixed for this line
     */
    public record Row(
            Place place, List<String> keys, @Nullable Value value) {
        public Row {
            keys = List.copyOf(keys);
        }
    }

    /**
     * Numbers in, verdict out (例).
     *
     * @param gives for a rule that fixes a value: that value as it is written
     */
    public record Example(
            Place place,
            LocalDate on,
            Map<String, Value> values,
            boolean holds,
            @Nullable Long margin,
            @Nullable String gives) {
        public Example {
            values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
        }
    }
}
