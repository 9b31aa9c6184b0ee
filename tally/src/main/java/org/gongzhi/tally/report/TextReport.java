package org.gongzhi.tally.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Text;
import org.gongzhi.tally.Explanation;
import org.gongzhi.tally.Outcome;
import org.gongzhi.tally.Project;

/** The explained outcome as lines for a terminal (终端报告). */
final class TextReport {
    private static final int NAME = 44;

    private final Explanation explanation;
    private final Language language;
    private final StringBuilder out = new StringBuilder();

    TextReport(Explanation explanation, Language language) {
        this.explanation = explanation;
        this.language = language;
    }

    String write() {
        Outcome outcome = explanation.outcome();
        line(explanation
                .election()
                .findMeta("description")
                .orElse(explanation.election().source()));
        line(say(
                "%s；平局：%s",
                "%s; among equals %s",
                Words.rule(explanation.procedure().rule()),
                Words.ties(explanation.procedure().ties())));
        line(say(
                "%s 张选票，%s 个项目，预算 %s，支出 %s",
                "%s ballots, %s projects, budget %s, spent %s",
                Words.number(explanation.election().ballots().size()),
                explanation.projects().size(),
                Words.money(explanation.election().budget()),
                Words.money(outcome.totalCost())));
        line("");
        line(say("入选：", "Funded:"));
        explanation.projects().stream()
                .filter(story -> story.fate() == Explanation.Fate.CHOSEN)
                .sorted(Comparator.comparingInt(story -> story.round().orElse(0)))
                .forEach(this::funded);
        List<Explanation.Story> lost = explanation.projects().stream()
                .filter(story -> story.fate() != Explanation.Fate.CHOSEN)
                .sorted(Comparator.comparingLong(
                        (Explanation.Story story) -> -story.support().orElse(0)))
                .toList();
        if (!lost.isEmpty()) {
            line("");
            line(say("未入选：", "Not funded:"));
            lost.forEach(this::lost);
        }
        line("");
        StringBuilder voters = new StringBuilder();
        for (int i = 0; i < explanation.distribution().size(); i++) {
            voters.append(i == 0 ? "" : "  ")
                    .append(i)
                    .append(": ")
                    .append(explanation.distribution().get(i));
        }
        line(say(
                "选民所选入选个数：%s（%s 一无所得）",
                "Voters by funded choices: %s (%s with none)", voters, Words.percent(explanation.emptyHanded())));
        line(Words.tie(explanation.tie()).in(language));
        line(
                explanation.breaches().isEmpty()
                        ? say("比例性（EJR+）成立。", "Proportionality (EJR+) holds.")
                        : say(
                                "比例性（EJR+）有 %s 处不成立。",
                                "Proportionality (EJR+) fails for %s projects.",
                                explanation.breaches().size()));
        return out.toString();
    }

    private void funded(Explanation.Story story) {
        line(String.format(Locale.ROOT, "%4d  ", story.round().orElse(0))
                + named(story.project())
                + side(Words.money(story.project().cost()), 14)
                + side(Words.number(story.votes()), 9)
                + say(" 票", " votes"));
    }

    private void lost(Explanation.Story story) {
        String support = story.support().isPresent() ? story.support().getAsLong() + "%" : "";
        String margin = story.margin().isPresent()
                ? say(
                        "，还差 %s 票",
                        ", %s votes missing", Words.number(story.margin().getAsLong()))
                : "";
        line("      "
                + named(story.project())
                + side(Words.money(story.project().cost()), 14)
                + side(Words.number(story.votes()), 9)
                + say(" 票", " votes")
                + side(support, 6)
                + "  "
                + Words.fate(story.fate()).in(language)
                + margin);
    }

    private static String named(Project project) {
        String name =
                Charts.cut(project.id() + " " + (project.name().equals(project.id()) ? "" : project.name()), NAME - 1);
        int places = name.codePoints().map(point -> point >= 0x2E80 ? 2 : 1).sum();
        return name.codePoints()
                        .map(point -> Character.isISOControl(point) ? ' ' : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                + " ".repeat(Math.max(1, NAME - places));
    }

    private static String side(String text, int places) {
        return " ".repeat(Math.max(1, places - text.length())) + text;
    }

    private String say(String zh, String en, Object... arguments) {
        return Text.of(zh, en, arguments).in(language);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
