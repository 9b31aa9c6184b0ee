package org.gongzhi.tally;

import java.util.ArrayList;
import java.util.List;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;

/** Faults and oddities of one file, as they are found (读取记录). Bounded: nobody reads the ten thousandth. */
final class Notes {
    private static final int MOST = 200;

    private final String file;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> oddities = new ArrayList<>();
    private int unheard;

    Notes(String file) {
        this.file = file;
    }

    void fault(String code, int line, int column, Text what, Text mend, String text) {
        faults.add(Fault.of(code, new Place(file, line, column), what, mend, text));
    }

    void oddity(String code, int line, int column, Text what, Text mend, String text) {
        if (oddities.size() < MOST) {
            oddities.add(Fault.of(code, new Place(file, line, column), what, mend, text));
        } else {
            unheard++;
        }
    }

    boolean hasFaults() {
        return !faults.isEmpty();
    }

    /** So many faults that reading on would only tell the same again. */
    boolean isEnough() {
        return faults.size() >= MOST;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    List<Fault> oddities() {
        if (unheard == 0) {
            return List.copyOf(oddities);
        }
        List<Fault> all = new ArrayList<>(oddities);
        all.add(Fault.of(
                "T299",
                Place.of(file),
                Text.of("还有 %s 处异常未列出", "%s more oddities are not listed", unheard),
                Text.NONE,
                ""));
        return List.copyOf(all);
    }
}
