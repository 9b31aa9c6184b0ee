package org.gongzhi.rulebook.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.gongzhi.exact.Place;
import org.gongzhi.rulebook.Course;
import org.gongzhi.rulebook.Institution;
import org.jspecify.annotations.Nullable;

/** The steps of an institution and the ways between them (步骤图). */
final class Graph {
    private final Institution institution;
    private final Map<String, List<Edge>> from = new HashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    /**
     * A way from a step to a step.
     *
     * @param by the action, {@code timeout} or {@code appeal}
     * @param bounded whether it can be gone only so often
     */
    record Edge(String from, String to, String by, boolean bounded, boolean byItself, Place place) {}

    Graph(Institution institution) {
        this.institution = institution;
        for (Institution.Step step : institution.steps()) {
            step.actions().forEach(action -> addAction(step.name(), action));
            Institution.@Nullable Move timeout = step.onTimeout();
            if (timeout != null) {
                add(new Edge(
                        step.name(),
                        timeout.to().name(),
                        "timeout",
                        false,
                        true,
                        timeout.to().place()));
            }
            Institution.@Nullable Appeal appeal = step.appeal();
            if (appeal != null && appeal.to() != null) {
                add(new Edge(step.name(), appeal.to().name(), Course.APPEAL, false, false, appeal.place()));
            }
        }
    }

    private void addAction(String step, Institution.Action action) {
        Institution.@Nullable Limit limit = action.limit();
        Place place = action.to().place();
        add(new Edge(step, action.to().name(), action.name(), limit != null, false, place));
        if (limit != null && limit.then() != null) {
            Institution.Ref then = limit.then().to();
            String by = action.name() + " ×" + (limit.atMost() + 1);
            add(new Edge(step, then.name(), by, false, false, then.place()));
        }
    }

    private void add(Edge edge) {
        edges.add(edge);
        from.computeIfAbsent(edge.from(), step -> new ArrayList<>()).add(edge);
    }

    List<Edge> edges() {
        return List.copyOf(edges);
    }

    List<Edge> from(String step) {
        return from.getOrDefault(step, List.of());
    }

    /** The steps that can be reached from the first one, the nearest first. */
    Set<String> reached() {
        return reachable(institution.begins().name(), edge -> true);
    }

    /** The steps that can be reached from a step by some ways, itself included. */
    Set<String> reachable(String start, Predicate<Edge> ways) {
        Set<String> seen = new LinkedHashSet<>(List.of(start));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Edge edge : from(open.removeFirst())) {
                if (ways.test(edge) && seen.add(edge.to())) {
                    open.addLast(edge.to());
                }
            }
        }
        return java.util.Collections.unmodifiableSet(seen);
    }

    /** The steps from which a final one can be reached. */
    Set<String> ending() {
        Set<String> ending = new HashSet<>();
        institution.steps().stream().filter(step -> step.ending() != null).forEach(step -> ending.add(step.name()));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Edge edge : edges) {
                grew |= ending.contains(edge.to()) && ending.add(edge.from());
            }
        }
        return ending;
    }

    /** The shortest walk from the first step to a step, told in one line; empty if there is none. */
    List<String> walkTo(String step) {
        return path(institution.begins().name(), step)
                .map(path -> List.of(told(path)))
                .orElse(List.of());
    }

    /** The shortest walk to a step and then along an edge. */
    List<String> walkAlong(Edge edge) {
        return path(institution.begins().name(), edge.from())
                .map(path -> {
                    List<Edge> longer = new ArrayList<>(path);
                    longer.add(edge);
                    return List.of(told(longer));
                })
                .orElse(List.of());
    }

    private String told(List<Edge> path) {
        StringBuilder told =
                new StringBuilder("walk: opened → ").append(institution.begins().name());
        for (Edge edge : path) {
            told.append(" → (").append(edge.by()).append(") ").append(edge.to());
        }
        return told.toString();
    }

    /** The shortest way between two steps. */
    Optional<List<Edge>> path(String start, String goal) {
        Map<String, Edge> came = new HashMap<>();
        Set<String> seen = new HashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && !seen.contains(goal)) {
            for (Edge edge : from(open.removeFirst())) {
                if (seen.add(edge.to())) {
                    came.put(edge.to(), edge);
                    open.addLast(edge.to());
                }
            }
        }
        if (!seen.contains(goal)) {
            return Optional.empty();
        }
        List<Edge> path = new ArrayList<>();
        for (@Nullable Edge edge = came.get(goal); edge != null; edge = came.get(edge.from())) {
            path.addFirst(edge);
            if (edge.from().equals(start)) {
                break;
            }
        }
        return Optional.of(path);
    }
}
