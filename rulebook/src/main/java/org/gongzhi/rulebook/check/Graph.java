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
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.WalkFinder;
import org.jspecify.annotations.Nullable;

/** The steps of an institution and the ways between them (步骤图). */
final class Graph {
    private final Institution institution;
    private final Rulebook book;
    private final Map<String, List<Edge>> from = new HashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    /**
     * A way from a step to a step.
     *
     * @param by the action, {@code timeout} or {@code appeal}
     * @param bounded whether it can be gone only so often
     */
    record Edge(String from, String to, String by, boolean bounded, boolean byItself, Place place, List<String> asks) {
        Edge {
            asks = List.copyOf(asks);
        }

        /** Whether a way that was gone is this one. */
        boolean is(String start, String act, String end) {
            return from.equals(start) && to.equals(end) && (by.equals(act) || by.startsWith(act + " ×"));
        }
    }

    Graph(Institution institution, Rulebook book) {
        this.institution = institution;
        this.book = book;
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
                        timeout.to().place(),
                        List.of()));
            }
            Institution.@Nullable Appeal appeal = step.appeal();
            if (appeal != null && appeal.to() != null) {
                add(new Edge(step.name(), appeal.to().name(), Course.APPEAL, false, false, appeal.place(), List.of()));
            }
        }
    }

    private void addAction(String step, Institution.Action action) {
        Institution.@Nullable Limit limit = action.limit();
        Place place = action.to().place();
        List<String> asks = action.asks().stream().map(Institution.Ref::name).toList();
        add(new Edge(step, action.to().name(), action.name(), limit != null, false, place, asks));
        if (limit != null && limit.then() != null) {
            Institution.Ref then = limit.then().to();
            String by = action.name() + " ×" + (limit.atMost() + 1);
            add(new Edge(step, then.name(), by, false, false, then.place(), asks));
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

    /** The shortest walk from the opening to a step, as it can be pasted; empty if there is none. */
    List<String> walkTo(String step) {
        List<String> walk = WalkFinder.find(book.course(institution.name()), (from, by, to) -> to.equals(step));
        return walk.isEmpty()
                ? path(institution.begins().name(), step)
                        .map(path -> List.of(told(path)))
                        .orElse(List.of())
                : walk;
    }

    /** The shortest walk to a step on which something is never asked for. */
    List<String> walkWithout(String asked, String step) {
        return WalkFinder.find(
                book.course(institution.name()),
                (from, by, to) -> edges.stream()
                        .anyMatch(edge -> edge.is(from, by, to) && !edge.asks().contains(asked)),
                (from, by, to) -> to.equals(step));
    }

    /** What is asked for on every way from the opening to a step, before it is entered. */
    Map<String, Set<String>> askedBefore() {
        Map<String, Set<String>> before = new HashMap<>();
        before.put(institution.begins().name(), new HashSet<>());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Edge edge : edges) {
                @Nullable Set<String> here = before.get(edge.from());
                if (here == null) {
                    continue;
                }
                Set<String> after = new HashSet<>(here);
                after.addAll(edge.asks());
                @Nullable Set<String> there = before.get(edge.to());
                if (there == null) {
                    before.put(edge.to(), after);
                    changed = true;
                } else {
                    changed |= there.retainAll(after);
                }
            }
        }
        return before;
    }

    /** The shortest walk to a step and then along an edge. */
    List<String> walkAlong(Edge edge) {
        List<String> walk = WalkFinder.find(book.course(institution.name()), edge::is);
        if (!walk.isEmpty()) {
            return walk;
        }
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
