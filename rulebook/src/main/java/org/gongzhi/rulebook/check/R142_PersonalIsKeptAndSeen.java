package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/**
 * Every personal field has a time to keep and names who may see it (保存期限与可见范围). Source: Personal Information Protection
 * Law art. 19 and 51. Decided exactly.
 */
final class R142_PersonalIsKeptAndSeen implements Check {
    @Override
    public String code() {
        return "R142";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        for (Institution.Field field : institution.fields()) {
            if (field.personal() && field.keep() == null) {
                faults.add(
                        code(),
                        field.place(),
                        Text.of("没有写明“%s”保存多久", "it isn't said how long `%s` is kept", field.name()),
                        Text.of("例如  keep: 180 days", "for example  keep: 180 days"));
            }
            if (field.personal() && field.seenBy().isEmpty()) {
                faults.add(
                        code(),
                        field.place(),
                        Text.of("没有写明谁能看“%s”", "it isn't said who may see `%s`", field.name()),
                        Text.of("例如  seen-by: {%s: [clerk]}", "for example  seen-by: {%s: [clerk]}", field.name()));
            }
        }
    }
}
