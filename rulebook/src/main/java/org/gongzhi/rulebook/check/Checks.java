package org.gongzhi.rulebook.check;

import java.util.List;
import java.util.Set;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rule;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/** All checks (检查全部). */
public final class Checks {
    /** Names are checked first: the others trust them. */
    private static final Check NAMES = new R110_KnownNames();

    private static final List<Check> ALL = List.of(
            new R101_StepIsReached(),
            new R102_StepHasAnEnd(),
            new R103_LoopIsBounded(),
            new R111_FieldIsAskedForByItsWriter(),
            new R112_LimitHasThen(),
            new R113_RoleStandsAtLevel(),
            new R114_VacancyIsCovered(),
            new R115_RoleIsAssigned(),
            new R116_ShownIsWritten(),
            new R120_SomebodyIsTold(),
            new R121_EscalationEnds(),
            new R123_StoppedClockRunsAgain(),
            new R130_NobodySupervisesItself(),
            new R131_NobodyApprovesTheirOwn(),
            new R132_PaymentNeedsTwo(),
            new R133_RaterIsNotRated(),
            new R140_PersonalIsNotPublic(),
            new R141_TypedTextIsNotPublic(),
            new R142_PersonalIsKeptAndSeen(),
            new R150_RefusalHasReason(),
            new R151_RefusalHasAppeal(),
            new R152_SilenceIsNotConsent(),
            new R162_ActionsAreTold(),
            new R163_EdgesHaveExamples(),
            new R164_RuleExampleIsTrue(),
            new R165_WalkIsTrue(),
            new R166_CitedRuleIsInForce(),
            new R167_RequiredFactsAreAsked(),
            new R170_TableIsComplete(),
            new R171_VersionsFollow(),
            new R172_ExceptionsAgree());

    private Checks() {}

    /**
     * Checks a rulebook, save the files that could not be read whole.
     *
     * @param broken the files in which there are faults already
     */
    public static void run(Rulebook book, Faults faults, Set<String> broken) {
        boolean ground =
                !broken.contains("bodies.yaml") && broken.stream().noneMatch(file -> file.startsWith("lists/"));
        for (Rule rule : book.rules()) {
            if (!broken.contains(rule.place().file())) {
                ALL.forEach(check -> check.check(rule, book, faults));
            }
        }
        if (!ground) {
            return;
        }
        ALL.forEach(check -> check.check(book, faults));
        for (Institution institution : book.institutions()) {
            if (broken.contains(institution.place().file())) {
                continue;
            }
            int before = faults.count();
            NAMES.check(institution, book, faults);
            if (faults.count() == before) {
                ALL.forEach(check -> check.check(institution, book, faults));
            }
        }
    }
}
