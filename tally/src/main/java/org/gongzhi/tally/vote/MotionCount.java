package org.gongzhi.tally.vote;

import org.gongzhi.exact.Fraction;

/**
 * A motion counted in one unit (表决计数). Absent, not issued, not returned, invalid and abstaining are different things.
 *
 * @param members all members, whether they may vote or not
 * @param entitled those who may vote, as the roll stood when it was closed
 * @param present of the entitled, those present or represented
 * @param issued ballots given out; in a show of hands those asked
 * @param invalid cast, and not to be read as anything
 */
public record MotionCount(
        Unit unit,
        Fraction members,
        Fraction entitled,
        Fraction present,
        Fraction issued,
        Fraction yes,
        Fraction no,
        Fraction abstain,
        Fraction invalid) {
    public MotionCount {
        boolean negative = yes.signum() < 0 || no.signum() < 0 || abstain.signum() < 0 || invalid.signum() < 0;
        Fraction cast = yes.plus(no).plus(abstain).plus(invalid);
        if (negative
                || cast.compareTo(issued) > 0
                || issued.compareTo(present) > 0
                || present.compareTo(entitled) > 0
                || entitled.compareTo(members) > 0) {
            throw new IllegalArgumentException("%s cast, %s issued, %s present, %s entitled, %s members"
                    .formatted(cast, issued, present, entitled, members));
        }
    }

    /** A show of hands among heads (举手表决): all present are asked; who raises no hand abstains. */
    public static MotionCount hands(long members, long entitled, long present, long yes, long no) {
        Fraction asked = Fraction.of(present);
        return new MotionCount(
                Unit.HEADS,
                Fraction.of(members),
                Fraction.of(entitled),
                asked,
                asked,
                Fraction.of(yes),
                Fraction.of(no),
                Fraction.of(Math.subtractExact(present, Math.addExact(yes, no))),
                Fraction.ZERO);
    }

    /** Yes, no and abstain (有效票). */
    public Fraction valid() {
        return yes.plus(no).plus(abstain);
    }

    /** Ballots that came back (收回选票). */
    public Fraction cast() {
        return valid().plus(invalid);
    }

    /** Entitled and not present (缺席). */
    public Fraction absent() {
        return entitled.minus(present);
    }

    /** Present and given no ballot (未发票). */
    public Fraction notIssued() {
        return present.minus(issued);
    }

    /** Given a ballot that never came back (未收回). */
    public Fraction notReturned() {
        return issued.minus(cast());
    }

    /** The whole that a base names. */
    public Quantity base(Base base) {
        return new Quantity(
                switch (base) {
                    case YES_NO -> yes.plus(no);
                    case YES_NO_ABSTAIN, VALID -> valid();
                    case CAST -> cast();
                    case PRESENT_ENTITLED -> present;
                    case ENTITLED -> entitled;
                    case MEMBERS -> members;
                },
                unit);
    }

    /** Whether enough took part: those present of a base, as the quorum asks. */
    public Judgement quorum(Threshold threshold, Base of) {
        return threshold.judge(new Quantity(present, unit), base(of));
    }

    /** Whether enough said yes, of the base that is named. 0 : 0 carries nothing. */
    public Verdict verdict(Threshold threshold, Base of) {
        return new Verdict(of, threshold.judge(new Quantity(yes, unit), base(of)));
    }
}
