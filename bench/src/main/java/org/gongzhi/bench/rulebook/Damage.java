package org.gongzhi.bench.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A way to damage a file, or to change it harmlessly (变异算子).
 *
 * @param name what is done
 * @param harmful whether the rulebook is worse for it, judged by what it means and not by what any check finds
 * @param at the places in a file where it can be done; each is done to a fresh copy
 */
record Damage(String name, boolean harmful, Function<Object, List<Runnable>> at) {
    /** A file as maps and lists. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : new LinkedHashMap<>();
    }

    /** A list that can be changed. */
    @SuppressWarnings("unchecked")
    static List<Object> list(@Nullable Object value) {
        return value instanceof List<?> ? (List<Object>) value : new ArrayList<>();
    }

    /** One name or several. */
    static List<String> names(@Nullable Object value) {
        List<String> names = new ArrayList<>();
        if (value instanceof List<?> several) {
            several.forEach(one -> names.add(String.valueOf(one)));
        } else if (value != null) {
            names.add(String.valueOf(value));
        }
        return names;
    }

    static boolean isYes(@Nullable Object value) {
        return value != null && (value.equals(true) || value.equals("yes"));
    }
}
