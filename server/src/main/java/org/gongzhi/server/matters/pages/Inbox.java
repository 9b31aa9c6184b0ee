package org.gongzhi.server.matters.pages;

import java.util.List;
import org.gongzhi.exact.Text;
import org.gongzhi.server.frame.pages.Due;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.frame.pages.Pager;
import org.gongzhi.server.frame.pages.Status;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a body or a person (待办), by what runs out first.
 *
 * @param whose whose inbox it is, such as 黄木岗社区工作站
 * @param filters the views of it with their counts, one of them current
 * @param action where the search goes
 * @param query the word searched for, possibly empty
 */
public record Inbox(
        Frame frame, Text whose, List<Filter> filters, String action, String query, List<Row> rows, Pager pager) {
    public Inbox {
        filters = List.copyOf(filters);
        rows = List.copyOf(rows);
    }

    /** A view of the list; a count of 0 isn't shown. */
    public record Filter(Text label, String href, boolean current, long count) {}

    /**
     * A matter that waits.
     *
     * @param due null where its clock doesn't run
     * @param holder who has taken it, possibly {@link Text#NONE}
     * @param here whether it is the one that is open beside the list
     */
    public record Row(
            String number,
            String href,
            Text category,
            String summary,
            String place,
            Status status,
            @Nullable Due due,
            Text holder,
            boolean here) {}
}
