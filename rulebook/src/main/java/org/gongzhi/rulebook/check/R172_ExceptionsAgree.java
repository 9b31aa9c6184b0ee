package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Exemptions;
import org.gongzhi.rulebook.Rule;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/** Two exceptions that can be true at once require the same (例外不冲突). Decided exactly over words and yes or no; numbers and dates are tried at, just below and just above each number that the conditions name. */
final class R172_ExceptionsAgree implements Check {
    @Override
    public String code() {
        return "R172";
    }

    @Override
    public void check(Rule rule, Rulebook book, Faults faults) {
        for (Rule.Version version : rule.versions()) {
            for (int i = 0; i < version.except().size(); i++) {
                for (Rule.Exemption other : version.except().subList(0, i)) {
                    Rule.Exemption one = version.except().get(i);
                    if (!same(one.require(), other.require())) {
                        Exemptions.both(rule, version, one, other, book)
                                .ifPresent(facts -> faults.add(
                                        code(),
                                        one.place(),
                                        Text.of(
                                                "与第 %s 行的例外可同时成立（%s），要求却不同",
                                                "this exception and the one in line %s can both be true (%s) and require different things",
                                                other.place().line(),
                                                facts),
                                        Text.of("请在 when 中排除另一个", "exclude the other one in `when`")));
                    }
                }
            }
        }
    }

    private static boolean same(Rule.Requirement one, Rule.Requirement other) {
        return told(one).equals(told(other));
    }

    private static String told(Rule.Requirement requirement) {
        return switch (requirement) {
            case Rule.Requirement.Line line -> line.words().en();
            case Rule.Requirement.Fixed fixed -> fixed.words().en();
            case Rule.Requirement.Group group ->
                (group.all() ? "all " : "any ")
                        + group.parts().stream().map(R172_ExceptionsAgree::told).toList();
        };
    }
}
