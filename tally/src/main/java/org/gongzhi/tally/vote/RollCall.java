package org.gongzhi.tally.vote;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Text;

/**
 * An open vote by name (记名表决), such as the delegates' or the owners': each entry of the roll counts once, whoever speaks
 * for it and in however many parts. Secret ballots are never counted so.
 *
 * @param count what came of it
 * @param refused the voices that do not count, each with its reason
 */
public record RollCall(MotionCount count, List<Refusal> refused) {
    public RollCall {
        refused = List.copyOf(refused);
    }

    /**
     * What was said for one entry of the roll (表态).
     *
     * @param entry the key for which it was said
     * @param by the key of the one who said it: the entry itself, or its proxy
     * @param parts how its weight is split; together the entry's weight and no more
     */
    public record Voice(String entry, String by, Map<Choice, Fraction> parts) {
        public Voice {
            parts = Map.copyOf(parts);
        }
    }

    /** A voice that does not count (未计入). */
    public record Refusal(Voice voice, Text why) {}

    /**
     * Counts voices in the order in which they were given. An entry that was heard is not heard again: what was delegated
     * and given in person too counts once, the first time.
     *
     * @param members the weight of all members, whether they may vote or not
     * @param proxies who may speak for whom
     */
    public static RollCall count(Roll roll, Fraction members, Proxies proxies, List<Voice> voices) {
        Map<String, Fraction> weights = roll.weights();
        Map<Choice, Fraction> sums = new EnumMap<>(Choice.class);
        Fraction present = Fraction.ZERO;
        Set<String> heard = new HashSet<>();
        List<Refusal> refused = new ArrayList<>();
        for (Voice voice : voices) {
            Text why = refusal(voice, weights, proxies, heard);
            if (!why.isEmpty()) {
                refused.add(new Refusal(voice, why));
                continue;
            }
            heard.add(voice.entry());
            present = present.plus(weights.getOrDefault(voice.entry(), Fraction.ZERO));
            voice.parts().forEach((choice, part) -> sums.merge(choice, part, Fraction::plus));
        }
        MotionCount count = new MotionCount(
                roll.unit(),
                members,
                roll.total(),
                present,
                present,
                sums.getOrDefault(Choice.YES, Fraction.ZERO),
                sums.getOrDefault(Choice.NO, Fraction.ZERO),
                sums.getOrDefault(Choice.ABSTAIN, Fraction.ZERO),
                Fraction.ZERO);
        return new RollCall(count, refused);
    }

    private static Text refusal(Voice voice, Map<String, Fraction> weights, Proxies proxies, Set<String> heard) {
        Fraction weight = weights.getOrDefault(voice.entry(), Fraction.ZERO);
        if (weight.signum() == 0) {
            return new Text("不在关闭时的名册上", "not on the roll as it was closed");
        }
        if (heard.contains(voice.entry())) {
            return new Text("已表决，一份表决权只计一次", "heard already; an entry counts once");
        }
        if (!voice.by().equals(voice.entry()) && !proxies.speaksFor(voice.by(), voice.entry())) {
            return new Text("没有有效委托", "without a proxy that was admitted");
        }
        Fraction parts = voice.parts().values().stream().reduce(Fraction.ZERO, Fraction::plus);
        boolean negative = voice.parts().values().stream().anyMatch(part -> part.signum() < 0);
        if (negative || !parts.equals(weight)) {
            return Text.of("各部分之和为 %s，应为 %s", "its parts add up to %s, not to %s", parts, weight);
        }
        return Text.NONE;
    }
}
