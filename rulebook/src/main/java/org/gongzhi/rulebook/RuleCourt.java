package org.gongzhi.rulebook;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.expression.Cannot;
import org.gongzhi.rulebook.expression.Evaluation;
import org.gongzhi.rulebook.expression.Expression;
import org.gongzhi.rulebook.expression.Kind;
import org.gongzhi.rulebook.expression.Scene;
import org.gongzhi.rulebook.expression.Value;
import org.gongzhi.rulebook.expression.Words;
import org.jspecify.annotations.Nullable;

/** Applies one rule (规则适用). Prepared once, it can be used by many at a time. */
final class RuleCourt {
    private final Rule rule;
    private final String edition;
    private final Timetable timetable;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Text> titles = new LinkedHashMap<>();

    RuleCourt(Rule rule, String edition, Timetable timetable) {
        this.rule = rule;
        this.edition = edition;
        this.timetable = timetable;
        for (Rule.Input input : rule.inputs()) {
            kinds.put(input.name(), input.kind());
            titles.put(input.name(), input.title());
        }
    }

    /** Applies the version in force on a date to values. */
    Judgement apply(LocalDate on, Map<String, Value> values) {
        Optional<Rule.Version> version = rule.findVersion(on);
        if (version.isEmpty()) {
            return new Judgement.None(
                    Text.of("规则“%s”在 %s 没有有效版本", "the rule `%s` has no version in force on %s", rule.title(), on));
        }
        for (Rule.Input input : rule.inputs()) {
            if (!values.containsKey(input.name())) {
                return new Judgement.None(Text.of("没有给出“%s”", "`%s` was not given", input.title()));
            }
        }
        try {
            return new Judgement.Found(apply(version.get(), on, values));
        } catch (Cannot cannot) {
            return new Judgement.None(cannot.why());
        } catch (ArithmeticException tooLarge) {
            return new Judgement.None(Text.of("数字过大，无法计算", "the numbers are too large to compute with"));
        }
    }

    /** The period that the version in force on a day fixes. */
    Optional<Span> period(LocalDate on) {
        Optional<Rule.Version> version = rule.findVersion(on);
        if (version.isEmpty()
                || !(version.get().require() instanceof Rule.Requirement.Fixed fixed)
                || !(fixed.kind() instanceof Kind.Length length)
                || !(fixed.expression() instanceof Expression.Literal literal)
                || !(literal.value() instanceof Value.Amount amount)
                || !amount.number().isWhole()) {
            return Optional.empty();
        }
        return Optional.of(new Span(amount.number().numerator().intValueExact(), length.unit()));
    }

