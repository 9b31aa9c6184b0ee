package org.gongzhi.bench.rulebook;

import static org.gongzhi.bench.rulebook.Damage.list;
import static org.gongzhi.bench.rulebook.Damage.map;
import static org.gongzhi.bench.rulebook.Institutional.action;
import static org.gongzhi.bench.rulebook.Institutional.field;
import static org.gongzhi.bench.rulebook.Institutional.step;
import static org.gongzhi.bench.rulebook.Institutional.whole;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ways to change an institution that make it no worse, and a few that concern it as a whole (整体与无害变异). */
final class Wholes {
    private Wholes() {}

    static void harmless(List<Damage> all) {
        all.add(step(
                "other words for a step",
                false,
                (root, step) -> step.containsKey("title"),
                (root, step) -> map(step.get("title")).computeIfPresent("zh", (key, value) -> value + "阶段")));
        all.add(step(
                "tell one more when overdue",
                false,
                (root, step) -> step.containsKey("overdue"),
                (root, step) -> list(step.get("overdue"))
                        .add(new LinkedHashMap<>(Map.of("after", "9 working days", "tell", "street-office.officer")))));
        all.add(step(
                "a longer deadline, walks left out",
                false,
                (root, step) -> String.valueOf(step.get("within")).endsWith(" working days"),
                (root, step) -> {
                    step.put("within", "39 working days");
                    root.remove("examples");
                }));
        all.add(action(
                "other words for an action",
                false,
                (step, action) -> action.containsKey("title"),
                (root, action) -> map(action.get("title")).computeIfPresent("zh", (key, value) -> "请" + value)));
        all.add(field(
                "a longer text",
                false,
                (root, field) -> "text".equals(map(field.getValue()).get("type")),
                (root, field) -> map(field.getValue()).put("max", 5000)));
        all.add(whole(
                "one more channel",
                false,
                root -> map(root.get("opens")).containsKey("through"),
                root -> list(map(root.get("opens")).get("through")).add("counter")));
        all.add(whole("no walks", false, root -> root.containsKey("examples"), root -> root.remove("examples")));
        all.add(whole("no measures", false, root -> root.containsKey("measures"), root -> root.remove("measures")));
        all.add(whole(
                "one more field of the form",
                false,
                root -> true,
                root -> map(root.get("fields"))
                        .put(
                                "remark",
                                new LinkedHashMap<>(Map.of(
                                        "title",
                                        new LinkedHashMap<>(Map.of("zh", "备注", "en", "Remark")),
                                        "type",
                                        "text")))));
        all.add(whole("fields in another order", false, root -> root.containsKey("fields"), root -> {
            List<Map.Entry<String, Object>> entries =
                    new ArrayList<>(map(root.get("fields")).entrySet());
            Map<String, Object> turned = new LinkedHashMap<>();
            entries.reversed().forEach(entry -> turned.put(entry.getKey(), entry.getValue()));
            root.put("fields", turned);
        }));
        all.add(whole(
                "another citation", false, root -> root.containsKey("cite"), root -> root.put("cite", "区府办〔2026〕1号")));
    }

    static void walksAndWords(List<Damage> all) {
        all.add(whole(
                "a walk that isn't true",
                true,
                root -> String.valueOf(root.get("examples")).contains(", due 2026-03"),
                root -> list(root.get("examples"))
                        .forEach(example -> map(example)
                                .computeIfPresent(
                                        "walk",
                                        (key, walk) -> String.valueOf(walk)
                                                .replaceFirst(", due 2026-03-([0-9]{2})", ", due 2026-02-$1")))));
        all.add(whole(
                "a step that nothing leads to",
                true,
                root -> true,
                root -> map(root.get("steps"))
                        .put(
                                "forgotten",
                                new LinkedHashMap<>(Map.of(
                                        "title",
                                        new LinkedHashMap<>(Map.of("zh", "遗忘", "en", "Forgotten")),
                                        "final",
                                        "done")))));
        all.add(whole("in force on no day", true, root -> true, root -> root.put("from", "2026-02-30")));
    }
}
