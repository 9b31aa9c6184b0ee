package org.gongzhi.rulebook;

import java.time.LocalDateTime;
import java.util.List;
import org.gongzhi.exact.Text;
import org.jspecify.annotations.Nullable;

/**
 * An action that is open to somebody now (可为之事).
 *
 * @param role as whom it would be done
 * @param fields the fields it asks for
 * @param assigns the roles it asks to assign, with the seats to choose from
 * @param until the last instant for it, if it has one of its own
 */
public record Possible(
        String action,
        Text title,
        String role,
        List<Institution.Field> fields,
        List<Institution.Role> assigns,
        @Nullable LocalDateTime until) {
    public Possible {
        fields = List.copyOf(fields);
        assigns = List.copyOf(assigns);
    }
}
