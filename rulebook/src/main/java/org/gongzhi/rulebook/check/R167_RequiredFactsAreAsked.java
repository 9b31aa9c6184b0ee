package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.expression.Kind;
import org.gongzhi.rulebook.tree.Faults;

/** What a required rule is applied to is asked for where it is required (规则所需事实须填写), in a field of a fitting type that must be filled. Decided exactly. */
final class R167_RequiredFactsAreAsked implements Check {
    @Override
    public String code() {
        return "R167";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        for (Institution.Step step : institution.steps()) {
            for (Institution.Action action : step.actions()) {
                for (Institution.Ref ref : action.requires()) {
                    book.findRule(ref.name())
                            .ifPresent(rule -> rule.inputs().forEach(input -> {
                                boolean asked = action.asks().stream()
                                        .filter(ask -> ask.name().equals(input.name()))
                                        .flatMap(ask -> institution.findField(ask.name()).stream())
                                        .anyMatch(field -> field.required() && fits(field.type(), input.kind()));
                                if (!asked) {
                                    faults.add(
                                            code(),
                                            ref.place(),
                                            Text.of(
                                                    "“%s”需要“%s”，而“%s”没有要求填写",
                                                    "`%s` needs `%s`, for which `%s` doesn't ask",
                                                    ref.name(),
                                                    input.name(),
                                                    action.name()),
                                            Text.of(
                                                    "请写  asks: [%s]，并设该字段",
                                                    "write  asks: [%s], and make the field", input.name()));
                                }
                            }));
                }
            }
        }
    }

    private static boolean fits(Institution.Type type, Kind kind) {
        return switch (kind) {
            case Kind.Count count -> type == Institution.Type.NUMBER;
            case Kind.Plain plain -> type == Institution.Type.NUMBER;
            case Kind.Length length -> type == Institution.Type.NUMBER;
            case Kind.Money money -> type == Institution.Type.MONEY;
            case Kind.Day day -> type == Institution.Type.DATE;
            case Kind.YesNo yesNo -> type == Institution.Type.YES_NO;
            case Kind.Word word -> type == Institution.Type.CHOICE;
            case Kind.Roll roll -> false;
        };
    }
}
