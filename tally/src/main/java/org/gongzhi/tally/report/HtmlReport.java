package org.gongzhi.tally.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Text;
import org.gongzhi.tally.Election;
import org.gongzhi.tally.Explanation;
import org.gongzhi.tally.Outcome;
import org.gongzhi.tally.Procedure;
import org.gongzhi.tally.Project;

/** The explained outcome as one page, to read and to print (网页报告). */
final class HtmlReport {
    /** Longer charts help nobody; the tables have everything. */
    private static final int MOST_BARS = 60;

    /** Bars of more percent look the same. */
    private static final long CUT = 200;

    private static final int MOST_ELSEWHERE = 3;

    private final Explanation explanation;
    private final Election election;
    private final Outcome outcome;
    private final Language language;
    private final String currency;
    private final Map<String, Project> projects = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    HtmlReport(Explanation explanation, Language language) {
        this.explanation = explanation;
        this.language = language;
        election = explanation.election();
        outcome = explanation.outcome();
        currency = election.findMeta("currency").map(code -> "\u00A0" + code).orElse("");
        election.projects().forEach(project -> projects.put(project.id(), project));
    }

    String write() {
        String title = election.findMeta("description").orElse(say("参与式预算计票报告", "Report of a participatory budget"));
        out.append("<!doctype html>\n<html lang=\"")
                .append(language == Language.ZH ? "zh-CN" : "en")
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(Html.escape(title))
                .append("</title>\n<style>\n")
                .append(Html.style())
                .append("</style>\n</head>\n<body>\n");
        head(title);
        funded();
        support();
        notFunded();
        voters();
        categories();
        beside();
        rounds();
        checks();
        foot();
        return out.append("</body>\n</html>\n").toString();
    }

    private void head(String title) {
        out.append("<header>\n<h1>").append(Html.escape(title)).append("</h1>\n");
        List<String> place = new ArrayList<>();
        for (String key : List.of("country", "unit", "subunit", "district", "instance")) {
            election.findMeta(key).filter(value -> !place.contains(value)).ifPresent(place::add);
        }
        String dates = election.findMeta("date_begin").orElse("")
                + election.findMeta("date_end")
                        .filter(end ->
                                !end.equals(election.findMeta("date_begin").orElse("")))
                        .map(end -> " – " + end)
                        .orElse("");
        if (!dates.isEmpty()) {
            place.add(dates);
        }
        out.append("<p class=\"soft\">")
                .append(Html.escape(String.join(" · ", place)))
                .append("</p>\n");
        out.append("<dl class=\"facts\">");
        fact(say("预算", "Budget"), money(election.budget()));
        fact(say("支出", "Spent"), money(outcome.totalCost()));
        fact(
                say("入选项目", "Funded"),
                say(
                        "%s <small>/ 共 %s 个</small>",
                        "%s <small>of %s projects</small>", outcome.chosen().size(), projects.size()));
        fact(say("选票", "Ballots"), Words.number(election.ballots().size()));
        fact(say("无一所选入选的选民", "Voters with nothing"), Words.percent(explanation.emptyHanded()));
        out.append("</dl>\n<dl class=\"terms\">");
        Procedure procedure = explanation.procedure();
        term(say("选票类型", "Ballots"), Words.type(election.type()).in(language));
        term(say("规则", "Rule"), Words.rule(procedure.rule()).in(language));
        term(say("平局次序", "Among equals"), Words.ties(procedure.ties()).in(language));
        if (!procedure.eligibility().isEmpty()) {
            term(
                    say("入围条件", "To qualify"),
                    procedure.eligibility().stream()
                            .map(condition -> Words.eligibility(condition).in(language))
                            .collect(Collectors.joining(say("；", "; "))));
        }
        if (outcome.share().signum() > 0) {
            String raised = outcome.raises() == 0
                    ? ""
                    : say("（由初始份额加额 %s 次）", " (raised %s times)", Words.number(outcome.raises()));
            term(say("每人份额", "Each voter’s share"), money(outcome.share()) + raised);
        }
        out.append("</dl>\n</header>\n");
    }

