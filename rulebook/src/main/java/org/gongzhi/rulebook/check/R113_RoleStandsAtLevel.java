package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Bodies;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/**
 * Every role exists at the level at which the matter stands (角色在其层级): its body stands there or above, so that there is
 * exactly one of it for a matter. Decided exactly.
 */
final class R113_RoleStandsAtLevel implements Check {
    @Override
    public String code() {
        return "R113";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        Bodies bodies = book.bodies();
        int matter = bodies.rank(institution.level());
        for (Institution.Role role : institution.roles()) {
            for (Bodies.Seat seat : role.seats()) {
                String level = bodies.find(seat).map(Bodies.Body::level).orElse("");
                if (bodies.rank(level) > matter) {
                    faults.add(
                            code(),
                            seat.place(),
                            Text.of(
                                    "事项在“%s”一级，那里没有唯一的“%s”（%s 一级）",
                                    "the matter stands at the level `%s`, where there is no single `%s` (level `%s`)",
                                    institution.level(),
                                    seat.body(),
                                    level),
                            Text.of("请改用该级或上级的机构，或改 level:", "name a body of that level or above, or change level:"));
                }
            }
        }
    }
}
