package org.gongzhi.rulebook;

import java.util.List;
import java.util.Optional;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;
import org.jspecify.annotations.Nullable;

/**
 * A list to choose from (选项表), such as the categories of requests.
 *
 * @param choices in the order in which they are shown
 */
public record Choices(String name, Place place, Text title, List<Choice> choices) {
    /**
     * One line of the list (选项).
     *
     * @param deadline how long a step {@code within: field.deadline} may take, if this choice says so
     */
    public record Choice(
            String name, Place place, Text title, @Nullable Span deadline) {}

    public Choices {
        choices = List.copyOf(choices);
    }

    /** The choice of a name, if there is one. */
    public Optional<Choice> find(String choice) {
        return choices.stream().filter(one -> one.name().equals(choice)).findFirst();
    }
}
