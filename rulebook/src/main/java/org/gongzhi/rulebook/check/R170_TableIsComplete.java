package org.gongzhi.rulebook.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Rule;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.expression.Kind;
import org.gongzhi.rulebook.tree.Faults;

/** Every table has exactly one line for each choice of its words (表完整且不重叠). Decided exactly, by going through all choices. */
final class R170_TableIsComplete implements Check {
    @Override
    public String code() {
        return "R170";
    }

    @Override
    public void check(Rule rule, Rulebook book, Faults faults) {
        for (Rule.Version version : rule.versions()) {
            for (Rule.Table table : version.tables()) {
                List<List<String>> choices = new ArrayList<>();
                for (String by : table.by()) {
                    rule.inputs().stream()
                            .filter(input -> input.name().equals(by))
                            .forEach(input ->
                                    choices.add(input.kind() instanceof Kind.Word word ? word.choices() : List.of()));
                }
                each(choices, new ArrayList<>(), keys -> line(table, keys, faults));
            }
        }
    }

    private void each(List<List<String>> choices, List<String> chosen, Consumer<List<String>> then) {
        if (chosen.size() == choices.size()) {
            then.accept(List.copyOf(chosen));
            return;
        }
        for (String choice : choices.get(chosen.size())) {
            chosen.add(choice);
            each(choices, chosen, then);
            chosen.removeLast();
        }
    }

    private void line(Rule.Table table, List<String> keys, Faults faults) {
        int best = -1;
        List<Rule.Row> lines = new ArrayList<>();
        for (Rule.Row row : table.rows()) {
            int named = named(row, keys);
            if (named > best) {
                best = named;
                lines.clear();
            }
            if (named == best && named >= 0) {
                lines.add(row);
            }
        }
        if (lines.isEmpty()) {
            faults.add(
                    code(),
                    table.place(),
                    Text.of("表“%s”没有 %s 这一行", "the table `%s` has no line for %s", table.name(), keys),
                    Text.of("请补上；没有规定时写 none", "add it; write none if nothing is fixed"));
        } else if (lines.size() > 1) {
            faults.add(
                    code(),
                    lines.get(1).place(),
                    Text.of(
                            "%s 已见第 %s 行",
                            "%s stands already in line %s",
                            keys,
                            lines.getFirst().place().line()),
                    Text.of("请删去其中一行", "remove one of the two lines"));
        }
    }

    /** How many words a row names that fit; -1 if it doesn't fit. */
    private static int named(Rule.Row row, List<String> keys) {
        int named = 0;
        for (int i = 0; i < keys.size(); i++) {
            if (row.keys().get(i).equals(keys.get(i))) {
                named++;
            } else if (!row.keys().get(i).equals("*")) {
                return -1;
            }
        }
        return named;
    }
}
