package org.gongzhi.bench.rulebook;

import static org.gongzhi.bench.rulebook.Damage.list;
import static org.gongzhi.bench.rulebook.Damage.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Ways to damage a rule (规则变异). */
final class Legal {
    private Legal() {}

    static List<Damage> all() {
        List<Damage> all = new ArrayList<>();
        all.add(require("at least becomes more than", true, text -> text.replace(">=", ">")));
        all.add(require("more than becomes at least", true, text -> text.replaceFirst(">(?!=)", ">=")));
        all.add(require("at most becomes less than", true, text -> text.replace("<=", "<")));
        all.add(require(
                "another share",
                true,
                text -> text.replace("2/3", "3/4")
                        .replace("1/2", "3/5")
                        .replace("1/3", "2/5")
                        .replace("4/5", "5/6")
                        .replace("1/10", "1/8")
                        .replace("1/5", "1/4")));
        all.add(require(
                "a share without its base",
                true,
                text -> text.replaceAll(" of [a-z-]+$", "").replaceAll("^(.*>=? [0-9/]+) of .*", "$1")));
        all.add(require("mistype an input", true, text -> text.replaceFirst("^([a-z]+)", "$1x")));
        all.add(require("an expression that stops", true, text -> text + " +"));
        all.add(require(
                "compare with days",
                true,
                text -> text.contains("days") || !text.contains(">")
                        ? text
                        : text.replaceFirst("> *=? *.*", "> 3 days and 1 > 2")));
        all.add(version(
                "drop the citation", true, version -> version.containsKey("cite"), version -> version.remove("cite")));
        all.add(version(
                "a day that doesn't exist", true, version -> true, version -> version.put("from", "2026-06-31")));
        all.add(rule(
                "versions in disorder",
                true,
                rule -> list(rule.get("versions")).size() > 1,
                rule -> rule.put(
                        "versions", new ArrayList<>(list(rule.get("versions")).reversed()))));
        all.add(rule(
                "two versions from one day",
                true,
                rule -> list(rule.get("versions")).size() > 1,
                rule -> map(list(rule.get("versions")).get(1))
                        .put("from", map(list(rule.get("versions")).getFirst()).get("from"))));
        all.add(rule(
                "a gap: the first version is gone",
                true,
                rule -> list(rule.get("versions")).size() > 1,
                rule -> list(rule.get("versions")).removeFirst()));
        all.add(rule("repealed before it began", true, rule -> true, rule -> rule.put("repealed", "1980-01-01")));
        all.add(rule(
                "drop an input",
                true,
                rule -> !map(rule.get("inputs")).isEmpty(),
                rule -> map(rule.get("inputs"))
                        .remove(map(rule.get("inputs")).keySet().iterator().next())));
        all.add(rule(
                "no examples at all", true, rule -> rule.containsKey("examples"), rule -> rule.remove("examples")));
        all.add(rule("a key that isn't known", true, rule -> true, rule -> rule.put("exemples", List.of())));
        all.add(rule(
                "no Chinese title",
                true,
                rule -> true,
                rule -> map(rule.get("title")).remove("zh")));
        all.add(example(
                "a verdict turned round",
                true,
                example -> example.containsKey("holds") && example.containsKey("margin"),
                example -> example.put(
                        "holds", String.valueOf(example.get("holds")).matches("yes|true") ? "no" : "yes")));
        all.add(example(
                "a margin off by one",
                true,
                example -> example.get("margin") instanceof Integer,
                example -> example.put("margin", Integer.parseInt(String.valueOf(example.get("margin"))) + 1)));
        all.add(table("a table with a gap", true, rows -> rows.removeFirst()));
        all.add(table("a table with a line twice", true, rows -> rows.add(rows.getFirst())));
        all.add(version(
                "exceptions that disagree",
                true,
                version -> version.containsKey("except") && version.containsKey("require"),
                version -> {
                    Map<String, Object> first = map(list(version.get("except")).getFirst());
                    list(version.get("except"))
                            .add(new LinkedHashMap<>(
                                    Map.of("when", first.get("when"), "require", version.get("require"))));
                }));
        all.add(rule(
                "other words for a rule",
                false,
                rule -> true,
                rule -> map(rule.get("title")).computeIfPresent("en", (key, value) -> value + " (as amended)")));
        all.add(rule(
                "one more example of the same",
                false,
                rule -> !list(rule.get("examples")).isEmpty(),
                rule -> list(rule.get("examples"))
                        .add(list(rule.get("examples")).getFirst())));
        all.add(rule(
                "examples in another order",
                false,
                rule -> !list(rule.get("examples")).isEmpty(),
                rule -> rule.put(
                        "examples", new ArrayList<>(list(rule.get("examples")).reversed()))));
        all.add(version(
                "another citation",
                false,
                version -> version.containsKey("cite"),
                version -> version.put("cite", "同上")));
        all.add(version("marked as not verified", false, version -> true, version -> version.put("unverified", "yes")));
        all.add(table("lines of a table in another order", false, rows -> java.util.Collections.reverse(rows)));
        return all;
    }

    private static Damage rule(
            String name,
            boolean harmful,
            java.util.function.Predicate<Map<String, Object>> where,
            java.util.function.Consumer<Map<String, Object>> how) {
        return new Damage(name, harmful, file -> {
            Map<String, Object> rule = map(file);
            return rule.containsKey("rule") && where.test(rule) ? List.of(() -> how.accept(rule)) : List.of();
        });
    }

    private static Damage version(
            String name,
            boolean harmful,
            java.util.function.Predicate<Map<String, Object>> where,
            java.util.function.Consumer<Map<String, Object>> how) {
        return new Damage(
                name,
                harmful,
                file -> list(map(file).get("versions")).stream()
                        .map(Damage::map)
                        .filter(where)
                        .<Runnable>map(version -> () -> how.accept(version))
                        .toList());
    }

    private static Damage example(
            String name,
            boolean harmful,
            java.util.function.Predicate<Map<String, Object>> where,
            java.util.function.Consumer<Map<String, Object>> how) {
        return new Damage(
                name,
                harmful,
                file -> !map(file).containsKey("rule")
                        ? List.of()
                        : list(map(file).get("examples")).stream()
                                .map(Damage::map)
                                .filter(where)
                                .<Runnable>map(example -> () -> how.accept(example))
                                .toList());
    }

    private static Damage table(String name, boolean harmful, java.util.function.Consumer<List<Object>> how) {
        return new Damage(name, harmful, file -> {
            List<Runnable> places = new ArrayList<>();
            list(map(file).get("versions"))
                    .forEach(version -> map(map(version).get("tables"))
                            .values()
                            .forEach(table ->
                                    places.add(() -> how.accept(list(map(table).get("rows"))))));
            return places;
        });
    }

    /** Each requirement whose text the change touches. */
    private static Damage require(String name, boolean harmful, UnaryOperator<String> change) {
        return new Damage(name, harmful, file -> {
            List<Runnable> places = new ArrayList<>();
            list(map(file).get("versions")).forEach(one -> {
                Map<String, Object> version = map(one);
                if (version.get("require") instanceof String text
                        && !change.apply(text).equals(text)) {
                    places.add(() -> version.put("require", change.apply(text)));
                }
                List<Object> lines = list(version.get("all"));
                for (int i = 0; i < lines.size(); i++) {
                    int line = i;
                    if (lines.get(i) instanceof String text
                            && !change.apply(text).equals(text)) {
                        places.add(() -> lines.set(line, change.apply(text)));
                    }
                }
            });
            return places;
        });
    }
}