    private void funded() {
        heading("入选项目", "Funded projects");
        if (outcome.replaced()) {
            para(say(
                    "与顺序入选结果对照后，更多选民偏好后者，故采用后者。",
                    "Compared with the greedy outcome, more voters prefer that one; it takes the place of the other."));
        }
        if (outcome.chosen().isEmpty()) {
            para(say("没有项目入选。", "No project is funded."));
            return;
        }
        table(
                "#",
                "<",
                say("项目", "Project"),
                "<",
                say("费用", "Cost"),
                ">",
                say("票数", "Votes"),
                ">",
                say("方式", "Taken by"),
                "<");
        Map<String, Explanation.Story> stories = stories();
        int place = 1;
        for (Outcome.Chosen taken : outcome.chosen()) {
            Explanation.Story story = stories.get(taken.project());
            if (story == null) {
                continue;
            }
            row(
                    cell("n", String.valueOf(place++)),
                    cell("", name(story.project())),
                    cell("n", Words.money(story.project().cost())),
                    cell("n", Words.number(story.votes())),
                    cell("s", Html.escape(Words.stage(taken.stage()).in(language))));
        }
        out.append("</tbody><tfoot><tr><td></td><td>")
                .append(say("合计", "Total"))
                .append("</td><td class=\"n\">")
                .append(Words.money(outcome.totalCost()))
                .append("</td><td></td><td></td></tr></tfoot></table>\n");
        Fraction left = election.budget().minus(outcome.totalCost());
        para(
                outcome.exhaustive()
                        ? say("余款 %s，不足以资助其他任何项目。", "%s is left, too little for any other project.", money(left))
                        : say(
                                "余款 %s，仍可资助其他项目，但规则到此为止。",
                                "%s is left; another project would fit, but the rule ends here.", money(left)));
    }

    private Map<String, Explanation.Story> stories() {
        Map<String, Explanation.Story> stories = new HashMap<>();
        explanation.projects().forEach(story -> stories.put(story.project().id(), story));
        return stories;
    }

    private void support() {
        List<Explanation.Story> shown = explanation.projects().stream()
                .filter(story -> story.support().isPresent())
                .sorted(Comparator.comparingLong(
                        (Explanation.Story story) -> -story.support().orElse(0)))
                .toList();
        boolean byVotes = shown.isEmpty();
        if (byVotes) {
            shown = explanation.projects().stream()
                    .sorted(Comparator.comparingLong((Explanation.Story story) -> -story.votes()))
                    .toList();
            heading("各项目票数", "Votes for each project");
        } else {
            heading("各项目离入选有多近", "How near each project came");
            para(
                    say(
                            "有效支持率：支持者在最有利的一轮能为它付出的金额，占其费用的百分比。达到 100% 即可入选。",
                            "Effective support: what its supporters could have paid for it in its best round, as a percentage of its cost. At 100% it is funded."));
        }
        List<Charts.Bar> bars = shown.stream()
                .limit(MOST_BARS)
                .map(story -> new Charts.Bar(
                        story.project().name(),
                        byVotes ? story.votes() : Math.min(CUT, story.support().orElse(0)),
                        byVotes ? Words.number(story.votes()) : story.support().orElse(0) + "%",
                        story.fate() == Explanation.Fate.CHOSEN))
                .toList();
        figure(Charts.bars(say("各项目", "Each project"), bars, byVotes ? 0 : 100, byVotes ? "" : "100%"));
        legend(say("入选", "funded"), say("未入选", "not funded"));
        if (!byVotes && shown.getFirst().support().orElse(0) > CUT) {
            note(say("超过 %s%% 的条形在此截断，数字为实际值。", "Bars are cut at %s%%; the figures are not.", CUT));
        }
        if (shown.size() > MOST_BARS) {
            note(say(
                    "图中为前 %s 个项目，其余见下表。", "The chart shows the first %s; the rest are in the table below.", MOST_BARS));
        }
    }

    private void notFunded() {
        List<Explanation.Story> lost = explanation.projects().stream()
                .filter(story -> story.fate() != Explanation.Fate.CHOSEN)
                .sorted(Comparator.comparingLong(
                                (Explanation.Story story) -> -story.support().orElse(0))
                        .thenComparing(Comparator.comparingLong(Explanation.Story::votes)
                                .reversed()))
                .toList();
        if (lost.isEmpty()) {
            return;
        }
        heading("未入选项目及原因", "Projects not funded, and why");
        table(
                say("项目", "Project"),
                "<",
                say("费用", "Cost"),
                ">",
                say("票数", "Votes"),
                ">",
                say("有效支持", "Support"),
                ">",
                say("还差票数", "Votes missing"),
                ">");
        for (Explanation.Story story : lost) {
            row(
                    cell("", name(story.project()) + "<span class=\"why\">" + why(story) + "</span>"),
                    cell("n", Words.money(story.project().cost())),
                    cell("n", Words.number(story.votes())),
                    cell("n", story.support().isPresent() ? story.support().getAsLong() + "%" : "–"),
                    cell(
                            "n",
                            story.margin().isPresent()
                                    ? Words.number(story.margin().getAsLong())
                                    : "–"));
        }
        out.append("</tbody></table>\n");
        note(
                say(
                        "还差票数：再有这么多选民（各持全额份额，并支持该项目）即可在此份额下入选。",
                        "Votes missing: with so many more voters who support it, each with a full share, it would have been funded at this share."));
    }

