package org.gongzhi.rulebook.draw;

import java.util.ArrayList;
import java.util.List;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.jspecify.annotations.Nullable;

/** The ways between the steps of an institution, as they are drawn (步骤间的途径). */
final class Ways {
    /**
     * One arrow.
     *
     * @param byItself whether time alone leads along it
     */
    record Way(String from, String to, Text label, boolean byItself, boolean appeal) {}

    private Ways() {}

    static List<Way> of(Institution institution) {
        List<Way> ways = new ArrayList<>();
        for (Institution.Step step : institution.steps()) {
            for (Institution.Action action : step.actions()) {
                Institution.@Nullable Limit limit = action.limit();
                Text label = limit == null
                        ? action.title()
                        : Text.of("%s（≤%s次）", "%s (≤%s×)", action.title(), limit.atMost());
                ways.add(new Way(step.name(), action.to().name(), label, false, false));
                if (limit != null && limit.then() != null) {
                    Text after = Text.of("第%s次%s", "%2$s, time %1$s", limit.atMost() + 1, action.title());
                    ways.add(new Way(step.name(), limit.then().to().name(), after, false, false));
                }
            }
            Institution.@Nullable Move timeout = step.onTimeout();
            if (timeout != null) {
                ways.add(new Way(step.name(), timeout.to().name(), Text.of("到时", "time over"), true, false));
            }
            Institution.@Nullable Appeal appeal = step.appeal();
            if (appeal != null && appeal.to() != null) {
                Text label = appeal.within() == null
                        ? Text.of("申诉", "appeal")
                        : Text.of("申诉（%s内）", "appeal (%s)", appeal.within().told());
                ways.add(new Way(step.name(), appeal.to().name(), label, false, true));
            }
        }
        return ways;
    }

    /** What a step's period is, in words; empty without one. */
    static Text within(Institution.Step step) {
        Institution.@Nullable Within within = step.within();
        if (within == null) {
            return Text.NONE;
        }
        return switch (within) {
            case Institution.Within.Fixed fixed -> fixed.span().told();
            case Institution.Within.ByChoice by -> Text.of("按类别定期限", "by category");
            case Institution.Within.ByRule by -> Text.of("按规则定期限", "by rule");
        };
    }
}
