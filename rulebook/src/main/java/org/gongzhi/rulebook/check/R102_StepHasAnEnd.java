package org.gongzhi.rulebook.check;

import java.util.Set;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/** From every state a final step can be reached (有始有终). Decided exactly, by walking every state. */
final class R102_StepHasAnEnd implements Check {
    @Override
    public String code() {
        return "R102";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        Graph graph = new Graph(institution, book);
        Set<String> stuck = new StateSpace(institution).stuck();
        for (Institution.Step step : institution.steps()) {
            if (stuck.contains(step.name())) {
                faults.add(
                        code(),
                        step.place(),
                        Text.of(
                                "事项可能停在步骤“%s”而走不到任何终点",
                                "a matter can stand at the step `%s` with no end to be reached", step.name()),
                        Text.of("请加一个通向终点的行为", "add an action that leads to a final step"),
                        graph.walkTo(step.name()));
            }
        }
    }
}
