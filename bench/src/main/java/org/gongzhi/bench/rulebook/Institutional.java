package org.gongzhi.bench.rulebook;

import static org.gongzhi.bench.rulebook.Damage.isYes;
import static org.gongzhi.bench.rulebook.Damage.list;
import static org.gongzhi.bench.rulebook.Damage.map;
import static org.gongzhi.bench.rulebook.Damage.names;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Ways to damage an institution (制度变异). */
final class Institutional {
    private Institutional() {}

    static List<Damage> all() {
        List<Damage> all = new ArrayList<>();
        steps(all);
        actions(all);
        fields(all);
        rolesAndBodies(all);
        Wholes.walksAndWords(all);
        Wholes.harmless(all);
        return all;
    }

    static Damage step(
            String name,
            boolean harmful,
            BiPredicate<Map<String, Object>, Map<String, Object>> where,
            BiConsumer<Map<String, Object>, Map<String, Object>> how) {
        return new Damage(name, harmful, file -> {
            List<Runnable> places = new ArrayList<>();
            Map<String, Object> root = map(file);
            map(root.get("steps")).values().forEach(one -> {
                Map<String, Object> step = map(one);
                if (where.test(root, step)) {
                    places.add(() -> how.accept(root, step));
                }
            });
            return places;
        });
    }

    static Damage action(
            String name,
            boolean harmful,
            BiPredicate<Map<String, Object>, Map<String, Object>> where,
            BiConsumer<Map<String, Object>, Map<String, Object>> how) {
        return new Damage(name, harmful, file -> {
            List<Runnable> places = new ArrayList<>();
            Map<String, Object> root = map(file);
            map(root.get("steps")).values().forEach(one -> {
                Map<String, Object> step = map(one);
                map(step.get("actions")).values().forEach(two -> {
                    Map<String, Object> action = map(two);
                    if (where.test(step, action)) {
                        places.add(() -> how.accept(root, action));
                    }
                });
            });
            return places;
        });
    }

    static Damage field(
            String name,
            boolean harmful,
            BiPredicate<Map<String, Object>, Map.Entry<String, Object>> where,
            BiConsumer<Map<String, Object>, Map.Entry<String, Object>> how) {
        return new Damage(name, harmful, file -> {
            List<Runnable> places = new ArrayList<>();
            Map<String, Object> root = map(file);
            map(root.get("fields")).entrySet().forEach(entry -> {
                if (where.test(root, entry)) {
                    places.add(() -> how.accept(root, entry));
                }
            });
            return places;
        });
    }

    static Damage whole(
            String name,
            boolean harmful,
            java.util.function.Predicate<Map<String, Object>> where,
            java.util.function.Consumer<Map<String, Object>> how) {
        return new Damage(name, harmful, file -> {
            Map<String, Object> root = map(file);
            return root.containsKey("institution") && where.test(root) ? List.of(() -> how.accept(root)) : List.of();
        });
    }

    /** Whether one can come back from a step to another by any way. */
    private static boolean leadsBack(Map<String, Object> root, String from, String goal) {
        Set<String> seen = new HashSet<>(Set.of(from));
        List<String> open = new ArrayList<>(seen);
        while (!open.isEmpty()) {
            String name = open.removeLast();
            if (name.equals(goal)) {
                return true;
            }
            Map<String, Object> step = map(map(root.get("steps")).get(name));
            List<Object> ways = new ArrayList<>();
            map(step.get("actions")).values().forEach(action -> {
                ways.add(map(action).get("to"));
                ways.add(map(map(action).get("then")).get("to"));
            });
            ways.add(map(step.get("on-timeout")).get("to"));
            ways.add(map(step.get("appeal")).get("to"));
            ways.stream().map(String::valueOf).filter(seen::add).forEach(open::add);
        }
        return false;
    }

