package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/**
 * Every step that waits has a time, and every time has somebody to tell (逾期有人知). A step that goes on by itself when its
 * time is over needs nobody. Decided exactly.
 */
final class R120_SomebodyIsTold implements Check {
    @Override
    public String code() {
        return "R120";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        for (Institution.Step step : institution.steps()) {
            if (step.ending() != null) {
                continue;
            }
            if (step.within() == null) {
                faults.add(
                        code(),
                        step.place(),
                        Text.of("步骤“%s”没有期限", "the step `%s` has no time", step.name()),
                        Text.of("例如  within: 5 working days", "for example  within: 5 working days"),
                        new Graph(institution, book).walkTo(step.name()));
            } else if (step.onTimeout() == null && step.overdue().isEmpty()) {
                faults.add(
                        code(),
                        step.within().place(),
                        Text.of("步骤“%s”逾期时无人得知", "nobody is told when the step `%s` is overdue", step.name()),
                        Text.of(
                                "例如  overdue: [{after: 0 hours, tell: work-station.head}]",
                                "for example  overdue: [{after: 0 hours, tell: work-station.head}]"),
                        new Graph(institution, book).walkTo(step.name()));
            }
        }
    }
}
