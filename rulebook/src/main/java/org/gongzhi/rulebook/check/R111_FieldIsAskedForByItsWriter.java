package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;
import org.jspecify.annotations.Nullable;

/** Every field that a role writes is asked for in a step of that role (字段由其填写人填写). Decided exactly. */
final class R111_FieldIsAskedForByItsWriter implements Check {
    @Override
    public String code() {
        return "R111";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        for (Institution.Field field : institution.fields()) {
            Institution.@Nullable Ref writer = field.writtenBy();
            if (writer == null) {
                continue;
            }
            boolean asked = false;
            for (Institution.Step step : institution.steps()) {
                for (Institution.Action action : step.actions()) {
                    for (Institution.Ref ask : action.asks()) {
                        if (!ask.name().equals(field.name())) {
                            continue;
                        }
                        asked = true;
                        if (step.who() != null && !step.who().name().equals(writer.name())) {
                            faults.add(
                                    code(),
                                    ask.place(),
                                    Text.of(
                                            "“%s”由“%s”填写，而这一步由“%s”办理",
                                            "`%s` is written by `%s`, and this step is for `%s`",
                                            field.name(),
                                            writer.name(),
                                            step.who().name()),
                                    Text.of("请改 written-by，或另设字段", "change written-by, or make another field"));
                        }
                    }
                }
            }
            if (!asked) {
                faults.add(
                        code(),
                        field.place(),
                        Text.of("没有行为要求填写“%s”", "no action asks for `%s`", field.name()),
                        Text.of(
                                "请在某个行为写  asks: [%s]，或删去此字段",
                                "write at an action  asks: [%s], or remove the field", field.name()));
            }
        }
    }
}
