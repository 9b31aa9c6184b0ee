package org.gongzhi.server.territory;

import java.time.LocalDate;
import org.gongzhi.exact.Text;
import org.gongzhi.server.store.Reach;
import org.jspecify.annotations.Nullable;

/**
 * A territorial unit (行政区划单位): district, street, community or grid, under the code and name it bears now.
 *
 * @param id stays when code and name change
 * @param parent the unit above, 0 for the district
 * @param code the statistical division code, 12 digits
 * @param initials of the name in pinyin, lower case, by which it is found
 * @param reach where it lies
 * @param isResidential whether people live there: virtual units are not offered as a place
 * @param validTo the day on which it ceased to be, exclusive
 */
public record Unit(
        long id,
        Kind kind,
        long parent,
        long code,
        Text name,
        String initials,
        Reach reach,
        boolean isResidential,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {
    /** The level of a unit (层级). */
    public enum Kind {
        DISTRICT,
        STREET,
        COMMUNITY,
        GRID
    }

    /** Whether the unit exists on a day. */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /** The name without what its kind adds: 黄木岗 for 黄木岗社区居委会. */
    public String shortName() {
        String zh = name.zh();
        return zh.endsWith("社区") || zh.endsWith("街道") ? zh.substring(0, zh.length() - 2) : zh;
    }
}
