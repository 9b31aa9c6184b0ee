package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/**
 * What whoever opened the matter typed or photographed is never public as it is (原话不公开): a named role writes what the public
 * may read. Decided exactly.
 */
final class R141_TypedTextIsNotPublic implements Check {
    @Override
    public String code() {
        return "R141";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        for (Institution.Ref shown : institution.publication().shows()) {
            institution.findField(shown.name()).ifPresent(field -> {
                boolean free = switch (field.type()) {
                    case TEXT, IMAGE, FILE -> true;
                    case CHOICE, PLACE, CONTACT, DATE, NUMBER, MONEY, YES_NO, RATING, MATTER -> false;
                };
                boolean typed =
                        field.writtenBy() == null || field.writtenBy().name().equals(Institution.OPENER);
                if (free && typed) {
                    faults.add(
                            code(),
                            shown.place(),
                            Text.of(
                                    "“%s”是提出人自己写的，不能原样公开",
                                    "`%s` is what the opener typed and can't be public as it is", field.name()),
                            Text.of(
                                    "请公开由某角色写的摘要，例如  summary: {type: text, written-by: clerk}",
                                    "show what a role wrote instead, for example  summary: {type: text, written-by: clerk}"));
                }
            });
        }
    }
}
