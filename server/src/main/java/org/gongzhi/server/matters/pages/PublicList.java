package org.gongzhi.server.matters.pages;

import java.time.LocalDate;
import java.util.List;
import org.gongzhi.exact.Text;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.frame.pages.Option;
import org.gongzhi.server.frame.pages.Pager;
import org.gongzhi.server.frame.pages.Status;

/**
 * The matters that everybody may read (公开事项).
 *
 * @param query the word searched for, possibly empty
 * @param streets to filter by; {@code street} is the chosen one's value or empty
 * @param states to filter by; {@code state} is the chosen one's value or empty
 */
public record PublicList(
        Frame frame,
        String action,
        String query,
        List<Option> streets,
        String street,
        List<Option> states,
        String state,
        List<Row> rows,
        Pager pager) {
    public PublicList {
        streets = List.copyOf(streets);
        states = List.copyOf(states);
        rows = List.copyOf(rows);
    }

    /** Whether anything narrows the list. */
    public boolean isFiltered() {
        return !query.isEmpty() || !street.isEmpty() || !state.isEmpty();
    }

    /**
     * A matter made public.
     *
     * @param summary what a clerk wrote for the public, never the resident's own words
     * @param body who holds it, or did last; possibly {@link Text#NONE}
     */
    public record Row(
            String number,
            String href,
            Text category,
            String summary,
            String place,
            Status status,
            LocalDate opened,
            LocalDate changed,
            Text body) {}
}