    private static String nameOf(Map<String, Object> root, Map<String, Object> step) {
        return map(root.get("steps")).entrySet().stream()
                .filter(entry -> entry.getValue().equals(step))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static boolean isFinal(Map<String, Object> root, @Nullable Object step) {
        return map(map(root.get("steps")).get(String.valueOf(step))).containsKey("final");
    }

    private static boolean declines(Map<String, Object> root, @Nullable Object step) {
        return "declined"
                .equals(map(map(root.get("steps")).get(String.valueOf(step))).get("final"));
    }

    private static void steps(List<Damage> all) {
        all.add(step(
                "drop the one told when overdue",
                true,
                (root, step) -> step.containsKey("overdue") && !step.containsKey("on-timeout"),
                (root, step) -> step.remove("overdue")));
        all.add(step(
                "drop the deadline",
                true,
                (root, step) -> step.containsKey("within"),
                (root, step) -> step.remove("within")));
        all.add(step(
                "deadline that is no span",
                true,
                (root, step) -> step.containsKey("within"),
                (root, step) -> step.put("within", "soon")));
        all.add(step(
                "mistype a key",
                true,
                (root, step) -> step.containsKey("within"),
                (root, step) -> step.put("withn", step.remove("within"))));
        all.add(step(
                "tell a post that isn't there",
                true,
                (root, step) -> step.containsKey("overdue"),
                (root, step) -> map(list(step.get("overdue")).getFirst()).put("tell", "work-station.director")));
        all.add(step(
                "timeout to a step that isn't there",
                true,
                (root, step) -> step.containsKey("on-timeout"),
                (root, step) -> map(step.get("on-timeout")).put("to", "nowhere")));
        all.add(step(
                "timeout back to the same step",
                true,
                (root, step) -> step.containsKey("on-timeout"),
                (root, step) -> map(step.get("on-timeout")).put("to", nameOf(root, step))));
        all.add(step(
                "silence ends as consent",
                true,
                (root, step) -> step.containsKey("on-timeout")
                        && isFinal(root, map(step.get("on-timeout")).get("to"))
                        && map(step.get("actions")).values().stream()
                                .anyMatch(action -> isFinal(root, map(action).get("to"))),
                (root, step) -> map(step.get("on-timeout"))
                        .put(
                                "to",
                                map(step.get("actions")).values().stream()
                                        .map(action -> map(action).get("to"))
                                        .filter(to -> isFinal(root, to))
                                        .findFirst()
                                        .orElseThrow())));
        all.add(step(
                "let the clock stand still for ever",
                true,
                (root, step) -> isYes(step.get("stops-clock")),
                (root, step) -> step.remove("on-timeout")));
        all.add(step(
                "drop a final mark",
                true,
                (root, step) -> step.containsKey("final"),
                (root, step) -> step.remove("final")));
        all.add(step(
                "drop the appeal of a refusal",
                true,
                (root, step) -> "declined".equals(step.get("final")),
                (root, step) -> step.remove("appeal")));
        all.add(step(
                "appeal to a step that isn't there",
                true,
                (root, step) -> map(step.get("appeal")).containsKey("to"),
                (root, step) -> map(step.get("appeal")).put("to", "court")));
        all.add(step(
                "escalate downwards",
                true,
                (root, step) -> list(step.get("overdue")).stream()
                        .anyMatch(line -> map(line).containsKey("escalate-to")),
                (root, step) -> list(step.get("overdue"))
                        .forEach(line ->
                                map(line).computeIfPresent("escalate-to", (key, value) -> "residents-council"))));
        all.add(step(
                "drop the translation of a step",
                true,
                (root, step) -> step.containsKey("title"),
                (root, step) -> map(step.get("title")).remove("en")));
        all.add(step(
                "a step for nobody",
                true,
                (root, step) -> step.containsKey("who"),
                (root, step) -> step.remove("who")));
        all.add(step(
                "a step for a role that isn't there",
                true,
                (root, step) -> step.containsKey("who"),
                (root, step) -> step.put("who", "mayor")));
        all.add(step(
                "payment by one person",
                true,
                (root, step) -> step.containsKey("pay"),
                (root, step) -> map(step.get("pay")).put("two-person", "no")));
        all.add(step(
                "payment approved by whoever asks",
                true,
                (root, step) -> step.containsKey("pay"),
                (root, step) -> map(step.get("pay")).put("approved-by", step.get("who"))));
        all.add(step(
                "the rated one rates",
                true,
                (root, step) -> map(step.get("rating")).containsKey("rated"),
                (root, step) -> list(map(step.get("rating")).get("raters"))
                        .add(map(step.get("rating")).get("rated"))));
        all.add(step(
                "vote under a rule that isn't there",
                true,
                (root, step) -> step.containsKey("vote"),
                (root, step) -> map(step.get("vote")).put("carried", "acclamation")));
        all.add(step(
                "period of a rule that isn't there",
                true,
                (root, step) -> String.valueOf(step.get("within")).startsWith("rule "),
                (root, step) -> step.put("within", "rule nothing")));
        all.add(step(
                "a function that the body hasn't",
                true,
                (root, step) -> "supervise".equals(step.get("function"))
                        && names(map(map(root.get("roles")).get(String.valueOf(step.get("who"))))
                                        .get("body"))
                                .contains("supervision-committee"),
                (root, step) -> step.put("function", "execute")));
    }

    private static void actions(List<Damage> all) {
        all.add(action(
                "point an action nowhere",
                true,
                (step, action) -> action.containsKey("to"),
                (root, action) -> action.put("to", "nowhere")));
        all.add(action(
                "drop what comes after the bound",
                true,
                (step, action) -> action.containsKey("at-most"),
                (root, action) -> action.remove("then")));
        all.add(action(
                "drop the bound, keep what comes after",
                true,
                (step, action) -> action.containsKey("at-most"),
                (root, action) -> action.remove("at-most")));
        all.add(new Damage("add an unbounded return loop", true, file -> {
            List<Runnable> places = new ArrayList<>();
            Map<String, Object> root = map(file);
            map(root.get("steps"))
                    .forEach((name, one) -> map(map(one).get("actions"))
                            .values()
                            .forEach(two -> {
                                Map<String, Object> action = map(two);
                                if (action.containsKey("at-most")
                                        && leadsBack(root, String.valueOf(action.get("to")), name)) {
                                    places.add(() -> {
                                        action.remove("at-most");
                                        action.remove("then");
                                    });
                                }
                            }));
            return places;
        }));
        all.add(new Damage("refuse without a reason", true, file -> {
            List<Runnable> places = new ArrayList<>();
            Map<String, Object> root = map(file);
            map(root.get("steps")).values().forEach(one -> {
                boolean opener = "opener".equals(map(one).get("who"));
                map(map(one).get("actions")).values().forEach(two -> {
                    if (!opener && declines(root, map(two).get("to"))) {
                        places.add(() -> map(two).remove("asks"));
                    }
                });
            });
            return places;
        }));
        all.add(new Damage("refuse without telling", true, file -> {
            List<Runnable> places = new ArrayList<>();
            Map<String, Object> root = map(file);
            map(root.get("steps"))
                    .values()
                    .forEach(one -> map(map(one).get("actions")).values().forEach(two -> {
                        if (!"opener".equals(map(one).get("who")) && declines(root, map(two).get("to"))) {
                            places.add(() -> map(two).remove("tells"));
                        }
                    }));
            return places;
        }));
        all.add(new Damage("shadow an action", true, file -> {
            List<Runnable> places = new ArrayList<>();
            map(map(file).get("steps")).values().forEach(one -> {
                List<Object> actions =
                        new ArrayList<>(map(map(one).get("actions")).values());
                if (actions.size() > 1) {
                    places.add(() ->
                            map(actions.get(1)).put("title", map(actions.get(0)).get("title")));
                }
            });
            return places;
        }));
        all.add(new Damage("never assign a role", true, file -> {
            List<Runnable> places = new ArrayList<>();
            Map<String, Object> root = map(file);
            map(root.get("roles")).forEach((role, value) -> {
                if (map(value).containsKey("assigned-by")) {
                    places.add(() -> map(root.get("steps"))
                            .values()
                            .forEach(one -> map(map(one).get("actions"))
                                    .values()
                                    .forEach(two -> list(map(two).get("asks")).remove(role))));
                }
            });
            return places;
        }));
        all.add(action(
                "ask for a field that isn't there",
                true,
                (step, action) -> action.containsKey("asks"),
                (root, action) -> list(action.get("asks")).add("no-such-field")));
        all.add(action(
                "require a rule that isn't there",
                true,
                (step, action) -> action.containsKey("requires"),
                (root, action) -> action.put("requires", "no-such-rule")));
        all.add(action(
                "require a rule without asking for its facts",
                true,
                (step, action) -> action.containsKey("requires"),
                (root, action) -> list(action.get("asks"))
                        .removeIf(ask -> List.of("amount", "present", "applied", "term", "ratings")
                                .contains(ask))));
        all.add(action(
                "tell a role that isn't there",
                true,
                (step, action) -> action.containsKey("tells"),
                (root, action) -> action.put("tells", "neighbour")));
    }

    private static void fields(List<Damage> all) {
        all.add(field(
                "publish a personal field",
                true,
                (root, field) -> isYes(map(field.getValue()).get("personal")) && root.containsKey("public"),
                (root, field) -> list(map(root.get("public")).get("shows")).add(field.getKey())));
        all.add(field(
                "publish what was typed",
                true,
                (root, field) -> "text".equals(map(field.getValue()).get("type"))
                        && !map(field.getValue()).containsKey("written-by")
                        && root.containsKey("public"),
                (root, field) -> list(map(root.get("public")).get("shows")).add(field.getKey())));
        all.add(field(
                "publish a place as finely as typed",
                true,
                (root, field) -> map(field.getValue()).containsKey("public-as")
                        && list(map(root.get("public")).get("shows")).contains(field.getKey()),
                (root, field) -> map(field.getValue()).remove("public-as")));
        all.add(field(
                "keep a personal field for ever",
                true,
                (root, field) -> isYes(map(field.getValue()).get("personal")),
                (root, field) -> map(field.getValue()).remove("keep")));
        all.add(field(
                "let everybody see a personal field",
                true,
                (root, field) -> map(root.get("seen-by")).containsKey(field.getKey()),
                (root, field) -> map(root.get("seen-by")).remove(field.getKey())));
        all.add(field(
                "written by a role that never acts",
                true,
                (root, field) -> map(field.getValue()).containsKey("written-by"),
                (root, field) -> map(field.getValue()).put("written-by", "mayor")));
        all.add(field(
                "a field of no type",
                true,
                (root, field) -> true,
                (root, field) -> map(field.getValue()).put("type", "essay")));
        all.add(field(
                "a list that isn't there",
                true,
                (root, field) -> map(field.getValue()).containsKey("of"),
                (root, field) -> map(field.getValue()).put("of", "nothing")));
        all.add(whole(
                "publish before it is written",
                true,
                root -> !String.valueOf(root.get("begins"))
                                .equals(map(root.get("public")).get("after"))
                        && list(map(root.get("public")).get("shows")).stream()
                                .anyMatch(shown -> map(map(root.get("fields")).get(String.valueOf(shown)))
                                        .containsKey("written-by")),
                root -> map(root.get("public")).put("after", root.get("begins"))));
    }

    private static void rolesAndBodies(List<Damage> all) {
        all.add(role(
                "a body that isn't there",
                true,
                role -> role.containsKey("body"),
                (root, role) -> role.put("body", "town-hall")));
        all.add(role(
                "a post that isn't there",
                true,
                role -> role.containsKey("post"),
                (root, role) -> role.put("post", "king")));
        all.add(role(
                "a deputy that isn't there",
                true,
                role -> role.containsKey("deputy"),
                (root, role) -> role.put("deputy", "town-hall.page")));
        all.add(whole(
                "stand at a level where a role doesn't exist",
                true,
                root -> "community".equals(root.get("level")),
                root -> root.put("level", "district")));
        all.add(whole("a level that isn't there", true, root -> true, root -> root.put("level", "county")));
        all.add(whole("begin at a step that isn't there", true, root -> true, root -> root.put("begins", "before")));
        all.add(new Damage("supervise what it executes", true, file -> {
            List<Runnable> places = new ArrayList<>();
            Map<String, Object> root = map(file);
            map(root.get("steps")).values().forEach(one -> {
                Map<String, Object> step = map(one);
                Map<String, Object> role = map(map(root.get("roles")).get(String.valueOf(step.get("who"))));
                if ("supervise".equals(step.get("function")) && role.containsKey("body")) {
                    places.add(() -> role.put("body", "work-station"));
                }
            });
            return places;
        }));
        all.add(new Damage("decide on one's own matter", true, file -> {
            Map<String, Object> root = map(file);
            return map(root.get("steps")).values().stream()
                    .map(Damage::map)
                    .filter(step -> "decide".equals(step.get("function")))
                    .<Runnable>map(step -> () -> step.put("who", "opener"))
                    .toList();
        }));
    }

    private static Damage role(
            String name,
            boolean harmful,
            java.util.function.Predicate<Map<String, Object>> where,
            BiConsumer<Map<String, Object>, Map<String, Object>> how) {
        return new Damage(name, harmful, file -> {
            Map<String, Object> root = map(file);
            return map(root.get("roles")).values().stream()
                    .map(Damage::map)
                    .filter(where)
                    .<Runnable>map(role -> () -> how.accept(root, role))
                    .toList();
        });
    }
}
