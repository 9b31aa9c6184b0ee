package org.gongzhi.server.matters.pages;

import java.util.List;
import org.gongzhi.exact.Text;
import org.gongzhi.server.frame.pages.ActForm;
import org.gongzhi.server.frame.pages.Entry;
import org.gongzhi.server.frame.pages.Fact;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.frame.pages.Next;
import org.gongzhi.server.frame.pages.Status;
import org.gongzhi.server.frame.pages.Verdict;

/**
 * A matter as those who work on it see it (办理台).
 *
 * @param back the list one came from, with its place and filter
 * @param queue the neighbours in that list
 * @param title the matter in a line
 * @param edition the edition of the institution that it runs under, short
 * @param acts what the reader may do now, and what isn't open with why
 * @param verdicts the findings so far, newest first
 * @param timeline newest first
 */
public record Desk(
        Frame frame,
        String back,
        List<Inbox.Row> queue,
        Text institution,
        String institutionHref,
        String edition,
        String number,
        String title,
        Status status,
        Next next,
        List<ActForm> acts,
        List<Fact> facts,
        List<Verdict> verdicts,
        List<Entry> timeline) {
    public Desk {
        queue = List.copyOf(queue);
        acts = List.copyOf(acts);
        facts = List.copyOf(facts);
        verdicts = List.copyOf(verdicts);
        timeline = List.copyOf(timeline);
    }
}
