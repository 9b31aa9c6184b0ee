package org.gongzhi.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;

/**
 * What is odd in a file that can be counted all the same (文件体检): counts that differ from the data, limits that ballots
 * break, costs that cannot be meant. None of it changes a count. Source: the checker of the format, domain page, section 1.4.
 */
public final class Checkup {
    private static final String WITHDRAWN = "999999999";
    private static final int MOST = 200;

    private final Election election;
    private final List<Fault> found = new ArrayList<>();
    private long unheard;

    private Checkup(Election election) {
        this.election = election;
    }

    /** Everything odd in an election as it was read. */
    public static List<Fault> of(Election election) {
        Checkup checkup = new Checkup(election);
        checkup.meta();
        checkup.projects();
        checkup.ballots();
        if (checkup.unheard > 0) {
            checkup.found.add(checkup.odd(0, "还有 %s 处异常未列出", "%s more oddities are not listed", checkup.unheard));
        }
        return List.copyOf(checkup.found);
    }

    private void meta() {
        counted("num_projects", election.projects().size());
        counted("num_votes", election.ballots().size());
        Fraction all = election.projects().stream().map(Project::cost).reduce(Fraction.ZERO, Fraction::plus);
        boolean everything = all.compareTo(election.budget()) <= 0;
        boolean saidSo = election.findMeta("fully_funded").filter("1"::equals).isPresent();
        if (everything && !saidSo) {
            add(
                    "全部项目合计 %s 不超过预算，META 却没有 fully_funded;1",
                    "all projects together cost %s, within the budget, and META has no fully_funded;1", all);
        }
        for (String key : List.of("description", "country", "unit", "instance", "rule", "date_begin", "date_end")) {
            if (election.findMeta(key).isEmpty()) {
                add("META 缺少 %s", "META has no %s", key);
            }
        }
        if (election.budget().signum() == 0) {
            add("预算为 0", "the budget is 0");
        }
        dates();
        Optional<String> standard = election.findMeta("default_score").filter(score -> !score.equals("0"));
        standard.ifPresent(score -> add(
                "default_score 为 %s：未列出的项目仍按 0 分计",
                "default_score is %s: unlisted projects are still counted as 0", score));
        election.meta().forEach((key, value) -> formula("META " + key, value));
    }

    private void dates() {
        String begin = sortable(election.findMeta("date_begin").orElse(""));
        String end = sortable(election.findMeta("date_end").orElse(""));
        if (!begin.isEmpty() && begin.length() == end.length() && begin.compareTo(end) > 0) {
            add("date_begin 晚于 date_end", "date_begin lies after date_end");
        }
    }

    /** {@code 2024} or {@code 31.12.2024} so that later dates are greater; empty for anything else. */
    private static String sortable(String date) {
        if (date.matches("[0-9]{4}")) {
            return date;
        }
        return date.matches("[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}")
                ? date.substring(6) + date.substring(3, 5) + date.substring(0, 2)
                : "";
    }

    private void counted(String key, long count) {
        election.findMeta(key)
                .filter(said -> !said.equals(Long.toString(count)))
                .ifPresent(said -> add(
                        "META 写 %s 为 %s，实际有 %s",
                        "META says %s is %s, and there are %s", key, PbReader.shown(said), count));
    }

    private void projects() {
        List<Long> votes = election.votes();
        long[] score = GreedyCount.gains(election, election.type().hasPoints() ? Measure.POINTS : Measure.CARDINALITY);
        Fraction selected = Fraction.ZERO;
        for (int p = 0; p < election.projects().size(); p++) {
            Project project = election.projects().get(p);
            if (project.cost().compareTo(election.budget()) > 0) {
                add(
                        project.cost().toString().equals(WITHDRAWN)
                                ? Text.of(
                                        "项目“%s”费用 999999999，视为撤回",
                                        "project “%s” costs 999999999: withdrawn", project.id())
                                : Text.of(
                                        "项目“%s”费用 %s 高于预算",
                                        "project “%s” costs %s, more than the budget", project.id(), project.cost()));
            }
            if (project.cost().signum() == 0) {
                add("项目“%s”费用为 0", "project “%s” costs 0", project.id());
            }
            says(project, "votes", Fraction.of(votes.get(p)));
            if (election.type().hasPoints()) {
                says(
                        project,
                        "score",
                        Fraction.of(
                                score[p], Ballots.Box.power(election.ballots().pointScale())));
            }
            if (project.findCell("selected").filter("1"::equals).isPresent()) {
                selected = selected.plus(project.cost());
            }
            project.cells().forEach((column, cell) -> formula("project " + project.id() + ", " + column, cell));
        }
        if (selected.compareTo(election.budget()) > 0) {
            add("标为入选的项目合计 %s，超出预算", "the projects marked as selected cost %s, more than the budget", selected);
        }
    }

