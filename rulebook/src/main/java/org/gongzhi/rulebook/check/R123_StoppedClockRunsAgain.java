package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/** A clock that stands still runs again by itself (期限中止有终止): a step that stops it times out. Decided exactly. */
final class R123_StoppedClockRunsAgain implements Check {
    @Override
    public String code() {
        return "R123";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        for (Institution.Step step : institution.steps()) {
            if (step.stopsClock() && (step.within() == null || step.onTimeout() == null)) {
                faults.add(
                        code(),
                        step.place(),
                        Text.of(
                                "步骤“%s”使期限中止，却可能永远停下去",
                                "the step `%s` stops the clock and may do so for ever", step.name()),
                        Text.of(
                                "请写  within: 14 days  和  on-timeout: {to: …}",
                                "write  within: 14 days  and  on-timeout: {to: …}"),
                        new Graph(institution, book).walkTo(step.name()));
            }
        }
    }
}
