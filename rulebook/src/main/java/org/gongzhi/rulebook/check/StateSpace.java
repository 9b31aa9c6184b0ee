package org.gongzhi.rulebook.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongzhi.rulebook.Course;
import org.gongzhi.rulebook.Institution;
import org.jspecify.annotations.Nullable;

/**
 * Every state in which a matter can stand: the step, and how often each bounded action was taken (状态空间). Walked whole, so
 * that what is said of it is proved and not sampled; an institution with more than 200,000 states is walked up to there.
 */
final class StateSpace {
    private static final int MOST = 200_000;

    private final Institution institution;
    private final Map<String, Integer> bounded = new HashMap<>();
    private final Map<List<Object>, Integer> numbers = new HashMap<>();
    private final List<String> steps = new ArrayList<>();
    private final List<int[]> counts = new ArrayList<>();
    private final List<List<Integer>> before = new ArrayList<>();
    private final Set<List<String>> taken = new HashSet<>();
    private final Set<String> reached = new LinkedHashSet<>();

    StateSpace(Institution institution) {
        this.institution = institution;
        for (Institution.Step step : institution.steps()) {
            for (Institution.Action action : step.actions()) {
                if (action.limit() != null) {
                    bounded.put(step.name() + "." + action.name(), bounded.size());
                }
            }
        }
        walk();
    }

    /** The steps that a matter can come to, the nearest first. */
    Set<String> reached() {
        return java.util.Collections.unmodifiableSet(reached);
    }

    /** Whether a matter can go from a step to a step by an act, a timeout or an appeal. */
    boolean goes(String from, String by, String to) {
        return taken.contains(List.of(from, by, to));
    }

    /** The steps at which a matter can be stuck: a state of theirs from which no end can be reached. */
    Set<String> stuck() {
        boolean[] ends = new boolean[steps.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < steps.size(); i++) {
            if (institution
                    .findStep(steps.get(i))
                    .filter(step -> step.ending() != null)
                    .isPresent()) {
                ends[i] = true;
                open.add(i);
            }
        }
        while (!open.isEmpty()) {
            for (int earlier : before.get(open.removeFirst())) {
                if (!ends[earlier]) {
                    ends[earlier] = true;
                    open.add(earlier);
                }
            }
        }
        Set<String> stuck = new LinkedHashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            if (!ends[i] && steps.size() < MOST) {
                stuck.add(steps.get(i));
            }
        }
        return stuck;
    }

    private void walk() {
        add(institution.begins().name(), new int[bounded.size()], -1);
        for (int i = 0; i < steps.size() && steps.size() < MOST; i++) {
            int here = i;
            institution.findStep(steps.get(i)).ifPresent(step -> moves(step, here));
        }
    }

    private void moves(Institution.Step step, int here) {
        for (Institution.Action action : step.actions()) {
            act(step, action, here);
        }
        Institution.@Nullable Move timeout = step.onTimeout();
        if (timeout != null) {
            go(step.name(), "timeout", timeout.to().name(), counts.get(here), here);
        }
        Institution.@Nullable Appeal appeal = step.appeal();
        if (appeal != null && appeal.to() != null) {
            go(step.name(), Course.APPEAL, appeal.to().name(), counts.get(here), here);
        }
    }

    private void act(Institution.Step step, Institution.Action action, int here) {
        Institution.@Nullable Limit limit = action.limit();
        if (limit == null) {
            go(step.name(), action.name(), action.to().name(), counts.get(here), here);
            return;
        }
        int number = bounded.getOrDefault(step.name() + "." + action.name(), 0);
        int[] count = counts.get(here);
        if (count[number] < limit.atMost()) {
            int[] more = Arrays.copyOf(count, count.length);
            more[number]++;
            go(step.name(), action.name(), action.to().name(), more, here);
        } else if (limit.then() != null) {
            String by = action.name() + " ×" + (limit.atMost() + 1);
            go(step.name(), by, limit.then().to().name(), count, here);
        }
    }

    private void go(String from, String by, String to, int[] count, int here) {
        taken.add(List.of(from, by, to));
        add(to, count, here);
    }

    private void add(String step, int[] count, int from) {
        List<Object> key = new ArrayList<>(count.length + 1);
        key.add(step);
        for (int one : count) {
            key.add(one);
        }
        @Nullable Integer known = numbers.get(key);
        int number = known == null ? steps.size() : known;
        if (known == null) {
            numbers.put(key, number);
            steps.add(step);
            counts.add(count);
            before.add(new ArrayList<>());
            reached.add(step);
        }
        if (from >= 0) {
            before.get(number).add(from);
        }
    }
}
