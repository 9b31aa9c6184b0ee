package org.gongzhi.server.matters.pages;

import java.util.List;
import org.gongzhi.exact.Text;
import org.gongzhi.server.frame.pages.Entry;
import org.gongzhi.server.frame.pages.Fact;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.frame.pages.Next;
import org.gongzhi.server.frame.pages.Status;

/**
 * A matter as everybody may read it (公开事项页). It keeps its page when it is closed.
 *
 * @param title the summary that a clerk wrote
 * @param facts what the institution makes public
 * @param timeline newest first
 * @param back the public list with its filter
 */
public record PublicMatter(
        Frame frame,
        String back,
        Text institution,
        String institutionHref,
        String number,
        String title,
        Status status,
        Next next,
        List<Fact> facts,
        List<Entry> timeline) {
    public PublicMatter {
        facts = List.copyOf(facts);
        timeline = List.copyOf(timeline);
    }
}
