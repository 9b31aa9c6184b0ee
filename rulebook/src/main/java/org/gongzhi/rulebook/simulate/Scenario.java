package org.gongzhi.rulebook.simulate;

import java.util.List;
import java.util.Map;

/**
 * What an institution is put under (模拟情景). Time runs in office minutes; a calendar day counts as its share of the office
 * week.
 *
 * @param seed of the random numbers: the same seed gives the same run
 * @param matters how many arrive
 * @param perHour how many arrive in an office hour, at random (Poisson)
 * @param recorded arrivals in office minutes from the beginning, instead of random ones; empty for random ones
 * @param staff how many act in each role at a time; a role not named has as many as are needed
 * @param minutes the mean of the time an action takes, by step; 10 for a step not named
 * @param steady whether each act takes exactly the mean, instead of an exponential time around it
 * @param weights how often each action is chosen, by {@code step.action}; 1 for one not named
 */
public record Scenario(
        long seed,
        int matters,
        double perHour,
        List<Double> recorded,
        Map<String, Integer> staff,
        Map<String, Double> minutes,
        boolean steady,
        Map<String, Double> weights) {
    public Scenario {
        recorded = List.copyOf(recorded);
        staff = Map.copyOf(staff);
        minutes = Map.copyOf(minutes);
        weights = Map.copyOf(weights);
    }
}
