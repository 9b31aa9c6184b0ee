package org.gongzhi.tally.report;

import org.gongzhi.exact.Language;
import org.gongzhi.tally.Election;
import org.gongzhi.tally.Explanation;
import org.gongzhi.tally.Procedure;
import org.gongzhi.tally.TieCheck;

/** Writes an explained outcome down (计票报告). */
public final class Report {
    private Report() {}

    /** The outcome and its explanation as JSON; amounts are exact, as text. */
    public static String json(Explanation explanation) {
        return JsonReport.of(explanation).write();
    }

    /** The outcome alone as JSON, with whether a tie mattered. */
    public static String json(Election election, Procedure procedure, TieCheck.Checked checked) {
        return JsonReport.of(election, procedure, checked).write();
    }

    /** A page to read on screen and to print, complete in itself: no script, nothing loaded from elsewhere. */
    public static String html(Explanation explanation, Language language) {
        return new HtmlReport(explanation, language).write();
    }

    /** Lines for a terminal. */
    public static String text(Explanation explanation, Language language) {
        return new TextReport(explanation, language).write();
    }
}
