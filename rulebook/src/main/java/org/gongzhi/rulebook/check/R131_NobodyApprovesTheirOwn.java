package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Competence;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;
import org.jspecify.annotations.Nullable;

/** Nobody decides on what they asked for (不得审批自己的申请): the opener has no step that decides or supervises, and no seat that opens matters has one. Decided exactly, over seats. */
final class R131_NobodyApprovesTheirOwn implements Check {
    @Override
    public String code() {
        return "R131";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        for (Institution.Step step : institution.steps()) {
            Institution.@Nullable Ref who = step.who();
            boolean judges = step.function() == Competence.DECIDE || step.function() == Competence.SUPERVISE;
            if (who == null || !judges) {
                continue;
            }
            boolean own = who.name().equals(Institution.OPENER)
                    || institution.findRole(who.name()).stream()
                            .flatMap(role -> role.seats().stream())
                            .anyMatch(seat -> institution.by().stream()
                                    .anyMatch(by -> by.name().equals(seat.toString())
                                            || by.name().equals(seat.body())));
            if (own) {
                faults.add(
                        code(),
                        who.place(),
                        Text.of(
                                "“%s”在“%s”审批自己提出的事项",
                                "`%s` decides at `%s` on what they opened themselves", who.name(), step.name()),
                        Text.of("请由另一个机构决定", "let another body decide"),
                        new Graph(institution, book).walkTo(step.name()));
            }
        }
    }
}
