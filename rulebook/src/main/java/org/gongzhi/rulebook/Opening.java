package org.gongzhi.rulebook;

import java.time.LocalDateTime;
import java.util.Map;

/**
 * The opening of a matter (提出).
 *
 * @param by as what kind of person or from which seat
 * @param through by which channel
 * @param at when, in the district's time
 * @param answers the form's fields; for images and files, how many
 */
public record Opening(String by, String through, LocalDateTime at, Map<String, String> answers) {
    public Opening {
        answers = Map.copyOf(answers);
    }
}
