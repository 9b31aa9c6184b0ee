package org.gongzhi.tally.report;

import org.gongzhi.exact.Language;
import org.gongzhi.tally.Election;
import org.gongzhi.tally.Explanation;
import org.gongzhi.tally.Outcome;
import org.gongzhi.tally.Procedure;

/** Writes an explained outcome down (计票报告). */
public final class Report {
    private Report() {}

    /** The outcome and its explanation as JSON; amounts are exact, as text. */
    public static String json(Explanation explanation) {
        return JsonReport.of(explanation).write();
    }

    /** The outcome alone as JSON. */
    public static String json(Election election, Procedure procedure, Outcome outcome) {
        return JsonReport.of(election, procedure, outcome).write();
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