    private String why(Explanation.Story story) {
        String reason = Html.escape(Words.fate(story.fate()).in(language));
        if (story.fate() != Explanation.Fate.SPENT_ELSEWHERE
                || story.elsewhere().isEmpty()) {
            return reason;
        }
        String spent = story.elsewhere().stream()
                .limit(MOST_ELSEWHERE)
                .map(other ->
                        Html.escape(Charts.cut(nameOf(other.project()), 36)) + "\u00A0" + Words.money(other.money()))
                .collect(Collectors.joining(say("；", "; ")));
        int more = story.elsewhere().size() - MOST_ELSEWHERE;
        return reason + say("：", ": ") + spent + (more > 0 ? say("；另 %s 项", "; %s more", more) : "");
    }

    private void voters() {
        heading("选民得到了多少", "What voters got");
        para(say(
                "横轴为选民所选项目中入选的个数，柱上为选民人数。%s 的选民所选无一入选。",
                "By how many of their choices are funded; above each column the number of voters. %s of voters got none of their choices.",
                Words.percent(explanation.emptyHanded())));
        List<Charts.Bar> bars = new ArrayList<>();
        for (int winners = 0; winners < explanation.distribution().size(); winners++) {
            long voters = explanation.distribution().get(winners);
            bars.add(new Charts.Bar(String.valueOf(winners), voters, Words.number(voters), winners > 0));
        }
        figure(Charts.columns(say("选民分布", "Voters by funded choices"), bars));
    }

    private void categories() {
        if (explanation.categories().isEmpty()) {
            return;
        }
        heading("各类别的票与钱", "Votes and money by category");
        List<Charts.Bar> bars = new ArrayList<>();
        for (Explanation.Category category :
                explanation.categories().stream().limit(MOST_BARS / 2).toList()) {
            bars.add(new Charts.Bar(
                    category.name(), Words.approximate(category.votes()), Words.percent(category.votes()), false));
            bars.add(new Charts.Bar(
                    "", Words.approximate(category.spending()), Words.percent(category.spending()), true));
        }
        figure(Charts.bars(say("类别", "Categories"), bars, 0, ""));
        legend(say("支出占比", "share of spending"), say("得票占比", "share of votes"));
    }

    private void beside() {
        heading("与顺序入选对照", "Beside the greedy outcome");
        Set<String> here = new HashSet<>(outcome.selected());
        Set<String> there = new HashSet<>(explanation.greedy().selected());
        table("", "<", say("本次", "This outcome"), ">", say("顺序入选", "Greedy"), ">");
        row(
                cell("", say("入选项目", "Funded projects")),
                cell("n", String.valueOf(here.size())),
                cell("n", String.valueOf(there.size())));
        row(
                cell("", say("支出", "Spent")),
                cell("n", Words.money(outcome.totalCost())),
                cell("n", Words.money(explanation.greedy().totalCost())));
        row(
                cell("", say("所选入选更多的选民", "Voters who get more of their choices")),
                cell("n", Words.number(explanation.preference().first())),
                cell("n", Words.number(explanation.preference().second())));
        out.append("</tbody></table>\n");
        only(say("仅本次入选：", "Funded only here: "), outcome.selected(), there);
        only(
                say("仅顺序入选会资助：", "Funded only by the greedy rule: "),
                explanation.greedy().selected(),
                here);
    }

    private void only(String lead, List<String> ids, Set<String> others) {
        String names = ids.stream()
                .filter(id -> !others.contains(id))
                .map(id -> Html.escape(nameOf(id)))
                .collect(Collectors.joining(say("；", "; ")));
        if (!names.isEmpty()) {
            out.append("<p><span class=\"soft\">")
                    .append(lead)
                    .append("</span>")
                    .append(names)
                    .append("</p>\n");
        }
    }

