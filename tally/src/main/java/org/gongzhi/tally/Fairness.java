package org.gongzhi.tally;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether an outcome gives every group that agrees what its share of the money could have bought it (比例性检验): extended
 * justified representation plus, up to any project. Checked with whole numbers, for every project that was not chosen.
 * Source: domain page, section 4, derived after Brill and Peters' EJR+.
 */
public final class Fairness {
    private Fairness() {}

    /**
     * A group that got too little (违反之处).
     *
     * @param project they all name it, and it is not chosen
     * @param voters so many of its supporters, those who got least
     * @param measure by which their gain was measured
     */
    public record Breach(String project, long voters, Measure measure) {}

    /** Every project for which the axiom does not hold, under the measure {@code cost} or {@code cardinality}. */
    public static List<Breach> breaches(Election election, Outcome outcome, Measure measure) {
        if (measure != Measure.COST && measure != Measure.CARDINALITY) {
            throw new IllegalArgumentException("measure " + measure.word());
        }
        Profile profile = Profile.of(election, measure);
        Money money = new Money(election, List.of());
        boolean[] chosen = Preference.chosen(election, outcome);
        BigInteger[] gain = new BigInteger[profile.groups];
        for (int g = 0; g < gain.length; g++) {
            gain[g] = BigInteger.ZERO;
            for (int i = profile.groupStart[g]; i < profile.groupStart[g + 1]; i++) {
                int p = profile.groupProject[i];
                if (chosen[p]) {
                    gain[g] = gain[g].add(measure == Measure.COST ? money.cost[p] : BigInteger.ONE);
                }
            }
        }
        List<Breach> breaches = new ArrayList<>();
        for (int p = 0; p < chosen.length; p++) {
            if (!chosen[p] && money.cost[p].signum() > 0) {
                long voters = breach(profile, money, gain, p, measure);
                if (voters > 0) {
                    breaches.add(new Breach(election.projects().get(p).id(), voters, measure));
                }
            }
        }
        return breaches;
    }

    /** How many supporters form the first group that got too little; 0 if none does. */
    private static long breach(Profile profile, Money money, BigInteger[] gain, int p, Measure measure) {
        List<Integer> groups = new ArrayList<>();
        for (int i = profile.projectStart[p]; i < profile.projectStart[p + 1]; i++) {
            groups.add(profile.projectGroup[i]);
        }
        groups.sort(Comparator.comparing(g -> gain[g]));
        BigInteger voters = BigInteger.valueOf(profile.voters);
        long count = 0;
        for (int g : groups) {
            count += profile.size[g];
            BigInteger asked = measure == Measure.COST
                    ? gain[g].add(money.cost[p])
                    : gain[g].add(BigInteger.ONE).multiply(money.cost[p]);
            if (asked.multiply(voters).compareTo(money.budget.multiply(BigInteger.valueOf(count))) <= 0) {
                return count;
            }
        }
        return 0;
    }
}
