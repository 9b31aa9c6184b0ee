package org.gongzhi.rulebook.check;

import java.util.Set;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/** Every step can be reached from the first one (步骤可达). Decided exactly, by walking every state. */
final class R101_StepIsReached implements Check {
    @Override
    public String code() {
        return "R101";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        Set<String> reached = new StateSpace(institution).reached();
        for (Institution.Step step : institution.steps()) {
            if (!reached.contains(step.name())) {
                faults.add(
                        code(),
                        step.place(),
                        Text.of("没有途径到达步骤“%s”", "nothing leads to the step `%s`", step.name()),
                        Text.of(
                                "请让某个行为  to: %s，或删去此步骤",
                                "let an action lead  to: %s, or remove the step", step.name()));
            }
        }
    }
}
