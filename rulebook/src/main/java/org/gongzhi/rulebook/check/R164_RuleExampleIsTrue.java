package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Finding;
import org.gongzhi.rulebook.Judgement;
import org.gongzhi.rulebook.Rule;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/** Every example of a rule comes true (规则示例成立). Decided exactly, by applying the rule. */
final class R164_RuleExampleIsTrue implements Check {
    @Override
    public String code() {
        return "R164";
    }

    @Override
    public void check(Rule rule, Rulebook book, Faults faults) {
        for (Rule.Example example : rule.examples()) {
            switch (book.applyTo(rule.name(), example.on(), example.values())) {
                case Judgement.None none ->
                    faults.add(
                            code(),
                            example.place(),
                            Text.of("此例无法判断：%s", "this example has no finding: %s", none.why()),
                            Text.NONE);
                case Judgement.Found found -> compare(found.finding(), example, faults);
            }
        }
    }

    private void compare(Finding finding, Rule.Example example, Faults faults) {
        String gives = example.gives();
        if (gives != null) {
            boolean same = finding.comparison().en().endsWith(" " + gives);
            if (!same) {
                faults.add(
                        code(),
                        example.place(),
                        Text.of("此例不成立：%s", "this example isn't true: %s", finding.comparison()),
                        Text.NONE);
            }
            return;
        }
        boolean holds = finding.holds() == example.holds();
        boolean margin = example.margin() == null || example.margin().equals(finding.margin());
        if (!holds || !margin) {
            faults.add(
                    code(),
                    example.place(),
                    Text.of("此例不成立：%s", "this example isn't true: %s", finding.comparison()),
                    finding.margin() == null
                            ? Text.of("应为  holds: %1$s", "it is  holds: %1$s", finding.holds() ? "yes" : "no")
                            : Text.of(
                                    "应为  holds: %s, margin: %s",
                                    "it is  holds: %s, margin: %s", finding.holds() ? "yes" : "no", finding.margin()));
        }
    }
}
