package org.gongzhi.server.matters.pages;

import java.util.List;
import org.gongzhi.exact.Text;
import org.gongzhi.server.frame.pages.ActForm;
import org.gongzhi.server.frame.pages.Entry;
import org.gongzhi.server.frame.pages.Fact;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.frame.pages.Next;
import org.gongzhi.server.frame.pages.Status;

/**
 * A matter as the one who opened it sees it (我的事项).
 *
 * @param title the matter in a line
 * @param acts what the resident may do now, possibly nothing
 * @param facts what was filed
 * @param timeline newest first
 * @param contacts who holds it now and how to reach them; possibly {@link Text#NONE}
 */
public record Follow(
        Frame frame,
        Text institution,
        String institutionHref,
        String number,
        String title,
        Status status,
        Next next,
        List<ActForm> acts,
        List<Fact> facts,
        List<Entry> timeline,
        Text contacts) {
    public Follow {
        acts = List.copyOf(acts);
        facts = List.copyOf(facts);
        timeline = List.copyOf(timeline);
    }
}