    private void says(Project project, String column, Fraction counted) {
        project.findCell(column)
                .filter(cell -> !Amounts.read(cell).equals(Optional.of(counted)))
                .ifPresent(cell -> add(
                        "项目“%s”的 %s 写 %s，实际为 %s",
                        "project “%s” says %s %s, counted it is %s",
                        project.id(),
                        column,
                        PbReader.shown(cell),
                        Amounts.write(counted)));
    }

    private void ballots() {
        Ballots ballots = election.ballots();
        Optional<Fraction> least = limit("min_length");
        Optional<Fraction> most =
                election.type() == VoteType.CHOOSE_ONE ? Optional.of(Fraction.ONE) : limit("max_length");
        Optional<Fraction> leastCost = limit("min_sum_cost");
        Optional<Fraction> mostCost = limit("max_sum_cost");
        Optional<Fraction> leastSum = limit("min_sum_points");
        Optional<Fraction> mostSum = limit("max_sum_points");
        Optional<Fraction> leastEach = limit("min_points");
        Optional<Fraction> mostEach = limit("max_points");
        long power = Ballots.Box.power(ballots.pointScale());
        for (int b = 0; b < ballots.size(); b++) {
            if (ballots.length(b) == 0) {
                ballot(b, new Text("空白选票，计为一名选民", "an empty ballot; it counts as a voter"));
                continue;
            }
            within(b, new Text("项目数", "number of projects"), Fraction.of(ballots.length(b)), least, most);
            if (leastCost.isPresent() || mostCost.isPresent()) {
                Fraction cost = Fraction.ZERO;
                for (int i = 0; i < ballots.length(b); i++) {
                    cost = cost.plus(
                            election.projects().get(ballots.project(b, i)).cost());
                }
                within(b, new Text("费用合计", "sum of costs"), cost, leastCost, mostCost);
            }
            if (election.type().hasPoints()) {
                points(b, power, leastSum, mostSum, leastEach, mostEach);
            }
        }
    }

    private void points(
            int ballot,
            long power,
            Optional<Fraction> leastSum,
            Optional<Fraction> mostSum,
            Optional<Fraction> leastEach,
            Optional<Fraction> mostEach) {
        Ballots ballots = election.ballots();
        long sum = 0;
        long before = Long.MAX_VALUE;
        for (int i = 0; i < ballots.length(ballot); i++) {
            long given = ballots.points(ballot, i);
            sum += given;
            within(ballot, new Text("单项分值", "points for one project"), Fraction.of(given, power), leastEach, mostEach);
            if (given > before) {
                ballot(ballot, new Text("分值未按从高到低排列", "the points do not fall from first to last"));
            }
            before = given;
        }
        within(ballot, new Text("分值合计", "sum of points"), Fraction.of(sum, power), leastSum, mostSum);
    }

    private void within(int ballot, Text what, Fraction value, Optional<Fraction> least, Optional<Fraction> most) {
        if (least.isPresent() && value.compareTo(least.get()) < 0) {
            ballot(ballot, Text.of("%s %s 低于下限 %s", "%s %s is below the limit %s", what, value, least.get()));
        }
        if (most.isPresent() && value.compareTo(most.get()) > 0) {
            ballot(ballot, Text.of("%s %s 高于上限 %s", "%s %s is above the limit %s", what, value, most.get()));
        }
    }

    private Optional<Fraction> limit(String key) {
        return election.findMeta(key).flatMap(Amounts::read);
    }

    /** A cell that a spreadsheet would run as a formula when the file is opened in one. */
    private void formula(String where, String cell) {
        if (!cell.isEmpty() && "=@\t".indexOf(cell.charAt(0)) >= 0) {
            add(
                    "%s 的内容以“%s”开头，电子表格会当作公式执行",
                    "%s begins with “%s”; a spreadsheet would run it as a formula", where, cell.charAt(0));
        }
    }

    private void add(String zh, String en, Object... arguments) {
        add(Text.of(zh, en, arguments));
    }

    private void add(Text what) {
        if (found.size() < MOST) {
            found.add(Fault.of("T210", Place.of(election.source()), what, Text.NONE, ""));
        } else {
            unheard++;
        }
    }

    private void ballot(int ballot, Text what) {
        if (found.size() < MOST) {
            Place place = new Place(election.source(), election.ballots().line(ballot), 0);
            found.add(Fault.of("T211", place, what, Text.NONE, ""));
        } else {
            unheard++;
        }
    }

    private Fault odd(int line, String zh, String en, Object... arguments) {
        return Fault.of("T299", new Place(election.source(), line, 0), Text.of(zh, en, arguments), Text.NONE, "");
    }
}
