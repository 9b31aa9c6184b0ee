package org.gongzhi.tally.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongzhi.tally.Completion;
import org.gongzhi.tally.Procedure;
import org.gongzhi.tally.Rule;
import org.gongzhi.tally.json.Json;

/** Rules by the words of the command line (规则代号). */
final class RuleWords {
    private RuleWords() {}

    static String rule(Rule rule) {
        return switch (rule) {
            case Rule.Greedy greedy ->
                switch (greedy.misfit()) {
                    case SKIP -> "greedy";
                    case STOP -> "greedy-no-skip";
                };
            case Rule.EqualShares _ -> "equal-shares";
            case Rule.Phragmen _ -> "phragmen";
            case Rule.MaximinSupport _ -> "maximin";
        };
    }

    static Json parameters(Procedure procedure) {
        List<Object> members = new ArrayList<>();
        switch (procedure.rule()) {
            case Rule.Greedy greedy ->
                members.addAll(List.of(
                        "satisfaction",
                        greedy.measure().word(),
                        "exclusive",
                        greedy.exclusive().stream().map(Json::of).toList()));
            case Rule.EqualShares shares ->
                members.addAll(List.of(
                        "satisfaction",
                        shares.measure().word(),
                        "completion",
                        shares.completions().stream().map(RuleWords::completion).collect(Collectors.joining(",")),
                        "step",
                        step(shares)));
            case Rule.Phragmen _, Rule.MaximinSupport _ -> {}
        }
        for (Procedure.Eligibility condition : procedure.eligibility()) {
            switch (condition) {
                case Procedure.Eligibility.Votes(var least) -> members.addAll(List.of("least_votes", least));
                case Procedure.Eligibility.VotesForCost(var part) ->
                    members.addAll(List.of("votes_for_cost", part.toString()));
            }
        }
        String comparison = switch (procedure.comparison()) {
            case NONE -> "";
            case MORE_WINNERS -> "winners";
            case ANY_WINNER -> "any";
        };
        if (!comparison.isEmpty()) {
            members.addAll(List.of("compare", comparison));
        }
        return Json.members(members.toArray());
    }

    private static String completion(Completion completion) {
        return switch (completion) {
            case Completion.Add1 add1 -> add1.until().word();
            case Completion.Greedy _ -> "greedy";
            case Completion.Votes _ -> "votes";
            case Completion.Epsilon _ -> "epsilon";
        };
    }

    private static String step(Rule.EqualShares shares) {
        return shares.completions().stream()
                .filter(Completion.Add1.class::isInstance)
                .map(completion -> ((Completion.Add1) completion).step().toString())
                .findFirst()
                .orElse("");
    }
}
