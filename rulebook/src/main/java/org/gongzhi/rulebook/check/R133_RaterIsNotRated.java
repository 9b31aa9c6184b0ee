package org.gongzhi.rulebook.check;

import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Organ;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/** Nobody rates themselves (评议人不得评议自己): the rated seat is not among the raters, nor the body that runs the step. Decided exactly. */
final class R133_RaterIsNotRated implements Check {
    @Override
    public String code() {
        return "R133";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        for (Institution.Step step : institution.steps()) {
            if (step.organ() instanceof Organ.Rating rating && rating.rated() != null) {
                String rated = rating.rated().toString();
                rating.raters().stream()
                        .filter(rater -> rater.toString().equals(rated))
                        .findFirst()
                        .ifPresent(rater -> faults.add(
                                code(),
                                rater.place(),
                                Text.of("“%s”在“%s”评议自己", "`%s` rates itself at `%s`", rated, step.name()),
                                Text.of("请从 raters 中删去", "remove it from raters"),
                                new Graph(institution, book).walkTo(step.name())));
            }
        }
    }
}
