package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Rule;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/** The versions of a rule stand in the order of their dates, each day once (版本依次相接). Decided exactly. */
final class R171_VersionsFollow implements Check {
    @Override
    public String code() {
        return "R171";
    }

    @Override
    public void check(Rule rule, Rulebook book, Faults faults) {
        for (int i = 1; i < rule.versions().size(); i++) {
            Rule.Version before = rule.versions().get(i - 1);
            Rule.Version version = rule.versions().get(i);
            if (!version.from().isAfter(before.from())) {
                faults.add(
                        code(),
                        version.place(),
                        Text.of(
                                "%s 的版本排在 %s 之后",
                                "the version from %s stands after the one from %s", version.from(), before.from()),
                        Text.of("请按日期先后排列", "put them in the order of their dates"));
            }
        }
        if (rule.repealed() != null
                && !rule.versions().isEmpty()
                && !rule.repealed().isAfter(rule.versions().getLast().from())) {
            faults.add(
                    code(),
                    rule.place(),
                    Text.of(
                            "废止日 %s 不晚于最后版本的 %s",
                            "it is repealed from %s, not after the last version of %s",
                            rule.repealed(),
                            rule.versions().getLast().from()),
                    Text.NONE);
        }
        if (rule.versions().isEmpty()) {
            faults.add(code(), rule.place(), Text.of("规则没有版本", "the rule has no version"), Text.NONE);
        }
    }
}
