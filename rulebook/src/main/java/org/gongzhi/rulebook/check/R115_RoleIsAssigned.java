package org.gongzhi.rulebook.check;

import java.util.Map;
import java.util.Set;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;
import org.jspecify.annotations.Nullable;

/** A role that is assigned was assigned on every way to a step that it has (角色先指定后办理). Decided exactly, by a must-analysis of the graph of steps. */
final class R115_RoleIsAssigned implements Check {
    @Override
    public String code() {
        return "R115";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        Graph graph = new Graph(institution, book);
        Map<String, Set<String>> asked = graph.askedBefore();
        for (Institution.Step step : institution.steps()) {
            Institution.@Nullable Ref who = step.who();
            boolean assignable = who != null
                    && institution
                            .findRole(who.name())
                            .filter(role -> role.seat() == null)
                            .isPresent();
            if (who != null
                    && assignable
                    && !asked.getOrDefault(step.name(), Set.of(who.name())).contains(who.name())) {
                faults.add(
                        code(),
                        who.place(),
                        Text.of(
                                "事项可能到“%s”而“%s”尚未指定",
                                "a matter can come to `%s` before `%s` is assigned", step.name(), who.name()),
                        Text.of("请在之前的行为写  asks: [%s]", "write at the action before  asks: [%s]", who.name()),
                        graph.walkWithout(who.name(), step.name()));
            }
        }
    }
}
