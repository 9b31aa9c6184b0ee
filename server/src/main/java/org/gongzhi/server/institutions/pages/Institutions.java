package org.gongzhi.server.institutions.pages;

import java.time.LocalDate;
import java.util.List;
import org.gongzhi.exact.Text;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.frame.pages.Status;

/** How we are governed (制度): the institutions of the district. */
public record Institutions(Frame frame, List<Row> rows) {
    public Institutions {
        rows = List.copyOf(rows);
    }

    /**
     * An institution.
     *
     * @param about what it is for, in a sentence; possibly {@link Text#NONE}
     * @param missing the organ that isn't built yet; {@link Text#NONE} where it can run
     */
    public record Row(
            String href, Text title, Text about, Status status, LocalDate from, String edition, Text missing) {}
}