    /** Reads the values as people write them, then applies the rule. */
    Judgement applyWritten(LocalDate on, Map<String, String> written) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Rule.Input input : rule.inputs()) {
            @Nullable String text = written.get(input.name());
            Optional<Value> value = text == null ? Optional.empty() : Value.read(input.kind(), text);
            if (value.isEmpty()) {
                return new Judgement.None(
                        text == null
                                ? Text.of("没有给出“%s”", "`%s` was not given", input.title())
                                : Text.of(
                                        "“%s”的值“%s”不是%s",
                                        "the value of `%s`, `%s`, is not %s",
                                        input.title(),
                                        text,
                                        input.kind().told()));
            }
            values.put(input.name(), value.get());
        }
        return apply(on, values);
    }

    private Finding apply(Rule.Version version, LocalDate on, Map<String, Value> values) {
        Scene scene = scene(version, values);
        Sitting sitting = new Sitting(version, on, scene, inputs(values));
        List<Rule.Exemption> true_ = new ArrayList<>();
        for (Rule.Exemption exemption : version.except()) {
            if (Evaluation.holds(exemption.when(), scene)) {
                true_.add(exemption);
            }
        }
        if (true_.isEmpty()) {
            return sitting.top(version.require(), version.cite(), null);
        }
        Finding first = sitting.top(true_.getFirst().require(), true_.getFirst().cite(), true_.getFirst());
        for (Rule.Exemption other : true_) {
            if (sitting.top(other.require(), other.cite(), other).holds() != first.holds()) {
                throw new Conflict(true_.getFirst(), other).asCannot();
            }
        }
        return first;
    }

    /** What the rule's expressions are evaluated in, for one version. */
    Scene scene(Rule.Version version, Map<String, Value> values) {
        Map<String, Kind> tableKinds = new LinkedHashMap<>();
        version.tables().forEach(table -> tableKinds.put(table.name(), table.kind()));
        return new Scene(
                values, kinds, titles, (table, inputs) -> lookup(version, table, inputs), tableKinds, timetable);
    }

    private static Value lookup(Rule.Version version, String name, Map<String, Value> inputs) {
        Rule.Table table = version.tables().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no table " + name));
        List<String> keys = table.by().stream()
                .map(input -> inputs.get(input) instanceof Value.Said said ? said.word() : "")
                .toList();
        @Nullable Value found = null;
        int exact = -1;
        for (Rule.Row row : table.rows()) {
            int fits = fits(row.keys(), keys);
            if (fits > exact) {
                exact = fits;
                found = row.value();
            }
        }
        if (found == null) {
            throw Cannot.because(
                    Text.of("%s没有对 %s 作规定", "%s fixes nothing for %s", table.title(), String.join(", ", keys)));
        }
        return found;
    }

    /** How many keys a row names that fit; -1 if it doesn't fit. */
    private static int fits(List<String> row, List<String> keys) {
        int named = 0;
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i).equals(keys.get(i))) {
                named++;
            } else if (!row.get(i).equals("*")) {
                return -1;
            }
        }
        return named;
    }

    private Map<String, String> inputs(Map<String, Value> values) {
        Map<String, String> inputs = new LinkedHashMap<>();
        rule.inputs().forEach(input -> {
            @Nullable Value value = values.get(input.name());
            if (value != null) {
                inputs.put(input.name(), value.told(input.kind()));
            }
        });
        return inputs;
    }

    /** Two exceptions that are true at once and disagree. */
    private record Conflict(Rule.Exemption one, Rule.Exemption other) {
        Cannot asCannot() {
            return Cannot.because(Text.of(
                    "两个例外同时成立而结果不同：%s；%s",
                    "two exceptions apply at once and disagree: %s; %s", one.words(), other.words()));
        }
    }

    /** One application of one version. */
    private final class Sitting {
        private final Rule.Version version;
        private final LocalDate on;
        private final Scene scene;
        private final Map<String, String> inputs;

        Sitting(Rule.Version version, LocalDate on, Scene scene, Map<String, String> inputs) {
            this.version = version;
            this.on = on;
            this.scene = scene;
            this.inputs = inputs;
        }

        Finding top(Rule.Requirement require, String cite, Rule.@Nullable Exemption exemption) {
            Finding found = of(require, cite, true);
            if (exemption == null) {
                return found;
            }
            Text comparison = new Text(
                    "例外（" + exemption.words().zh() + "）：" + found.comparison().zh(),
                    "exception (" + exemption.words().en() + "): "
                            + found.comparison().en());
            return finding(cite, comparison, found.holds(), found.margin(), found.unit(), true, found.parts());
        }

        private Finding of(Rule.Requirement require, String cite, boolean top) {
            return switch (require) {
                case Rule.Requirement.Line line -> expression(line.expression(), line.words(), cite, top, false);
                case Rule.Requirement.Fixed fixed -> fixed(fixed, cite, top);
                case Rule.Requirement.Group group ->
                    joined(
                            group.all(),
                            group.parts().stream()
                                    .map(part -> of(part, part.cite(), false))
                                    .toList(),
                            cite,
                            top);
            };
        }

        private Finding fixed(Rule.Requirement.Fixed fixed, String cite, boolean top) {
            Value value = Evaluation.value(fixed.expression(), scene);
            Text told = value.told(fixed.kind(), Text.NONE);
            boolean plain = fixed.expression() instanceof Expression.Literal;
            Text comparison =
                    plain ? Text.of("规定为 %s", "fixed at %s", told) : Text.of("%s ＝ %s", "%s = %s", fixed.words(), told);
            return finding(cite, comparison, true, null, Text.NONE, top, List.of());
        }

        private Finding expression(Expression expression, Text words, String cite, boolean top, boolean contrary) {
            return switch (expression) {
                case Expression.Comparison comparison -> comparison(comparison, words, cite, top, contrary);
                case Expression.Junction junction ->
                    joined(
                            junction.all() != contrary,
                            junction.parts().stream()
                                    .map(part -> expression(part, Words.of(part, titlesHere()), cite, false, contrary))
                                    .toList(),
                            cite,
                            top);
                case Expression.Not not -> expression(not.of(), Words.of(not.of(), titlesHere()), cite, top, !contrary);
                case Expression.Input input -> condition(input, words, cite, top, contrary);
                case Expression.Literal literal -> condition(literal, words, cite, top, contrary);
                case Expression.Lookup lookup -> condition(lookup, words, cite, top, contrary);
                case Expression.Share share -> throw new IllegalStateException("a share as a requirement");
                case Expression.Arithmetic sum -> throw new IllegalStateException("a sum as a requirement");
                case Expression.Extreme extreme -> throw new IllegalStateException("an extreme as a requirement");
                case Expression.Tally tally -> throw new IllegalStateException("a count as a requirement");
            };
        }

        private Map<String, Text> titlesHere() {
            Map<String, Text> all = new LinkedHashMap<>(titles);
            version.tables().forEach(table -> all.put(table.name(), table.title()));
            return all;
        }

        private Finding condition(Expression expression, Text words, String cite, boolean top, boolean contrary) {
            boolean yes = Evaluation.holds(expression, scene);
            Text comparison = new Text(
                    words.zh() + "：" + (yes ? "是" : "否") + (contrary ? "（要求：否）" : ""),
                    words.en() + ": " + (yes ? "yes" : "no") + (contrary ? " (must be no)" : ""));
            return finding(cite, comparison, yes != contrary, null, Text.NONE, top, List.of());
        }

        private Finding comparison(
                Expression.Comparison written, Text words, String cite, boolean top, boolean contrary) {
            Expression.Comparison comparison = contrary
                    ? new Expression.Comparison(
                            written.place(), written.relation().contrary(), written.left(), written.right())
                    : written;
            StringBuilder figures = new StringBuilder();
            Evaluation.figures(comparison, scene, figures);
            Text said = contrary ? Words.of(comparison, titlesHere()) : words;
            Text told = new Text(figures + "（" + said.zh() + "）", figures + " (" + said.en() + ")");
            @Nullable Fraction difference = Evaluation.difference(comparison, scene);
            @Nullable Long margin = null;
            Text unit = Text.NONE;
            if (difference != null) {
                BigInteger spare = comparison.relation().margin(difference);
                margin = spare.longValueExact();
                Kind left = Evaluation.kind(comparison.left(), scene);
                unit = (left instanceof Kind.Plain ? Evaluation.kind(comparison.right(), scene) : left).counted();
            }
            return finding(cite, told, Evaluation.holds(comparison, scene), margin, unit, top, List.of());
        }

        /** All hold: the tightest margin counts. Any holds: the widest. */
        private Finding joined(boolean all, List<Finding> parts, String cite, boolean top) {
            boolean holds = all
                    ? parts.stream().allMatch(Finding::holds)
                    : parts.stream().anyMatch(Finding::holds);
            List<Finding> decisive =
                    parts.stream().filter(part -> part.holds() == holds).toList();
            long held = parts.stream().filter(Finding::holds).count();
            Text comparison = all
                    ? Text.of("%s 项中 %s 项成立，须全部成立", "%s lines, %s of them hold, all must", parts.size(), held)
                    : Text.of("%s 项中 %s 项成立，须至少一项成立", "%s lines, %s of them hold, one must", parts.size(), held);
            boolean counted = decisive.size() == 1;
            return finding(
                    cite,
                    comparison,
                    holds,
                    counted ? decisive.getFirst().margin() : null,
                    counted ? decisive.getFirst().unit() : Text.NONE,
                    top,
                    parts);
        }

        private Finding finding(
                String cite,
                Text comparison,
                boolean holds,
                @Nullable Long margin,
                Text unit,
                boolean top,
                List<Finding> parts) {
            return new Finding(
                    rule.name(),
                    rule.title(),
                    edition,
                    top ? version.from() : null,
                    cite,
                    version.verified(),
                    on,
                    top ? inputs : Map.of(),
                    comparison,
                    holds,
                    margin,
                    unit,
                    false,
                    parts);
        }
    }
}
