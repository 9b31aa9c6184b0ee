package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;
import org.jspecify.annotations.Nullable;

/**
 * A vacant post stops no matter (空缺有人替代): a role held by one post names a deputy, or every step it has escalates. Decided
 * exactly.
 */
final class R114_VacancyIsCovered implements Check {
    @Override
    public String code() {
        return "R114";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        for (Institution.Step step : institution.steps()) {
            Institution.@Nullable Ref who = step.who();
            if (who == null || step.ending() != null) {
                continue;
            }
            boolean onePost = institution
                    .findRole(who.name())
                    .filter(role -> role.seat() != null && role.seat().post() != null && role.deputy() == null)
                    .isPresent();
            boolean escalates = step.overdue().stream().anyMatch(line -> line.escalatesTo() != null);
            if (onePost && !escalates && step.onTimeout() == null) {
                faults.add(
                        code(),
                        who.place(),
                        Text.of(
                                "若“%s”空缺，步骤“%s”无人可办",
                                "if `%s` is vacant, nobody can act at the step `%s`", who.name(), step.name()),
                        Text.of(
                                "请给该角色写  deputy: …，或给此步骤写 escalate-to",
                                "give the role a  deputy: …, or the step an escalate-to"),
                        new Graph(institution, book).walkTo(step.name()));
            }
        }
    }
}
