package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/** Every refusal has a reason that must be written and is told (不予受理须说明理由并告知). Decided exactly. */
final class R150_RefusalHasReason implements Check {
    @Override
    public String code() {
        return "R150";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        for (Institution.Step step : institution.steps()) {
            for (Institution.Action action : step.actions()) {
                boolean declines = declines(institution, action.to())
                        || (action.limit() != null
                                && action.limit().then() != null
                                && declines(institution, action.limit().then().to()));
                boolean byOpener = step.who() != null && step.who().name().equals(Institution.OPENER);
                if (!declines || byOpener) {
                    continue;
                }
                boolean reason = action.asks().stream()
                        .flatMap(ask -> institution.findField(ask.name()).stream())
                        .anyMatch(field -> field.required() && field.type() == Institution.Type.TEXT);
                if (!reason) {
                    faults.add(
                            code(),
                            action.place(),
                            Text.of(
                                    "“%s”中的“%s”不要求写明理由",
                                    "at `%s`, `%s` declines without having to give a reason",
                                    step.name(),
                                    action.name()),
                            Text.of(
                                    "请写  asks: [reason]，并在 fields 写  reason: {type: text, required: true, written-by: …}",
                                    "write  asks: [reason], and among the fields  reason: {type: text, required: true, written-by: …}"),
                            new Graph(institution, book).walkTo(step.name()));
                }
                if (action.tells().stream().noneMatch(who -> who.name().equals(Institution.OPENER))) {
                    faults.add(
                            code(),
                            action.place(),
                            Text.of(
                                    "“%s”中的“%s”没有告知提出人",
                                    "at `%s`, `%s` declines and doesn't tell the opener", step.name(), action.name()),
                            Text.of("请写  tells: opener", "write  tells: opener"),
                            new Graph(institution, book).walkTo(step.name()));
                }
            }
        }
    }

    private static boolean declines(Institution institution, Institution.Ref to) {
        return institution
                .findStep(to.name())
                .filter(step -> step.ending() == Institution.Ending.DECLINED)
                .isPresent();
    }
}
