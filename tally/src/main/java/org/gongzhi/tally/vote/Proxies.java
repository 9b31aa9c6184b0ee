package org.gongzhi.tally.vote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongzhi.exact.Text;

/**
 * Who votes for whom (委托投票): the proxies that were admitted, and those refused with the reason.
 *
 * @param holders by the key of the one who gave it, the key of the one who holds it
 */
public record Proxies(Map<String, String> holders, List<Refusal> refused) {
    /** No proxies. */
    public static final Proxies NONE = new Proxies(Map.of(), List.of());

    public Proxies {
        holders = Map.copyOf(holders);
        refused = List.copyOf(refused);
    }

    /** A proxy as it was handed in (委托书). */
    public record Proxy(String giver, String holder) {}

    /** A proxy that was not admitted. */
    public record Refusal(Proxy proxy, Text why) {}

    /**
     * What the rules in force ask of proxies (委托规则).
     *
     * @param mostEach how many one person may hold at most; 0 where there are none
     */
    public record Limits(int mostEach) {}

    /**
     * Admits proxies in the order in which they were handed in.
     *
     * @param candidates may hold none
     */
    public static Proxies admit(Roll roll, Limits limits, Set<String> candidates, List<Proxy> given) {
        Map<String, String> holders = new LinkedHashMap<>();
        Map<String, Integer> held = new HashMap<>();
        List<Refusal> refused = new ArrayList<>();
        Set<String> keys = roll.weights().keySet();
        for (Proxy proxy : given) {
            Text why = refusal(proxy, keys, limits, candidates, holders, held);
            if (why.isEmpty()) {
                holders.put(proxy.giver(), proxy.holder());
                held.merge(proxy.holder(), 1, Integer::sum);
            } else {
                refused.add(new Refusal(proxy, why));
            }
        }
        return new Proxies(holders, refused);
    }

    private static Text refusal(
            Proxy proxy,
            Set<String> keys,
            Limits limits,
            Set<String> candidates,
            Map<String, String> holders,
            Map<String, Integer> held) {
        if (!keys.contains(proxy.giver())) {
            return new Text("委托人不在名册上", "the giver is not on the roll");
        }
        if (!keys.contains(proxy.holder())) {
            return new Text("受托人不在名册上", "the holder is not on the roll");
        }
        if (proxy.giver().equals(proxy.holder())) {
            return new Text("不能委托自己", "nobody is a proxy for himself");
        }
        if (candidates.contains(proxy.holder())) {
            return new Text("候选人不得接受委托", "a candidate may hold no proxy");
        }
        if (holders.containsKey(proxy.giver())) {
            return new Text("已委托他人", "the giver has given a proxy already");
        }
        if (holders.containsKey(proxy.holder())) {
            return new Text("受托人自己已委托他人", "the holder has given a proxy away");
        }
        if (held.containsKey(proxy.giver())) {
            return new Text("委托人自己受他人委托，不得转委托", "the giver holds a proxy; it is not passed on");
        }
        int already = held.getOrDefault(proxy.holder(), 0);
        if (already >= limits.mostEach()) {
            return Text.of("受托人已有 %s 份委托，上限 %s", "the holder has %s proxies, %s at most", already, limits.mostEach());
        }
        return Text.NONE;
    }

    /** Whether a proxy was admitted from one to the other. */
    public boolean speaksFor(String holder, String giver) {
        return holder.equals(holders.get(giver));
    }
}
