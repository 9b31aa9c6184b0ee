package org.gongzhi.tally.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongzhi.tally.Election;
import org.gongzhi.tally.Explanation;
import org.gongzhi.tally.Fairness;
import org.gongzhi.tally.Outcome;
import org.gongzhi.tally.Procedure;
import org.gongzhi.tally.ProcedureWords;
import org.gongzhi.tally.TieCheck;
import org.gongzhi.tally.json.Json;

/** The explanation for programs (JSON 报告). Exact numbers are text: {@code "3"} or {@code "2/3"}. */
final class JsonReport {
    private JsonReport() {}

    static Json of(Election election, Procedure procedure, TieCheck.Checked checked) {
        return Json.members(head(election, procedure, checked).toArray());
    }

    static Json of(Explanation explanation) {
        TieCheck.Checked checked = new TieCheck.Checked(explanation.outcome(), explanation.tie());
        List<Object> all = head(explanation.election(), explanation.procedure(), checked);
        all.add("rounds");
        all.add(explanation.rounds().stream().map(JsonReport::round).toList());
        all.add("projects");
        all.add(explanation.projects().stream().map(JsonReport::story).toList());
        all.add("voters_by_winners");
        all.add(explanation.distribution());
        all.add("empty_handed");
        all.add(explanation.emptyHanded());
        all.add("categories");
        all.add(explanation.categories().stream()
                .map(category -> Json.members(
                        "name", category.name(), "votes", category.votes(), "spending", category.spending()))
                .toList());
        all.add("greedy");
        all.add(Json.members(
                "selected",
                explanation.greedy().selected(),
                "total_cost",
                explanation.greedy().totalCost(),
                "voters_preferring_this",
                explanation.preference().first(),
                "voters_preferring_greedy",
                explanation.preference().second(),
                "voters_indifferent",
                explanation.preference().neither()));
        all.add("proportionality_breaches");
        all.add(explanation.breaches().stream().map(JsonReport::breach).toList());
        return Json.members(all.toArray());
    }

    private static List<Object> head(Election election, Procedure procedure, TieCheck.Checked checked) {
        Outcome outcome = checked.outcome();
        List<Object> head = new ArrayList<>(List.of(
                "rule",
                ProcedureWords.write(procedure).getOrDefault("rule", ""),
                "parameters",
                parameters(procedure),
                "file",
                election.source(),
                "voters",
                election.ballots().size(),
                "budget",
                election.budget(),
                "selected",
                outcome.selected(),
                "stages",
                outcome.chosen().stream().map(taken -> stage(taken.stage())).toList(),
                "total_cost",
                outcome.totalCost()));
        head.addAll(List.of(
                "exhaustive",
                outcome.exhaustive(),
                "share",
                outcome.share(),
                "raises",
                outcome.raises(),
                "replaced_by_greedy",
                outcome.replaced(),
                "ties",
                outcome.ties().stream()
                        .map(tie ->
                                Json.members("stage", stage(tie.stage()), "level", tie.level(), "taken", tie.taken()))
                        .toList(),
                "tie_mattered",
                Json.members(checked.tie().members().toArray())));
        return head;
    }

    private static Json parameters(Procedure procedure) {
        List<Object> members = new ArrayList<>();
        ProcedureWords.write(procedure).forEach((key, word) -> {
            if (!key.equals("rule")) {
                members.addAll(List.of(key, word));
            }
        });
        return Json.members(members.toArray());
    }

    private static String stage(Outcome.Stage stage) {
        return switch (stage) {
            case GREEDY -> "greedy";
            case EQUAL_SHARES -> "equal-shares";
            case EPSILON -> "epsilon";
            case PHRAGMEN -> "phragmen";
            case MAXIMIN -> "maximin";
        };
    }

    private static Json breach(Fairness.Breach breach) {
        return Json.members(
                "project",
                breach.project(),
                "voters",
                breach.voters(),
                "measure",
                breach.measure().word());
    }

    private static Json round(Explanation.Round round) {
        List<Object> members = new ArrayList<>(
                List.of("round", round.number(), "project", round.project(), "stage", stage(round.stage())));
        round.payment()
                .ifPresent(payment -> members.addAll(List.of(
                        "payment",
                        payment,
                        "paid_in_full",
                        round.full(),
                        "paid_all_they_had",
                        round.all(),
                        "had_nothing_left",
                        round.none(),
                        "paid",
                        round.paid().stream()
                                .map(paid -> Json.members("amount", paid.amount(), "voters", paid.voters()))
                                .toList())));
        members.add("rivals");
        members.add(round.rivals().stream()
                .map(rival -> Json.members("project", rival.project(), "rank", rival.rank()))
                .toList());
        return Json.members(members.toArray());
    }

    private static Json story(Explanation.Story story) {
        List<Object> members = new ArrayList<>(List.of(
                "id",
                story.project().id(),
                "name",
                story.project().name(),
                "cost",
                story.project().cost(),
                "votes",
                story.votes(),
                "fate",
                story.fate().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
        story.round().ifPresent(round -> members.addAll(List.of("round", round)));
        story.support().ifPresent(support -> members.addAll(List.of("effective_support_percent", support)));
        story.margin().ifPresent(margin -> members.addAll(List.of("votes_missing", margin)));
        members.add("supporters_paid_for");
        members.add(story.elsewhere().stream()
                .map(other -> Json.members(
                        "project",
                        other.project(),
                        "money",
                        Words.money(other.money())
                                .codePoints()
                                .filter(point -> point != 0x202F)
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining())))
                .toList());
        return Json.members(members.toArray());
    }
}
