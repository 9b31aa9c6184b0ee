package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;
import org.jspecify.annotations.Nullable;

/** Every {@code at-most} says what comes after it (次数上限有出路). Decided exactly. */
final class R112_LimitHasThen implements Check {
    @Override
    public String code() {
        return "R112";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        for (Institution.Step step : institution.steps()) {
            for (Institution.Action action : step.actions()) {
                Institution.@Nullable Limit limit = action.limit();
                if (limit != null && limit.then() == null && !limit.closed()) {
                    faults.add(
                            code(),
                            limit.place(),
                            Text.of(
                                    "“%s”中的“%s”超过 %s 次后没有去处",
                                    "at `%s`, `%s` leads nowhere after %s times",
                                    step.name(),
                                    action.name(),
                                    limit.atMost()),
                            Text.of(
                                    "请补上  then: {to: …}，或 then: closed 表示不再可用",
                                    "add  then: {to: …}, or  then: closed  if it is no longer possible"),
                            new Graph(institution, book).walkTo(step.name()));
                }
            }
        }
    }
}
