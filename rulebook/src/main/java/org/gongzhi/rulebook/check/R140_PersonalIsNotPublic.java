package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/**
 * Personal fields are never public, and places no finer than declared (个人信息不公开). Source: Personal Information Protection
 * Law art. 6. Decided exactly.
 */
final class R140_PersonalIsNotPublic implements Check {
    @Override
    public String code() {
        return "R140";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        for (Institution.Ref shown : institution.publication().shows()) {
            institution.findField(shown.name()).ifPresent(field -> {
                if (field.personal()) {
                    faults.add(
                            code(),
                            shown.place(),
                            Text.of("“%s”是个人信息，不能公开", "`%s` is personal and can't be public", field.name()),
                            Text.of("请从 shows 中删去", "remove it from shows"));
                } else if (field.type() == Institution.Type.PLACE && field.publicAs() == null) {
                    faults.add(
                            code(),
                            shown.place(),
                            Text.of("没有写明“%s”公开到哪一级", "it isn't said how finely `%s` is public", field.name()),
                            Text.of("请在该字段写  public-as: community", "write at the field  public-as: community"));
                }
            });
        }
    }
}
