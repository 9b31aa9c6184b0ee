package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Edges;
import org.gongzhi.rulebook.Rule;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/** Every edge of a rule has an example: where it just holds, where it just doesn't, on the first day of a version and the day before (边界有示例). The edges are computed exactly for comparisons linear in one input; where none can be computed, any example that holds and one that doesn't is asked for. */
final class R163_EdgesHaveExamples implements Check {
    @Override
    public String code() {
        return "R163";
    }

    @Override
    public void check(Rule rule, Rulebook book, Faults faults) {
        for (Edges.Missing missing : Edges.missing(rule, book)) {
            faults.add(
                    code(),
                    missing.place(),
                    missing.what(),
                    missing.example().isEmpty() ? Text.NONE : Text.same(missing.example()));
        }
    }
}
