package org.gongzhi.rulebook.check;

import java.util.Comparator;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Bodies;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Every escalation goes up and ends (升级有终点): each one leads to a seat above the last, or from a member to the head of the
 * same body. Decided exactly.
 */
final class R121_EscalationEnds implements Check {
    @Override
    public String code() {
        return "R121";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        Bodies bodies = book.bodies();
        for (Institution.Step step : institution.steps()) {
            Bodies.@Nullable Seat last = step.who() == null
                    ? null
                    : institution
                            .findRole(step.who().name())
                            .map(role -> lowest(bodies, role))
                            .orElse(null);
            for (Institution.Overdue line : step.overdue()) {
                Bodies.@Nullable Seat higher = line.escalatesTo();
                if (higher == null) {
                    continue;
                }
                if (last != null && !isAbove(bodies, higher, last)) {
                    faults.add(
                            code(),
                            higher.place(),
                            Text.of(
                                    "步骤“%s”升级到“%s”，它不在“%s”之上",
                                    "the step `%s` escalates to `%s`, which does not stand above `%s`",
                                    step.name(),
                                    higher,
                                    last),
                            Text.of("请写上级机构", "name a body of a higher level"),
                            new Graph(institution, book).walkTo(step.name()));
                }
                last = higher;
            }
        }
    }

    /** The seat of the lowest level that can hold a role; null if none can. */
    private static Bodies.@Nullable Seat lowest(Bodies bodies, Institution.Role role) {
        return role.seats().stream()
                .max(Comparator.comparingInt(seat ->
                        bodies.find(seat).map(body -> bodies.rank(body.level())).orElse(-1)))
                .orElse(null);
    }

    private static boolean isAbove(Bodies bodies, Bodies.Seat higher, Bodies.Seat lower) {
        int top = bodies.find(higher).map(body -> bodies.rank(body.level())).orElse(-1);
        int bottom = bodies.find(lower).map(body -> bodies.rank(body.level())).orElse(-1);
        return top < bottom || (higher.body().equals(lower.body()) && !higher.equals(lower));
    }
}
