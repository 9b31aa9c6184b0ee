package org.gongzhi.rulebook.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;

/** The faults of one reading, with the files they stand in (差错簿). All are collected; none stops the reading of the rest. */
public final class Faults {
    /** A file broken throughout is not told line by line for ever. */
    private static final int MOST = 2_000;

    private final Map<String, List<String>> lines = new HashMap<>();
    private final List<Fault> found = new ArrayList<>();

    /** Makes the lines of a file known, so that its faults can show them. */
    public void learn(String file, String content) {
        lines.put(file, content.lines().toList());
    }

    /** Adds a fault. */
    public void add(String code, Place place, Text what, Text mend) {
        add(code, place, what, mend, List.of());
    }

    /** Adds a fault with the walk that leads to it. */
    public void add(String code, Place place, Text what, Text mend, List<String> walk) {
        if (found.size() < MOST) {
            found.add(new Fault(code, place, what, mend, line(place), walk));
        }
    }

    /** Whether nothing was found yet. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** How many were found. */
    public int count() {
        return found.size();
    }

    /** All faults in the order of their places, each once. */
    public List<Fault> sorted() {
        return found.stream().distinct().sorted().toList();
    }

    private String line(Place place) {
        List<String> file = lines.getOrDefault(place.file(), List.of());
        return place.line() > 0 && place.line() <= file.size() ? file.get(place.line() - 1) : "";
    }
}
