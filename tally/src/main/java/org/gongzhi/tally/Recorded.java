package org.gongzhi.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;
import org.gongzhi.tally.json.Json;

/**
 * An outcome that someone else found (对照结果), to hold ours against.
 *
 * @param instance the name of the election's file without {@code .gz}
 * @param rule the name of the rule in that file, such as {@code mes_cost_add1_greedy}
 * @param seconds the processor time it took them, as text; empty where it is not known
 */
public record Recorded(
        String instance, String rule, List<String> selected, Fraction totalCost, boolean exhaustive, String seconds) {
    public Recorded {
        selected = List.copyOf(selected);
    }

    /** What came of reading such a file. */
    public sealed interface File {
        /** All outcomes that are there; a run that was stopped or not made has none. */
        record Outcomes(List<Recorded> outcomes) implements File {
            public Outcomes {
                outcomes = List.copyOf(outcomes);
            }
        }

        /** The file is broken. */
        record Broken(Fault fault) implements File {}
    }

    /** Reads a file of outcomes: {@code instances}, by name; in each {@code rules}, by name. */
    public static File read(String text, String name) {
        Json whole;
        try {
            whole = Json.read(text);
        } catch (Json.Broken e) {
            return new File.Broken(Fault.of(
                    "T301",
                    new Place(name, e.line(), e.column()),
                    Text.of("这不是 JSON：%s", "this is no JSON: %s", e.why()),
                    Text.NONE,
                    ""));
        }
        List<Recorded> outcomes = new ArrayList<>();
        for (Map.Entry<String, Json> instance : members(whole, "instances").entrySet()) {
            for (Map.Entry<String, Json> rule :
                    members(instance.getValue(), "rules").entrySet()) {
                Json found = rule.getValue();
                Optional<Fraction> cost = Fraction.read(found.text("total_cost"));
                if (found.find("selected").isPresent() && cost.isPresent()) {
                    outcomes.add(new Recorded(
                            instance.getKey(),
                            rule.getKey(),
                            found.texts("selected"),
                            cost.get(),
                            found.isTrue("exhaustive"),
                            found.text("cpu_seconds")));
                }
            }
        }
        return new File.Outcomes(outcomes);
    }

    private static Map<String, Json> members(Json whole, String key) {
        return whole.find(key).orElse(whole) instanceof Json.Members(var members) ? members : Map.of();
    }

    /** The procedure that the rule's name stands for; empty for a name that is not known. */
    public Optional<Procedure> procedure() {
        String[] parts = rule.split("_", 3);
        if (rule.equals("phragmen")) {
            return Optional.of(Procedure.of(new Rule.Phragmen()));
        }
        if (parts.length < 2) {
            return Optional.empty();
        }
        Optional<Measure> measure = switch (parts[1]) {
            case "cost" -> Optional.of(Measure.COST);
            case "card" -> Optional.of(Measure.CARDINALITY);
            case "points" -> Optional.of(Measure.POINTS);
            case "borda" -> Optional.of(Measure.BORDA);
            default -> Optional.empty();
        };
        String completion = parts.length == 3 ? parts[2] : "";
        return measure.flatMap(known -> switch (parts[0] + " " + completion) {
            case "greedy " -> Optional.of(Procedure.of(new Rule.Greedy(known)));
            case "mes " -> Optional.of(Procedure.of(new Rule.EqualShares(known, List.of())));
            case "mes add1_greedy" -> Optional.of(raised(known, Completion.Until.EXHAUSTIVE));
            case "mes vbi1_greedy" -> Optional.of(raised(known, Completion.Until.SUPPORTED));
            default -> Optional.empty();
        });
    }

    private static Procedure raised(Measure measure, Completion.Until until) {
        return Procedure.of(new Rule.EqualShares(
                measure, List.of(new Completion.Add1(Fraction.ONE, until), new Completion.Greedy())));
    }

    /** Whether an outcome is the same: the list in its order, the exact cost, whether it is exhaustive. */
    public boolean agrees(Outcome outcome) {
        return outcome.selected().equals(selected)
                && outcome.totalCost().equals(totalCost)
                && outcome.exhaustive() == exhaustive;
    }
}
