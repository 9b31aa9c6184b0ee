package org.gongzhi.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.gongzhi.exact.Fraction;

/** The rules as their definitions say them, voter by voter, with fractions and no thought of speed. */
final class Naive {
    private Naive() {}

    static Fraction gain(Election election, Measure measure, int voter, int p) {
        Ballots ballots = election.ballots();
        for (int i = 0; i < ballots.length(voter); i++) {
            if (ballots.project(voter, i) == p) {
                return switch (measure) {
                    case COST -> election.projects().get(p).cost();
                    case CARDINALITY -> Fraction.ONE;
                    case POINTS -> Fraction.of(ballots.points(voter, i));
                    case BORDA -> Fraction.of(ballots.length(voter) - i - 1L);
                };
            }
        }
        return Fraction.ZERO;
    }

    private static String id(Election election, int p) {
        return election.projects().get(p).id();
    }

    private static Fraction cost(Election election, int p) {
        return election.projects().get(p).cost();
    }

    private static Fraction min(Fraction one, Fraction other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Equal shares from a start share; {@code money} has what each voter is left with. */
    static List<String> shares(Election election, Measure measure, Fraction share, Fraction[] money) {
        int n = election.ballots().size();
        Arrays.fill(money, share);
        List<Integer> left = new ArrayList<>();
        List<String> bought = new ArrayList<>();
        for (int p = 0; p < election.projects().size(); p++) {
            int q = p;
            boolean supported = false;
            for (int v = 0; v < n; v++) {
                supported |= gain(election, measure, v, q).signum() > 0;
            }
            if (supported && cost(election, p).signum() > 0) {
                left.add(p);
            } else if (supported) {
                bought.add(id(election, p));
            }
        }
        bought.sort(Comparator.naturalOrder());
        left.sort(Comparator.comparing(p -> id(election, p)));
        while (true) {
            int best = -1;
            Fraction least = Fraction.ZERO;
            for (int p : left) {
                Fraction rho = rho(election, measure, money, p);
                if (rho.signum() > 0 && (best < 0 || rho.compareTo(least) < 0)) {
                    best = p;
                    least = rho;
                }
            }
            if (best < 0) {
                return bought;
            }
            for (int v = 0; v < n; v++) {
                money[v] = money[v].minus(min(money[v], least.times(gain(election, measure, v, best))));
            }
            bought.add(id(election, best));
            left.remove(Integer.valueOf(best));
        }
    }

    /** The least rho that pays, 0 if none does: each breakpoint is tried. */
    private static Fraction rho(Election election, Measure measure, Fraction[] money, int p) {
        TreeSet<Fraction> breaks = new TreeSet<>();
        Fraction all = Fraction.ZERO;
        for (int v = 0; v < money.length; v++) {
            Fraction gain = gain(election, measure, v, p);
            if (gain.signum() > 0) {
                breaks.add(money[v].dividedBy(gain));
                all = all.plus(money[v]);
            }
        }
        if (all.compareTo(cost(election, p)) < 0) {
            return Fraction.ZERO;
        }
        for (Fraction at : breaks) {
            if (paid(election, measure, money, p, at).compareTo(cost(election, p)) >= 0) {
                Fraction fixed = Fraction.ZERO;
                Fraction slope = Fraction.ZERO;
                for (int v = 0; v < money.length; v++) {
                    Fraction gain = gain(election, measure, v, p);
                    if (gain.signum() > 0 && money[v].dividedBy(gain).compareTo(at) < 0) {
                        fixed = fixed.plus(money[v]);
                    } else {
                        slope = slope.plus(gain);
                    }
                }
                return cost(election, p).minus(fixed).dividedBy(slope);
            }
        }
        throw new AssertionError("no breakpoint pays");
    }

    private static Fraction paid(Election election, Measure measure, Fraction[] money, int p, Fraction rho) {
        Fraction paid = Fraction.ZERO;
        for (int v = 0; v < money.length; v++) {
            paid = paid.plus(min(money[v], rho.times(gain(election, measure, v, p))));
        }
        return paid;
    }

    static Fraction cost(Election election, List<String> ids) {
        return election.projects().stream()
                .filter(project -> ids.contains(project.id()))
                .map(Project::cost)
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    static boolean isExhaustive(Election election, List<String> ids) {
        Fraction spent = cost(election, ids);
        return election.projects().stream()
                .noneMatch(project -> !ids.contains(project.id())
                        && spent.plus(project.cost()).compareTo(election.budget()) <= 0);
    }

    /** add1 as the definition has it, step 1. */
    static List<String> add1(Election election, Measure measure) {
        Fraction n = Fraction.of(Math.max(1, election.ballots().size()));
        Fraction[] money = new Fraction[election.ballots().size()];
        List<String> before = List.of();
        Fraction now = election.budget();
        while (now.compareTo(election.budget().times(n.plus(Fraction.ONE))) <= 0) {
            List<String> bought = shares(election, measure, now.dividedBy(n), money);
            if (cost(election, bought).compareTo(election.budget()) > 0) {
                return before;
            }
            if (isExhaustive(election, bought)) {
                return bought;
            }
            before = bought;
            now = now.plus(n);
        }
        return before;
    }

    static List<String> phragmen(Election election) {
        int n = election.ballots().size();
        Fraction[] loads = new Fraction[n];
        Arrays.fill(loads, Fraction.ZERO);
        List<Integer> left = new ArrayList<>();
        for (int p = 0; p < election.projects().size(); p++) {
            if (cost(election, p).compareTo(election.budget()) <= 0) {
                left.add(p);
            }
        }
        left.sort(Comparator.comparing(p -> id(election, p)));
        List<String> bought = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Integer> level = new ArrayList<>();
            Fraction least = Fraction.ZERO;
            for (int p : left) {
                Fraction sum = cost(election, p);
                long supporters = 0;
                for (int v = 0; v < n; v++) {
                    if (gain(election, Measure.CARDINALITY, v, p).signum() > 0) {
                        sum = sum.plus(loads[v]);
                        supporters++;
                    }
                }
                if (supporters == 0) {
                    continue;
                }
                Fraction load = sum.dividedBy(Fraction.of(supporters));
                if (level.isEmpty() || load.compareTo(least) < 0) {
                    level.clear();
                    least = load;
                }
                if (load.equals(least)) {
                    level.add(p);
                }
            }
            if (level.isEmpty()) {
                level.addAll(left);
            }
            Fraction spent = cost(election, bought);
            if (level.stream().anyMatch(p -> spent.plus(cost(election, p)).compareTo(election.budget()) > 0)) {
                return bought;
            }
            int winner = level.getFirst();
            for (int v = 0; v < n; v++) {
                if (gain(election, Measure.CARDINALITY, v, winner).signum() > 0) {
                    loads[v] = least;
                }
            }
            bought.add(id(election, winner));
            left.remove(Integer.valueOf(winner));
        }
        return bought;
    }

    /** Maximin support by trying every part of the bought projects and the new one. */
    static List<String> maximin(Election election) {
        List<Integer> bought = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int p = 0; p < election.projects().size(); p++) {
            order.add(p);
        }
        order.sort(Comparator.comparing(p -> id(election, p)));
        Fraction spent = Fraction.ZERO;
        List<String> ids = new ArrayList<>();
        while (true) {
            int best = -1;
            Fraction least = Fraction.ZERO;
            int spare = -1;
            for (int p : order) {
                if (ids.contains(id(election, p))
                        || spent.plus(cost(election, p)).compareTo(election.budget()) > 0) {
                    continue;
                }
                List<Integer> all = new ArrayList<>(bought);
                all.add(p);
                Fraction load = load(election, all);
                if (load.signum() < 0) {
                    spare = spare < 0 ? p : spare;
                } else if (best < 0 || load.compareTo(least) < 0) {
                    best = p;
                    least = load;
                }
            }
            boolean isSpare = best < 0;
            best = isSpare ? spare : best;
            if (best < 0) {
                return ids;
            }
            if (!isSpare) {
                bought.add(best);
            }
            spent = spent.plus(cost(election, best));
            ids.add(id(election, best));
        }
    }

