package org.gongzhi.rulebook.check;

import java.util.Set;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/** From every step a final one can be reached (有始有终). Decided exactly, on the graph of steps. */
final class R102_StepHasAnEnd implements Check {
    @Override
    public String code() {
        return "R102";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        Graph graph = new Graph(institution, book);
        Set<String> ending = graph.ending();
        for (Institution.Step step : institution.steps()) {
            if (!ending.contains(step.name())) {
                faults.add(
                        code(),
                        step.place(),
                        Text.of("从步骤“%s”走不到任何终点", "no end can be reached from the step `%s`", step.name()),
                        Text.of("请加一个通向终点的行为", "add an action that leads to a final step"),
                        graph.walkTo(step.name()));
            }
        }
    }
}
