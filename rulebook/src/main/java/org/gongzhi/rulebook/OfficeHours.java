package org.gongzhi.rulebook;

import java.time.LocalTime;
import java.util.List;

/**
 * When an office is open on a working day (办公时间).
 *
 * @param parts in order, without overlap; at least one
 */
public record OfficeHours(List<Part> parts) {
    /** One stretch of a day (时段). */
    public record Part(LocalTime from, LocalTime to) {
        public Part {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("office hours from %s to %s".formatted(from, to));
            }
        }
    }

    public OfficeHours {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no office hours");
        }
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).from().isBefore(parts.get(i - 1).to())) {
                throw new IllegalArgumentException("office hours overlap: " + parts);
            }
        }
    }

    /** When the office closes. */
    public LocalTime closing() {
        return parts.getLast().to();
    }
}
