package org.gongzhi.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.expression.Expression;
import org.gongzhi.rulebook.expression.Kind;
import org.gongzhi.rulebook.expression.Value;
import org.gongzhi.rulebook.expression.Words;
import org.gongzhi.rulebook.grammar.ExpressionReader;
import org.gongzhi.rulebook.grammar.Typing;
import org.gongzhi.rulebook.tree.Faults;
import org.gongzhi.rulebook.tree.Nearest;
import org.gongzhi.rulebook.tree.Node;
import org.gongzhi.rulebook.tree.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads one file of {@code rules/} (规则读取). */
final class RuleReader {
    private final Faults faults;
    private final Map<String, Text> dictionary;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Text> titles = new LinkedHashMap<>();

    private RuleReader(Map<String, Text> dictionary, Faults faults) {
        this.dictionary = dictionary;
        this.faults = faults;
    }

    /** A rule; where a part can't be read, a fault is added and the part is left out. */
    static Rule read(Node root, String source, Map<String, Text> dictionary, Faults faults) {
        return new RuleReader(dictionary, faults).rule(root, source);
    }

    private Rule rule(Node root, String source) {
        Sheet sheet = Sheet.of(root, faults);
        String name = sheet.need("rule", "representatives-meeting-quorum")
                .flatMap(sheet::name)
                .orElse("");
        Text title = sheet.title("title");
        List<Rule.Input> inputs = new ArrayList<>();
        sheet.need("inputs", "{present: count of members}").ifPresent(node -> {
            for (Node.Entry entry : Sheet.of(node, faults).names()) {
                input(entry).ifPresent(inputs::add);
            }
        });
        inputs.forEach(input -> {
            kinds.put(input.name(), input.kind());
            titles.put(input.name(), input.title());
        });
        List<Rule.Version> versions = new ArrayList<>();
        sheet.need("versions", "[{from: 2026-01-01, cite: …, require: …}]").ifPresent(node -> {
            for (Node item : Sheet.items(node)) {
                version(item).ifPresent(versions::add);
            }
        });
        Optional<LocalDate> repealed = sheet.date("repealed");
        List<Rule.Example> examples = new ArrayList<>();
        sheet.take("examples").ifPresent(node -> {
            for (Node item : Sheet.items(node)) {
                example(item).ifPresent(examples::add);
            }
        });
        sheet.close();
        return new Rule(name, root.place(), title, inputs, versions, repealed.orElse(null), examples, source);
    }

    private Optional<Rule.Input> input(Node.Entry entry) {
        String name = entry.key().text();
        if (entry.value() instanceof Node.Scalar) {
            Sheet sheet = Sheet.of(new Node.Keys(entry.key().place(), List.of()), faults);
            @Nullable Text title = dictionary.get(name);
            if (title == null) {
                faults.add(
                        "R007",
                        entry.key().place(),
                        Text.of("words.yaml 里没有“%s”", "words.yaml has no word for `%s`", name),
                        Text.of(
                                "请在那里补上，或写  %s: {type: …, title: {zh: …, en: …}}",
                                "add it there, or write  %s: {type: …, title: {zh: …, en: …}}", name));
            }
            return kind(entry.value(), sheet)
                    .map(kind ->
                            new Rule.Input(name, entry.key().place(), title == null ? Text.same(name) : title, kind));
        }
        Sheet sheet = Sheet.of(entry.value(), faults);
        Text title = sheet.has("title") ? sheet.title("title") : dictionary.getOrDefault(name, Text.same(name));
        Optional<Kind> kind = sheet.need("type", "count of members").flatMap(node -> kind(node, sheet));
        Optional<Node> words = sheet.take("words");
        Optional<Node> facts = sheet.take("facts");
        sheet.close();
        if (words.isPresent()) {
            kind = Optional.of(new Kind.Word(Sheet.items(words.get()).stream()
                    .flatMap(word -> sheet.name(word).stream())
                    .toList()));
        }
        if (facts.isPresent() && kind.isPresent() && kind.get() instanceof Kind.Count count) {
            Map<String, Kind> of = new LinkedHashMap<>();
            for (Node.Entry fact : Sheet.of(facts.get(), faults).names()) {
                kind(fact.value(), sheet).ifPresent(one -> of.put(fact.key().text(), one));
            }
            kind = Optional.of(new Kind.Roll(count.thing(), of));
        }
        return kind.map(one -> new Rule.Input(name, entry.key().place(), title, one));
    }

