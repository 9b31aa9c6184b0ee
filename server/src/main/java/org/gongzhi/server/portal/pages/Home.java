package org.gongzhi.server.portal.pages;

import java.time.LocalDate;
import java.util.List;
import org.gongzhi.exact.Text;
import org.gongzhi.server.frame.pages.Figure;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.frame.pages.Status;

/**
 * The first page (首页).
 *
 * @param doors what one can do here, the first as the primary one
 * @param followPost where number and code go
 * @param recent the newest matters made public
 * @param allHref the public list
 * @param figures of the district, possibly none
 */
public record Home(
        Frame frame, List<Door> doors, String followPost, List<Recent> recent, String allHref, List<Figure> figures) {
    public Home {
        doors = List.copyOf(doors);
        recent = List.copyOf(recent);
        figures = List.copyOf(figures);
    }

    /** Something to do. */
    public record Door(Text title, Text sentence, String href) {}

    /** A matter made public. */
    public record Recent(String href, Text category, String summary, String place, Status status, LocalDate changed) {}
}
