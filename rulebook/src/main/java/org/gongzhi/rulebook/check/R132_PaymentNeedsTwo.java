package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Organ;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;
import org.jspecify.annotations.Nullable;

/** A payment needs two persons: one asks, another role approves (付款须双人). Decided exactly. */
final class R132_PaymentNeedsTwo implements Check {
    @Override
    public String code() {
        return "R132";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        for (Institution.Step step : institution.steps()) {
            if (!(step.organ() instanceof Organ.Payment payment)) {
                continue;
            }
            Institution.@Nullable Ref second = payment.approvedBy();
            if (!payment.byTwo() || second == null) {
                faults.add(
                        code(),
                        payment.place(),
                        Text.of(
                                "“%s”的付款没有第二人审批",
                                "the payment at `%s` is not approved by a second person", step.name()),
                        Text.of("请写  two-person: yes, approved-by: …", "write  two-person: yes, approved-by: …"),
                        new Graph(institution, book).walkTo(step.name()));
            } else if (step.who() != null && isSame(institution, step.who(), second)) {
                faults.add(
                        code(),
                        second.place(),
                        Text.of(
                                "“%s”的付款由同一职务申请和审批",
                                "the payment at `%s` is asked for and approved by the same post", step.name()),
                        Text.of("请由另一角色审批", "let another role approve"),
                        new Graph(institution, book).walkTo(step.name()));
            }
        }
    }

    private static boolean isSame(Institution institution, Institution.Ref one, Institution.Ref other) {
        return one.name().equals(other.name())
                || institution.findRole(one.name()).stream()
                        .flatMap(role -> role.seats().stream())
                        .map(Object::toString)
                        .anyMatch(seat -> institution.findRole(other.name()).stream()
                                .flatMap(role -> role.seats().stream())
                                .anyMatch(second -> second.toString().equals(seat)));
    }
}
