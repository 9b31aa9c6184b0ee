package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Organ;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/** Every rule that an institution cites is in force as long as the institution (所引规则有效), and fixes a period where one is needed. Decided exactly. */
final class R166_CitedRuleIsInForce implements Check {
    @Override
    public String code() {
        return "R166";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        for (Institution.Step step : institution.steps()) {
            if (step.within() instanceof Institution.Within.ByRule by) {
                rule(new Institution.Ref(by.place(), by.rule()), institution, book, faults);
                boolean fixes = book.findRule(by.rule()).stream()
                        .flatMap(rule -> rule.versions().stream())
                        .filter(version -> !version.from().isBefore(institution.from())
                                || book.findRule(by.rule())
                                        .flatMap(rule -> rule.findVersion(institution.from()))
                                        .filter(version::equals)
                                        .isPresent())
                        .allMatch(version ->
                                book.period(by.rule(), version.from()).isPresent());
                if (!fixes) {
                    faults.add(
                            code(),
                            by.place(),
                            Text.of("规则“%s”没有规定期限", "the rule `%s` fixes no period", by.rule()),
                            Text.of("请引用写有  gives: 15 days  的规则", "cite a rule that  gives: 15 days"));
                }
            }
            step.actions().forEach(action -> action.requires().forEach(ref -> rule(ref, institution, book, faults)));
            if (step.organ() instanceof Organ.Vote vote) {
                rule(vote.quorum(), institution, book, faults);
                rule(vote.carried(), institution, book, faults);
            }
            if (step.organ() instanceof Organ.Ballot ballot && ballot.valid() != null) {
                rule(ballot.valid(), institution, book, faults);
            }
        }
    }

    private void rule(Institution.Ref ref, Institution institution, Rulebook book, Faults faults) {
        book.findRule(ref.name()).ifPresent(rule -> {
            if (rule.findVersion(institution.from()).isEmpty()) {
                faults.add(
                        code(),
                        ref.place(),
                        Text.of(
                                "制度自 %s 起施行，那时规则“%s”没有有效版本",
                                "the institution is in force from %s, when the rule `%s` has no version",
                                institution.from(),
                                ref.name()),
                        Text.of("请补上规则的版本，或推迟制度", "add a version of the rule, or let the institution begin later"));
            } else if (rule.repealed() != null) {
                faults.add(
                        code(),
                        ref.place(),
                        Text.of(
                                "规则“%s”自 %s 起废止，而制度仍引用",
                                "the rule `%s` is repealed from %s, and the institution goes on citing it",
                                ref.name(),
                                rule.repealed()),
                        Text.of("请改引现行规则", "cite the rule in force"));
            }
        });
    }
}