    private Optional<Kind> kind(Node node, Sheet sheet) {
        return sheet.text(node).flatMap(text -> {
            Optional<Kind> kind = text.equals("word") ? Optional.of(new Kind.Word(List.of())) : Kind.read(text);
            if (kind.isEmpty()) {
                faults.add(
                        "R006",
                        node.place(),
                        Text.of("“%s”不是类型", "`%s` is not a type", text),
                        Nearest.mend(
                                text,
                                List.of(
                                        "count of members",
                                        "number",
                                        "money",
                                        "date",
                                        "days",
                                        "working days",
                                        "yes or no",
                                        "word")));
            }
            return kind;
        });
    }

    private Optional<Rule.Version> version(Node node) {
        Sheet sheet = Sheet.of(node, faults);
        Optional<LocalDate> from = sheet.need("from", "2026-01-01").flatMap(sheet::date);
        String cite = sheet.need("cite", "城市居民委员会组织法 (2025) 第二十九条")
                .flatMap(sheet::text)
                .orElse("");
        boolean verified = !sheet.yes("unverified");
        List<Rule.Table> tables = new ArrayList<>();
        Map<String, Kind> tableKinds = new LinkedHashMap<>();
        Map<String, Text> names = new LinkedHashMap<>(titles);
        sheet.take("tables").ifPresent(list -> {
            for (Node.Entry entry : Sheet.of(list, faults).names()) {
                table(entry).ifPresent(tables::add);
            }
        });
        tables.forEach(table -> {
            tableKinds.put(table.name(), table.kind());
            names.put(table.name(), table.title());
        });
        Typing typing = new Typing(kinds, tableKinds, faults);
        Optional<Rule.Requirement> require = requirement(sheet, cite, typing, names, true);
        List<Rule.Exemption> exemptions = new ArrayList<>();
        sheet.take("except").ifPresent(list -> {
            for (Node item : Sheet.items(list)) {
                exemption(item, cite, typing, names).ifPresent(exemptions::add);
            }
        });
        sheet.close();
        return from.isEmpty() || require.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Rule.Version(node.place(), from.get(), cite, verified, require.get(), exemptions, tables));
    }

    private Optional<Rule.Exemption> exemption(Node node, String cite, Typing typing, Map<String, Text> names) {
        Sheet sheet = Sheet.of(node, faults);
        Optional<Expression> when = sheet.need("when", "special = yes")
                .flatMap(condition -> ExpressionReader.read(condition, faults))
                .flatMap(typing::requirement);
        String own = sheet.text("cite").orElse(cite);
        Optional<Rule.Requirement> require = requirement(sheet, own, typing, names, true);
        sheet.close();
        return when.isEmpty() || require.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Rule.Exemption(node.place(), when.get(), Words.of(when.get(), names), own, require.get()));
    }

    /** The one of {@code require}, {@code all}, {@code any} that a sheet has. */
    private Optional<Rule.Requirement> requirement(
            Sheet sheet, String cite, Typing typing, Map<String, Text> names, boolean needed) {
        boolean group = sheet.has("all") || sheet.has("any");
        if (sheet.has("gives")) {
            Optional<Node> node = sheet.take("gives");
            sheet.take("require");
            return node.flatMap(given -> ExpressionReader.read(given, faults)
                    .flatMap(typing::type)
                    .map(typed -> new Rule.Requirement.Fixed(
                            given.place(),
                            cite,
                            typed.expression(),
                            typed.kind(),
                            Words.of(typed.expression(), names))));
        }
        sheet.take("gives");
        if (!group) {
            return (needed ? sheet.need("require", "present >= 2/3 of members") : sheet.take("require"))
                    .flatMap(node -> line(node, cite, typing, names));
        }
        boolean all = sheet.has("all");
        List<Rule.Requirement> parts = new ArrayList<>();
        boolean whole = true;
        Optional<Node> list = sheet.take(all ? "all" : "any");
        for (Node item : list.map(Sheet::items).orElse(List.of())) {
            Optional<Rule.Requirement> part;
            if (item instanceof Node.Keys) {
                Sheet inner = Sheet.of(item, faults);
                String own = inner.text("cite").orElse(cite);
                part = requirement(inner, own, typing, names, true);
                inner.close();
            } else {
                part = line(item, cite, typing, names);
            }
            part.ifPresent(parts::add);
            whole &= part.isPresent();
        }
        sheet.take("require");
        return whole && list.isPresent() && !parts.isEmpty()
                ? Optional.of(new Rule.Requirement.Group(list.get().place(), cite, all, parts))
                : Optional.empty();
    }

    private Optional<Rule.Requirement> line(Node node, String cite, Typing typing, Map<String, Text> names) {
        return ExpressionReader.read(node, faults)
                .flatMap(typing::requirement)
                .map(expression ->
                        new Rule.Requirement.Line(node.place(), cite, expression, Words.of(expression, names)));
    }

    private Optional<Rule.Table> table(Node.Entry entry) {
        Sheet sheet = Sheet.of(entry.value(), faults);
        Text title = sheet.title("title");
        Optional<Kind> kind = sheet.need("type", "money").flatMap(node -> kind(node, sheet));
        List<String> by = new ArrayList<>();
        sheet.take("by").ifPresent(node -> {
            for (Node item : Sheet.items(node)) {
                sheet.choice(item, words()).ifPresent(by::add);
            }
        });
        List<Rule.Row> rows = new ArrayList<>();
        sheet.need("rows", "[[futian, service, 200000]]").ifPresent(node -> {
            for (Node item : Sheet.items(node)) {
                kind.flatMap(one -> row(item, by, one, sheet)).ifPresent(rows::add);
            }
        });
        sheet.close();
        return kind.map(one -> new Rule.Table(entry.key().text(), entry.key().place(), title, one, by, rows));
    }

    private Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        kinds.forEach((name, kind) -> {
            if (kind instanceof Kind.Word) {
                words.put(name, name);
            }
        });
        return words;
    }

    private Optional<Rule.Row> row(Node node, List<String> by, Kind kind, Sheet sheet) {
        List<Node> cells = Sheet.items(node);
        if (cells.size() != by.size() + 1) {
            faults.add(
                    "R006",
                    node.place(),
                    Text.of("这一行应有 %s 格", "this line should have %s cells", by.size() + 1),
                    Text.of("先写 %s，再写值", "first %s, then the value", String.join(", ", by)));
            return Optional.empty();
        }
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            Map<String, String> known = new LinkedHashMap<>();
            known.put("*", "*");
            if (kinds.get(by.get(i)) instanceof Kind.Word word) {
                word.choices().forEach(choice -> known.put(choice, choice));
            }
            sheet.choice(cells.get(i), known).ifPresent(keys::add);
        }
        if (keys.size() < by.size()) {
            return Optional.empty();
        }
        Optional<String> written = sheet.text(cells.getLast());
        if (written.isPresent() && written.get().equals("none")) {
            return Optional.of(new Rule.Row(node.place(), keys, null));
        }
        return written.flatMap(text -> value(cells.getLast(), kind, text))
                .map(value -> new Rule.Row(node.place(), keys, value));
    }

    private Optional<Value> value(Node node, Kind kind, String text) {
        Optional<Value> value = Value.read(kind, text);
        if (value.isEmpty()) {
            faults.add("R006", node.place(), Text.of("“%s”不是%s", "`%s` is not %s", text, kind.told()), Text.NONE);
        }
        return value;
    }

    private Optional<Rule.Example> example(Node node) {
        Sheet sheet = Sheet.of(node, faults);
        Optional<LocalDate> on = sheet.need("on", "2026-01-01").flatMap(sheet::date);
        Optional<String> gives = sheet.text("gives");
        Optional<Boolean> holds = gives.isPresent()
                ? Optional.of(true)
                : sheet.need("holds", "yes").flatMap(sheet::yesOrNo);
        Optional<Integer> margin = sheet.number("margin", -999_999_999, 999_999_999);
        Map<String, Value> values = new LinkedHashMap<>();
        kinds.forEach((name, kind) -> sheet.take(name)
                .flatMap(cell -> kind instanceof Kind.Roll roll
                        ? lines(cell, roll)
                        : sheet.text(cell).flatMap(text -> value(cell, kind, text)))
                .ifPresent(value -> values.put(name, value)));
        sheet.close();
        if (on.isEmpty() || holds.isEmpty()) {
            return Optional.empty();
        }
        @Nullable Long spare = margin.isPresent() ? margin.get().longValue() : null;
        return Optional.of(new Rule.Example(node.place(), on.get(), values, holds.get(), spare, gives.orElse(null)));
    }

    private Optional<Value> lines(Node node, Kind.Roll roll) {
        List<Map<String, Value>> lines = new ArrayList<>();
        for (Node item : Sheet.items(node)) {
            Sheet sheet = Sheet.of(item, faults);
            Map<String, Value> line = new LinkedHashMap<>();
            roll.facts()
                    .forEach((name, kind) -> sheet.take(name)
                            .flatMap(cell -> sheet.text(cell).flatMap(text -> value(cell, kind, text)))
                            .ifPresent(value -> line.put(name, value)));
            sheet.close();
            lines.add(line);
        }
        return Optional.of(new Value.Lines(lines));
    }
}
