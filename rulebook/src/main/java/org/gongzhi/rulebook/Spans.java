package org.gongzhi.rulebook;

import java.util.Optional;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.tree.Node;
import org.gongzhi.rulebook.tree.Sheet;

/** Reads spans at their places (期间读取). */
final class Spans {
    private Spans() {}

    /** The span that a node holds, or empty with a fault. */
    static Optional<Span> read(Node node, Sheet sheet) {
        return sheet.text(node).flatMap(text -> {
            Optional<Span> span = Span.read(text);
            if (span.isEmpty()) {
                sheet.faults()
                        .add(
                                "R006",
                                node.place(),
                                Text.of("“%s”不是期间", "`%s` is not a length of time", text),
                                Text.of(
                                        "例如  4 working hours、15 working days、30 days",
                                        "for example  4 working hours, 15 working days, 30 days"));
            }
            return span;
        });
    }
}
