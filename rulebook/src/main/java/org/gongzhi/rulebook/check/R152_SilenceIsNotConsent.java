package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;
import org.jspecify.annotations.Nullable;

/** Silence and consent end differently (沉默不等于同意): where a step times out into an end, no action of it leads to the same end. Decided exactly. */
final class R152_SilenceIsNotConsent implements Check {
    @Override
    public String code() {
        return "R152";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        for (Institution.Step step : institution.steps()) {
            Institution.@Nullable Move timeout = step.onTimeout();
            boolean ends = timeout != null
                    && institution
                            .findStep(timeout.to().name())
                            .filter(to -> to.ending() != null)
                            .isPresent();
            if (timeout == null || !ends) {
                continue;
            }
            for (Institution.Action action : step.actions()) {
                if (action.to().name().equals(timeout.to().name())) {
                    faults.add(
                            code(),
                            timeout.to().place(),
                            Text.of(
                                    "在“%s”，沉默与“%s”结果相同",
                                    "at `%s`, silence ends as `%s` does", step.name(), action.name()),
                            Text.of("请为到时未答另设终点", "make another end for those who don't answer"),
                            new Graph(institution, book).walkTo(step.name()));
                }
            }
        }
    }
}
