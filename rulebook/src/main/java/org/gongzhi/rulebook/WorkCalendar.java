package org.gongzhi.rulebook;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * Which days are worked (工作日历): Monday to Friday, save where the State Council's yearly notice makes a day off (放假) or a
 * make-up working day (调休上班).
 *
 * @param listed the days that a notice names; true where the day is worked
 * @param first the first year with a notice
 * @param last the last year with a notice; what is computed beyond it is provisional
 */
public record WorkCalendar(Map<LocalDate, Boolean> listed, int first, int last) {
    public WorkCalendar {
        listed = Map.copyOf(listed);
        if (first > last) {
            throw new IllegalArgumentException("calendar from %s to %s".formatted(first, last));
        }
    }

    /** Whether a day is worked; beyond the known years by the plain week. */
    public boolean isWorkingDay(LocalDate date) {
        Boolean worked = listed.get(date);
        return worked != null
                ? worked
                : date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Whether the year's notice is known. */
    public boolean knows(LocalDate date) {
        return date.getYear() >= first && date.getYear() <= last;
    }
}
