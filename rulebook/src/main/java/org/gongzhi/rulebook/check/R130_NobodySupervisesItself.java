package org.gongzhi.rulebook.check;

import java.util.HashMap;
import java.util.Map;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Bodies;
import org.gongzhi.rulebook.Competence;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;
import org.jspecify.annotations.Nullable;

/** No body supervises what it executes itself (不得自我监督). Decided exactly, over all seats that can hold a role. */
final class R130_NobodySupervisesItself implements Check {
    @Override
    public String code() {
        return "R130";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        Map<String, String> executes = new HashMap<>();
        for (Institution.Step step : institution.steps()) {
            if (step.function() == Competence.EXECUTE) {
                for (Bodies.Seat seat : seats(institution, step)) {
                    executes.putIfAbsent(seat.body(), step.name());
                }
            }
        }
        for (Institution.Step step : institution.steps()) {
            if (step.function() != Competence.SUPERVISE || step.who() == null) {
                continue;
            }
            for (Bodies.Seat seat : seats(institution, step)) {
                @Nullable String executed = executes.get(seat.body());
                if (executed != null) {
                    faults.add(
                            code(),
                            step.who().place(),
                            Text.of(
                                    "“%s”在“%s”监督自己在“%s”执行的事",
                                    "`%s` supervises at `%s` what it executes itself at `%s`",
                                    seat.body(),
                                    step.name(),
                                    executed),
                            Text.of("请由另一个机构监督", "let another body supervise"),
                            new Graph(institution, book).walkTo(step.name()));
                }
            }
        }
    }

    private static java.util.List<Bodies.Seat> seats(Institution institution, Institution.Step step) {
        return step.who() == null
                ? java.util.List.of()
                : institution
                        .findRole(step.who().name())
                        .map(Institution.Role::seats)
                        .orElse(java.util.List.of());
    }
}
