package org.gongzhi.rulebook;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;

/**
 * An act in a running matter (行为).
 *
 * @param action which one
 * @param roles what whoever acts is in this matter: roles of the institution, {@code opener}, seats such as
 *     {@code work-station.head}
 * @param at when, in the district's time
 * @param answers the fields and assignments asked for; for images and files, how many
 */
public record Deed(String action, Set<String> roles, LocalDateTime at, Map<String, String> answers) {
    public Deed {
        roles = Set.copyOf(roles);
        answers = Map.copyOf(answers);
    }
}
