package org.gongzhi.rulebook.check;

import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.Walker;
import org.gongzhi.rulebook.tree.Faults;

/** Every walk told as an example comes true (走查成立). Decided exactly, by walking it. */
final class R165_WalkIsTrue implements Check {
    @Override
    public String code() {
        return "R165";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        for (Institution.Walk walk : institution.walks()) {
            Walker.walk(book.course(institution.name()), walk)
                    .ifPresent(stumble -> faults.add(code(), stumble.place(), stumble.what(), stumble.mend()));
        }
    }
}
