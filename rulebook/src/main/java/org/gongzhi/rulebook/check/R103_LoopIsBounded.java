package org.gongzhi.rulebook.check;

import java.util.List;
import java.util.function.Predicate;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;

/**
 * No matter can go round for ever (循环有界): every loop of acts and timeouts has a way in it that is bounded by
 * {@code at-most}. Decided exactly: of the ways that a matter can really go, those without a bound form no loop. Told once a loop, at the way
 * that leads back towards the beginning: every loop has one.
 */
final class R103_LoopIsBounded implements Check {
    @Override
    public String code() {
        return "R103";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        Graph graph = new Graph(institution, book);
        StateSpace space = new StateSpace(institution);
        List<String> reached = List.copyOf(space.reached());
        for (Graph.Edge edge : graph.edges()) {
            Predicate<Graph.Edge> unbounded = way -> !way.bounded() && space.goes(way.from(), way.by(), way.to());
            boolean back = unbounded.test(edge)
                    && reached.indexOf(edge.to()) <= reached.indexOf(edge.from())
                    && graph.reachable(edge.to(), unbounded).contains(edge.from());
            if (back) {
                Text what = edge.byItself()
                        ? Text.of(
                                "“%s”到时转“%s”，又会回来，没有次数上限",
                                "when `%s` times out it goes to `%s`, from where it comes back without a bound",
                                edge.from(),
                                edge.to())
                        : Text.of(
                                "“%s”中的“%s”转“%s”，又会回来，没有次数上限",
                                "at `%1$s`, `%2$s` leads to `%3$s`, from where it comes back without a bound",
                                edge.from(),
                                edge.by(),
                                edge.to());
                faults.add(
                        code(),
                        edge.place(),
                        what,
                        Text.of(
                                "请在循环中的一个行为上写  at-most: 2, then: {to: …}",
                                "write at an action of the loop  at-most: 2, then: {to: …}"),
                        graph.walkAlong(edge));
            }
        }
    }
}
