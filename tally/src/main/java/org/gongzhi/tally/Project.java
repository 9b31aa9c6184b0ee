package org.gongzhi.tally;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Fraction;

/**
 * Something that can be funded (项目).
 *
 * @param id as text, never as a number: {@code 07} is not {@code 7}
 * @param cost in the money of the election, never below 0
 * @param cells what else the file says of it, by column, without absent cells
 */
public record Project(String id, Fraction cost, Map<String, String> cells) {
    public Project {
        if (cost.signum() < 0) {
            throw new IllegalArgumentException("cost %s of project %s".formatted(cost, id));
        }
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** A project of which nothing but its cost is known. */
    public static Project of(String id, Fraction cost) {
        return new Project(id, cost, Map.of());
    }

    /** What a column says, if it says anything. */
    public Optional<String> findCell(String column) {
        return Optional.ofNullable(cells.get(column));
    }

    /** Its name, or its id where it has none. */
    public String name() {
        return findCell("name").orElse(id);
    }

    /** Its categories (类别) in the order of the file. */
    public List<String> categories() {
        return list("category");
    }

    private List<String> list(String column) {
        return findCell(column).stream()
                .flatMap(cell -> Arrays.stream(cell.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
