package org.gongzhi.server.bodies;

import java.time.LocalDate;
import org.gongzhi.exact.Text;
import org.gongzhi.server.store.Reach;
import org.jspecify.annotations.Nullable;

/**
 * As whom somebody acts (职务身份): a person in a post of a body over a stretch of territory. One person may hold several;
 * each act is done in one.
 *
 * @param id of the appointment
 * @param bodyKind as the rulebook names it, such as {@code work-station}
 * @param postKind as the rulebook names it, such as {@code clerk}
 * @param reach the territory of the body
 */
public record Capacity(
        long id,
        long person,
        long body,
        String bodyKind,
        Text bodyName,
        String postKind,
        Text postName,
        Reach reach,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {
    /** Whether the appointment holds on a day. */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
