package org.gongzhi.tally;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongzhi.exact.Fraction;

/** Elections drawn at random from a seed; the seed stands in every message. */
final class Elections {
    static final List<VoteType> TYPES = List.of(VoteType.values());

    private Elections() {}

    static Election draw(long seed, VoteType type) {
        Random random = new Random(seed);
        int projects = 1 + random.nextInt(7);
        int voters = random.nextInt(14);
        // Small round costs make ties and exact equalities frequent.
        int unit = random.nextBoolean() ? 1 : 5;
        List<Project> list = new ArrayList<>();
        for (int p = 0; p < projects; p++) {
            Fraction cost = random.nextInt(9) == 0
                    ? Fraction.of(random.nextInt(400), 7)
                    : Fraction.of((1L + random.nextInt(12)) * unit);
            list.add(Project.of(String.valueOf((char) ('a' + p)), cost));
        }
        Ballots.Box box = new Ballots.Box(type.hasPoints());
        for (int v = 0; v < voters; v++) {
            List<Integer> names = new ArrayList<>();
            List<Long> points = new ArrayList<>();
            for (int p = 0; p < projects; p++) {
                if (random.nextInt(5) < 2 && (type != VoteType.CHOOSE_ONE || names.isEmpty())) {
                    names.add(p);
                    points.add((long) random.nextInt(5));
                }
            }
            if (type == VoteType.ORDINAL) {
                Collections.shuffle(names, random);
            }
            if (type.hasPoints()) {
                box.cast(names, points);
            } else {
                box.cast(names);
            }
        }
        Fraction budget = Fraction.of(random.nextInt(30) * (long) unit, 1 + random.nextInt(3) / 2);
        return new Election("seed " + seed, type, budget, Map.of(), list, box.ballots());
    }

    /** The same ballots in another order. */
    static Election shuffled(Election election, long seed) {
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>();
        for (int p = 0; p < election.projects().size(); p++) {
            order.add(p);
        }
        Collections.shuffle(order, random);
        List<Project> projects =
                order.stream().map(p -> election.projects().get(p)).toList();
        Ballots ballots = election.ballots();
        List<Integer> ballotOrder = new ArrayList<>();
        for (int b = 0; b < ballots.size(); b++) {
            ballotOrder.add(b);
        }
        Collections.shuffle(ballotOrder, random);
        Ballots.Box box = new Ballots.Box(ballots.hasPoints());
        for (int b : ballotOrder) {
            for (int i = 0; i < ballots.length(b); i++) {
                box.name(order.indexOf(ballots.project(b, i)), ballots.points(b, i));
            }
            box.close(0);
        }
        return election.with(projects, box.ballots());
    }
}