    private void rounds() {
        List<Explanation.Round> paid = explanation.rounds().stream()
                .filter(round -> round.payment().isPresent())
                .toList();
        if (paid.isEmpty()) {
            return;
        }
        heading("逐轮计票", "Round by round");
        para(
                say(
                        "每轮资助支持者人均负担（相对于收益）最轻的项目：支持者平均分摊，余额不足者付出全部所余。",
                        "Each round funds the project that asks least of its supporters for what they gain: they pay alike, and who has less pays all there is."));
        table(
                "#",
                "<",
                say("项目及最接近的竞争者", "Project, and who came nearest"),
                "<",
                say("人均最多付", "Most paid each"),
                ">",
                say("付足", "In full"),
                ">",
                say("付尽所余", "All they had"),
                ">",
                say("已无余额", "Nothing left"),
                ">");
        for (Explanation.Round round : paid) {
            String rivals = round.rivals().stream()
                    .map(rival -> Html.escape(Charts.cut(nameOf(rival.project()), 30)))
                    .collect(Collectors.joining(say("；", "; ")));
            row(
                    cell("n", String.valueOf(round.number())),
                    cell(
                            "",
                            Html.escape(nameOf(round.project()))
                                    + (rivals.isEmpty() ? "" : "<span class=\"why\">" + rivals + "</span>")),
                    cell("n", round.payment().map(Words::money).orElse("")),
                    cell("n", Words.number(round.full())),
                    cell("n", Words.number(round.all())),
                    cell("n", Words.number(round.none())));
        }
        out.append("</tbody></table>\n");
    }

    private void checks() {
        heading("检验", "Checks");
        para(Html.escape(Words.tie(explanation.tie()).in(language)));
        if (explanation.breaches().isEmpty()) {
            para(
                    say(
                            "比例性（EJR+，至任一项目）成立：没有任何一群意见一致的选民，其份额足以资助某个项目却所得过少。",
                            "Proportionality (EJR+ up to any project) holds: no group of voters who agree on a project got less than its share could have bought."));
        } else {
            para(say(
                            "以下项目的支持者所得少于其份额应得（EJR+，至任一项目）：",
                            "Supporters of these projects got less than their share could have bought (EJR+ up to any project): ")
                    + explanation.breaches().stream()
                            .map(breach -> say(
                                    "%s（%s 人）",
                                    "%s (%s voters)",
                                    Html.escape(nameOf(breach.project())),
                                    Words.number(breach.voters())))
                            .collect(Collectors.joining(say("；", "; "))));
        }
    }

    private void foot() {
        out.append("<footer>")
                .append(
                        say(
                                "所有数值按精确有理数计算，页面上的小数仅为便于阅读。任何人都可用计票包重新计算并核对本结果。本页不含任何选票。",
                                "All values were computed as exact rational numbers; decimals here are rounded for reading. Anyone can recompute this outcome from the election package. This page holds no ballots."))
                .append("</footer>\n");
    }

    private String say(String zh, String en, Object... arguments) {
        return Text.of(zh, en, arguments).in(language);
    }

    private String money(Fraction amount) {
        return Words.money(amount) + Html.escape(currency);
    }

    private String nameOf(String id) {
        Project project = projects.get(id);
        return project == null ? id : project.name();
    }

    private static String name(Project project) {
        String id = project.findCell("name").isPresent()
                ? " <span class=\"id\">" + Html.escape(project.id()) + "</span>"
                : "";
        return Html.escape(project.name()) + id;
    }

    private void fact(String name, String value) {
        out.append("<div><dt>").append(name).append("</dt><dd>").append(value).append("</dd></div>");
    }

    private void term(String name, String value) {
        out.append("<dt>")
                .append(name)
                .append("</dt><dd>")
                .append(Html.escape(value))
                .append("</dd>");
    }

    private void heading(String zh, String en) {
        out.append("<h2>").append(say(zh, en)).append("</h2>\n");
    }

    private void para(String text) {
        out.append("<p>").append(text).append("</p>\n");
    }

    private void note(String text) {
        out.append("<p class=\"note\">").append(text).append("</p>\n");
    }

    private void figure(String svg) {
        out.append("<figure>").append(svg).append("</figure>\n");
    }

    private void legend(String full, String open) {
        out.append("<div class=\"legend\"><span><i class=\"full\"></i>")
                .append(full)
                .append("</span><span><i></i>")
                .append(open)
                .append("</span></div>\n");
    }

    /** Column names, each followed by {@code <} for text or {@code >} for numbers. */
    private void table(String... namesAndSides) {
        out.append("<table><thead><tr>");
        for (int i = 0; i < namesAndSides.length; i += 2) {
            out.append(namesAndSides[i + 1].equals(">") ? "<th class=\"n\">" : "<th>")
                    .append(namesAndSides[i])
                    .append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
    }

    private static String cell(String kind, String content) {
        return kind.isEmpty() ? "<td>" + content + "</td>" : "<td class=\"" + kind + "\">" + content + "</td>";
    }

    private void row(String... cells) {
        out.append("<tr>").append(String.join("", cells)).append("</tr>\n");
    }
}