    private static Fraction load(Election election, List<Integer> projects) {
        Fraction most = Fraction.ZERO;
        for (int part = 1; part < 1 << projects.size(); part++) {
            Fraction cost = Fraction.ZERO;
            for (int i = 0; i < projects.size(); i++) {
                cost = (part >> i & 1) == 1 ? cost.plus(cost(election, projects.get(i))) : cost;
            }
            long voters = 0;
            for (int v = 0; v < election.ballots().size(); v++) {
                boolean supports = false;
                for (int i = 0; i < projects.size(); i++) {
                    supports |= (part >> i & 1) == 1
                            && gain(election, Measure.CARDINALITY, v, projects.get(i))
                                            .signum()
                                    > 0;
                }
                voters += supports ? 1 : 0;
            }
            if (voters == 0) {
                return Fraction.of(-1);
            }
            Fraction load = cost.dividedBy(Fraction.of(voters));
            most = load.compareTo(most) > 0 ? load : most;
        }
        return most;
    }

    /** Equal shares, then all voters share what supporters cannot pay. */
    static List<String> epsilon(Election election, Measure measure) {
        int n = election.ballots().size();
        Fraction[] money = new Fraction[n];
        Fraction share = n == 0 ? Fraction.ZERO : election.budget().dividedBy(Fraction.of(n));
        List<String> bought = new ArrayList<>(shares(election, measure, share, money));
        List<Integer> order = new ArrayList<>();
        for (int p = 0; p < election.projects().size(); p++) {
            order.add(p);
        }
        order.sort(Comparator.comparing(p -> id(election, p)));
        while (true) {
            int best = -1;
            Fraction least = Fraction.ZERO;
            for (int p : order) {
                if (bought.contains(id(election, p)) || cost(election, p).signum() == 0) {
                    continue;
                }
                Fraction rest = cost(election, p);
                List<Fraction> others = new ArrayList<>();
                for (int v = 0; v < n; v++) {
                    if (gain(election, measure, v, p).signum() > 0) {
                        rest = rest.minus(money[v]);
                    } else {
                        others.add(money[v]);
                    }
                }
                others.sort(Comparator.naturalOrder());
                Fraction each = Fraction.of(-1);
                for (int i = 0; i < others.size() && each.signum() < 0; i++) {
                    Fraction tried = rest.dividedBy(Fraction.of(others.size() - (long) i));
                    if (others.get(i).compareTo(tried) >= 0) {
                        each = tried;
                    }
                    rest = rest.minus(others.get(i));
                }
                if (each.signum() > 0 && (best < 0 || each.compareTo(least) < 0)) {
                    best = p;
                    least = each;
                }
            }
            if (best < 0) {
                return bought;
            }
            for (int v = 0; v < n; v++) {
                money[v] = gain(election, measure, v, best).signum() > 0
                        ? Fraction.ZERO
                        : money[v].minus(min(money[v], least));
            }
            bought.add(id(election, best));
        }
    }
}
