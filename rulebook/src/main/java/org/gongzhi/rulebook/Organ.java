package org.gongzhi.rulebook;

import java.util.List;
import org.gongzhi.exact.Place;
import org.jspecify.annotations.Nullable;

/**
 * What serves a step that is more than one act (机关): a meeting, a ballot, an evaluation, a public notice, a payment, a
 * document, another institution. The server has one organ for each; the language fixes their settings.
 */
public sealed interface Organ {
    Place place();

    /** The organ's word in the file. */
    default String word() {
        return switch (this) {
            case Vote vote -> "vote";
            case Ballot ballot -> "ballot";
            case Rating rating -> "rating";
            case Notice notice -> "notice";
            case Payment payment -> "pay";
            case Document document -> "document";
            case SubMatter subMatter -> "opens";
        };
    }

    /** A vote in a meeting of a body (会议表决), under a rule for the quorum and one for the majority. */
    record Vote(Place place, Bodies.Seat by, Institution.Ref quorum, Institution.Ref carried) implements Organ {}

    /** A ballot of many (投票). */
    record Ballot(Place place, Institution.Ref electorate, String method, Institution.@Nullable Ref valid)
            implements Organ {}

    /** An evaluation (评议): who rates whom on which scale. */
    record Rating(Place place, List<Bodies.Seat> raters, Bodies.@Nullable Seat rated, Institution.Ref scale)
            implements Organ {
        public Rating {
            raters = List.copyOf(raters);
        }
    }

    /** A public notice (公示), to which somebody takes objections. */
    record Notice(Place place, Institution.Ref objectionsTo) implements Organ {}

    /** A payment (付款): asked for by whoever has the step, approved by another role. */
    record Payment(Place place, String from, boolean byTwo, Institution.@Nullable Ref approvedBy) implements Organ {}

    /** A document that is made and sealed (文书). */
    record Document(Place place, String form) implements Organ {}

    /** Another institution that is opened from here (子事项). */
    record SubMatter(Place place, Institution.Ref institution) implements Organ {}
}
