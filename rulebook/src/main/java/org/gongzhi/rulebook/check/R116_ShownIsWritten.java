package org.gongzhi.rulebook.check;

import java.util.Set;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;
import org.jspecify.annotations.Nullable;

/** What the public reads was written before it is public (公开前已填写): on every way to the step of publication the field was asked for. Decided exactly, by a must-analysis. */
final class R116_ShownIsWritten implements Check {
    @Override
    public String code() {
        return "R116";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        Institution.@Nullable Ref after = institution.publication().after();
        if (after == null) {
            return;
        }
        Graph graph = new Graph(institution, book);
        Set<String> asked = graph.askedBefore().get(after.name());
        for (Institution.Ref shown : institution.publication().shows()) {
            institution.findField(shown.name()).ifPresent(field -> {
                if (field.writtenBy() != null && asked != null && !asked.contains(field.name())) {
                    faults.add(
                            code(),
                            shown.place(),
                            Text.of(
                                    "到“%s”即公开，那时“%s”可能还没有写",
                                    "it is public from `%s` on, when `%s` may not be written yet",
                                    after.name(),
                                    field.name()),
                            Text.of("请在之前的行为写  asks: [%s]", "write at an action before  asks: [%s]", field.name()),
                            graph.walkWithout(field.name(), after.name()));
                }
            });
        }
    }
}
