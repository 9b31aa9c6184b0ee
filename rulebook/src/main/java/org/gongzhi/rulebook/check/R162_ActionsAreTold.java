package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Course;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/** Two actions in one step are told apart, by name and by title, and none has a name with another meaning (行为名称不混淆). Decided exactly. */
final class R162_ActionsAreTold implements Check {
    @Override
    public String code() {
        return "R162";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        for (Institution.Step step : institution.steps()) {
            for (int i = 0; i < step.actions().size(); i++) {
                Institution.Action action = step.actions().get(i);
                if (action.name().equals("opens")
                        || action.name().equals(Course.APPEAL)
                        || action.name().equals("passes")) {
                    faults.add(
                            code(),
                            action.place(),
                            Text.of("“%s”这个名称另有含义", "the name `%s` has another meaning", action.name()),
                            Text.of("请换一个名称", "take another name"));
                }
                for (Institution.Action other : step.actions().subList(0, i)) {
                    boolean same = other.title().zh().equals(action.title().zh())
                            || other.title().en().equals(action.title().en());
                    if (same) {
                        faults.add(
                                code(),
                                action.place(),
                                Text.of(
                                        "在“%s”，“%s”与“%s”标题相同",
                                        "at `%s`, `%s` and `%s` have the same title",
                                        step.name(),
                                        action.name(),
                                        other.name()),
                                Text.of("请换一个标题", "give it another title"));
                    }
                }
            }
        }
    }
}
