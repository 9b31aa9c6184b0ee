package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/** Every refusal can be appealed against, here or at a named place outside (不予受理可申诉). Decided exactly. */
final class R151_RefusalHasAppeal implements Check {
    @Override
    public String code() {
        return "R151";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        for (Institution.Step step : institution.steps()) {
            if (step.ending() == Institution.Ending.DECLINED && step.appeal() == null) {
                faults.add(
                        code(),
                        step.place(),
                        Text.of("对“%s”没有申诉途径", "there is no appeal against `%s`", step.name()),
                        Text.of(
                                "例如  appeal: street-decides，或 appeal: {outside: {zh: 信访复查, en: …}}",
                                "for example  appeal: street-decides, or  appeal: {outside: {zh: …, en: Review of petitions}}"),
                        new Graph(institution, book).walkTo(step.name()));
            }
        }
    }
}
