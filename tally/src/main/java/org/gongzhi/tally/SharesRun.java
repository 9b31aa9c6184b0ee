package org.gongzhi.tally;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One run of the method of equal shares from one start share, or from all start shares of an interval at once
 * (均等份额一轮计票).
 *
 * <p>Every voter's money lies between two doubles, rounded outwards; so does the price q of each project, the payment of
 * a supporter who is not short (for gain 1; a supporter pays the lesser of what is held and q times the gain). A project
 * is taken only if its rank lies surely below all others. Where intervals overlap, a run from a point asks
 * {@link SharesExact}, whose rational numbers decide; a run from an interval of shares gives up, unless the equal ones
 * are equal for every share of it.
 *
 * <p>Sums of voters' money are conserved, and so is the sum of the interval's widths: a voter who runs out hands the
 * uncertainty on, none is multiplied. Definition: domain page, section 3.2; speed: section 6.
 */
final class SharesRun {
    /** Above any price: the supporters' money does not suffice. */
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private static final double HALF_ULP = 0x1p-53;
    /** A product with these lies surely below or above the exact one, roundings included. */
    private static final double LESS = 1 - 0x1p-50;

    private static final double MORE = 1 + 0x1p-50;

    final Profile profile;
    final Money money;
    /** Whether rank is price per cost (measure cost) or the price itself. */
    final boolean byCost;

    private final int[] tieRank;
    /** What each voter of a group holds. */
    final double[] low;

    final double[] high;
    /** The round in which a group had nothing left, counted from 0; {@link Integer#MAX_VALUE} while it has. */
    final int[] brokeRound;
    /** The round in which a project was bought, -1 before. */
    final int[] boughtRound;

    final int[] order;
    int rounds;
    /** A lower bound of each project's price, in the current run. */
    final double[] priceLow;

    private final double[] firstPrice;
    private final int[] firstHeap;
    private final int firstCount;
    private final double[] rankLow;
    private final int[] heap;
    private int heapSize;
    private final int[] seenRound;
    private final int[] rivals;
    private final double[] rivalHigh;
    private final List<Outcome.Tie> ties = new ArrayList<>();
    private final SharesExact exact;
    /** Projects that stood level with another at any decision of any run. */
    final boolean[] everLevel;

    private Watcher watcher = (project, priceHigh) -> {};
    private boolean isPoint;
    private boolean keepTies;

    /** @param candidates which projects may be bought; those without a supporter or a cost never are */
    SharesRun(Profile profile, Money money, boolean byCost, int[] tieRank, boolean[] candidates) {
        this.profile = profile;
        this.money = money;
        this.byCost = byCost;
        this.tieRank = tieRank;
        int projects = profile.projects();
        low = new double[profile.groups];
        high = new double[profile.groups];
        brokeRound = new int[profile.groups];
        boughtRound = new int[projects];
        order = new int[projects];
        priceLow = new double[projects];
        firstPrice = new double[projects];
        rankLow = new double[projects];
        heap = new int[projects];
        seenRound = new int[projects];
        rivals = new int[projects];
        rivalHigh = new double[projects];
        everLevel = new boolean[projects];
        exact = new SharesExact(this);
        List<Integer> first = new ArrayList<>();
        for (int p = 0; p < projects; p++) {
            if (candidates[p] && profile.mass[p] > 0 && money.cost[p].signum() > 0) {
                firstPrice[p] = Math.nextDown(money.costLow[p] / Math.nextUp((double) profile.mass[p]));
                first.add(p);
            }
        }
        first.sort((one, other) -> Double.compare(rank(one, firstPrice[one]), rank(other, firstPrice[other])));
        firstHeap = first.stream().mapToInt(Integer::intValue).toArray();
        firstCount = firstHeap.length;
    }

    /** Looks on while a run buys (旁观). */
    @FunctionalInterface
    interface Watcher {
        /** The project is about to be bought; its price lies between {@link #priceLow} and this. */
        void buying(int project, double priceHigh);
    }

    void watch(Watcher looker) {
        watcher = looker;
    }

    /** Runs from one exact start share. With {@code keepTies} {@link #ties} says where the tie order spoke. */
    void point(BigInteger numerator, BigInteger denominator, boolean keep, List<String> ids) {
        exact.start(numerator, denominator);
        isPoint = true;
        keepTies = keep;
        ties.clear();
        run(Money.low(numerator, denominator), Money.high(numerator, denominator), ids);
    }

    /** Whether every start share between these two surely leads to one and the same order, now in {@link #order}. */
    boolean interval(double from, double to) {
        isPoint = false;
        keepTies = false;
        return run(from, to, List.of());
    }

    List<Outcome.Tie> ties() {
        return List.copyOf(ties);
    }

    SharesExact exact() {
        return exact;
    }

    private boolean run(double from, double to, List<String> ids) {
        Arrays.fill(low, from);
        Arrays.fill(high, to);
        Arrays.fill(brokeRound, Integer.MAX_VALUE);
        Arrays.fill(boughtRound, -1);
        Arrays.fill(seenRound, -1);
        System.arraycopy(firstPrice, 0, priceLow, 0, firstPrice.length);
        System.arraycopy(firstHeap, 0, heap, 0, firstCount);
        heapSize = firstCount;
        for (int i = 0; i < firstCount; i++) {
            int p = firstHeap[i];
            rankLow[p] = rank(p, priceLow[p]);
        }
        rounds = 0;
        while (true) {
            int found = gather();
            if (found == 0) {
                return true;
            }
            int winner = rivals[0];
            double price = rivalHigh[0];
            if (found > 1 || price == NEVER) {
                int place = isPoint ? exact.decide(rivals, rivalHigh, found, tieRank) : alike(found);
                if (place == SharesExact.UNDECIDED) {
                    return false;
                }
                if (isPoint) {
                    found = withoutDropped(found);
                }
                if (place == SharesExact.NONE) {
                    continue;
                }
                winner = exact.decided();
                price = exact.decidedPrice();
                if (isPoint) {
                    noteLevel();
                }
                if (keepTies && exact.level().size() > 1) {
                    ties.add(new Outcome.Tie(
                            Outcome.Stage.EQUAL_SHARES,
                            exact.level().stream().map(ids::get).toList(),
                            ids.get(winner)));
                }
            }
            for (int i = 0; i < found; i++) {
                if (rivals[i] != winner) {
                    push(rivals[i]);
                }
            }
            watcher.buying(winner, price);
            buy(winner, price);
        }
    }

    /**
     * All projects whose rank may be the least, with fresh bounds, into {@link #rivals}, the rest on the heap. A project
     * that surely cannot be paid is dropped.
     */
    private int gather() {
        int found = 0;
        double best = NEVER;
        while (heapSize > 0 && (rankLow[heap[0]] <= best)) {
            int p = pop();
            if (seenRound[p] != rounds) {
                double price = lower(p);
                if (price == NEVER) {
                    continue;
                }
                priceLow[p] = price;
                rankLow[p] = rank(p, price);
                seenRound[p] = rounds;
                if (rankLow[p] > best || (heapSize > 0 && rankLow[p] > rankLow[heap[0]])) {
                    push(p);
                    continue;
                }
            }
            double upper = upper(p);
            rivals[found] = p;
            rivalHigh[found] = upper;
            found++;
            best = Math.min(best, rankHigh(p, upper));
        }
        int kept = 0;
        for (int i = 0; i < found; i++) {
            if (rankLow[rivals[i]] <= best) {
                rivals[kept] = rivals[i];
                rivalHigh[kept++] = rivalHigh[i];
            } else {
                push(rivals[i]);
            }
        }
        return kept;
    }

    private void noteLevel() {
        if (exact.level().size() > 1) {
            exact.level().forEach(p -> everLevel[p] = true);
        }
    }

    private int withoutDropped(int found) {
        int kept = 0;
        for (int i = 0; i < found; i++) {
            if (!exact.isDropped(rivals[i])) {
                rivals[kept++] = rivals[i];
            }
        }
        return kept;
    }

    /** Rivals that are equal whatever the share is, because no supporter of theirs is short: the tie order's first. */
    private int alike(int found) {
        int best = -1;
        for (int i = 0; i < found; i++) {
            if (rivalHigh[i] == NEVER || !exact.isSimple(rivals[i], rivalHigh[i])) {
                return SharesExact.UNDECIDED;
            }
            if (best < 0) {
                best = i;
            } else {
                int order = exact.compareSimple(rivals[i], rivals[best]);
                if (order < 0 || (order == 0 && tieRank[rivals[i]] < tieRank[rivals[best]])) {
                    best = i;
                }
            }
        }
        exact.take(rivals[best], rivalHigh[best]);
        return best;
    }

    /** A price that the true one is never below; {@link #NEVER} if supporters surely hold too little. */
    private double lower(int p) {
        int from = profile.projectStart[p];
        int to = profile.projectStart[p + 1];
        double above = 1 + (to - from + 8) * (2 * HALF_ULP);
        double cost = money.costLow[p];
        double price = priceLow[p];
        double[] size = profile.projectSize;
        double[] gain = profile.projectGain;
        int[] group = profile.projectGroup;
        while (true) {
            double poor = 0;
            double mass = 0;
            if (profile.unit) {
                for (int i = from; i < to; i++) {
                    double held = high[group[i]];
                    boolean isShort = held < price;
                    poor += isShort ? size[i] * held : 0;
                    mass += isShort ? 0 : size[i];
                }
            } else {
                for (int i = from; i < to; i++) {
                    double held = high[group[i]];
                    boolean isShort = held < price * gain[i];
                    poor += isShort ? size[i] * held : 0;
                    mass += isShort ? 0 : size[i] * gain[i];
                }
            }
            if (mass == 0) {
                return poor * above < cost ? NEVER : price;
            }
            double next = Math.nextDown((cost - poor * above) / (mass * above));
            if (poor == 0) {
                next = Math.max(next, Math.nextDown(cost / Math.nextUp(mass)));
            }
            if (next <= price * (1 + 1e-11)) {
                return Math.max(next, price);
            }
            price = next;
        }
    }

    /** A price that the true one is never above; {@link #NEVER} if supporters may hold too little. */
    private double upper(int p) {
        int from = profile.projectStart[p];
        int to = profile.projectStart[p + 1];
        double below = 1 - (to - from + 8) * (2 * HALF_ULP);
        double cost = money.costHigh[p];
        double price = priceLow[p];
        double[] size = profile.projectSize;
        double[] gain = profile.projectGain;
        int[] group = profile.projectGroup;
        while (true) {
            double poor = 0;
            double mass = 0;
            for (int i = from; i < to; i++) {
                double held = low[group[i]];
                boolean isShort = held < price * gain[i];
                poor += isShort ? size[i] * held : 0;
                mass += isShort ? 0 : size[i] * gain[i];
            }
            if (mass == 0) {
                return poor * below >= cost ? price : NEVER;
            }
            double next = Math.nextUp(Math.nextUp((cost - poor * below) / (poor == 0 ? mass : mass * below)));
            if (next <= price) {
                return price;
            }
            price = next;
        }
    }

    /** Supporters pay; a run from a point settles exactly who has nothing left. */
    private void buy(int p, double upper) {
        double priceHigh = upper;
        double priceLower = priceLow[p];
        int from = profile.projectStart[p];
        int to = profile.projectStart[p + 1];
        double above = priceHigh * MORE;
        double below = priceLower * LESS;
        double[] gain = profile.projectGain;
        int[] group = profile.projectGroup;
        int open = 0;
        if (isPoint && isAnyOpen(p, priceLower, priceHigh)) {
            // The exact price is found before anybody has paid.
            exact.fix(p, priceLower, priceHigh);
        }
        for (int i = from; i < to; i++) {
            int g = group[i];
            double held = high[g];
            if (held == 0) {
                continue;
            }
            double most = above * gain[i];
            double least = below * gain[i];
            if (low[g] > most) {
                low[g] = (low[g] - most) * LESS;
                high[g] = (held - least) * MORE;
            } else if (held <= least) {
                low[g] = 0;
                high[g] = 0;
                brokeRound[g] = rounds;
            } else if (isPoint) {
                exact.open(open++, i);
            } else {
                low[g] = Math.max(0, (low[g] - most) * LESS);
                high[g] = (held - least) * MORE;
            }
        }
        if (open > 0) {
            exact.settle(open);
        }
        boughtRound[p] = rounds;
        order[rounds++] = p;
    }

    /** Whether the bounds leave open of any supporter if anything is left after paying. */
    private boolean isAnyOpen(int p, double priceLower, double priceHigh) {
        double above = priceHigh * MORE;
        double below = priceLower * LESS;
        double[] gain = profile.projectGain;
        int[] group = profile.projectGroup;
        for (int i = profile.projectStart[p]; i < profile.projectStart[p + 1]; i++) {
            if (high[group[i]] > below * gain[i] && low[group[i]] <= above * gain[i]) {
                return true;
            }
        }
        return false;
    }

    /** A lower bound of a project's price as things stand. */
    double lowerNow(int p) {
        return lower(p);
    }

    double upperNow(int p) {
        return upper(p);
    }

    double rankNow(int p) {
        return rank(p, lower(p));
    }

    private double rank(int p, double price) {
        return byCost ? Math.nextDown(price / money.costHigh[p]) : price;
    }

    private double rankHigh(int p, double price) {
        return byCost ? Math.nextUp(price / money.costLow[p]) : price;
    }

    private int pop() {
        int top = heap[0];
        int last = heap[--heapSize];
        double rank = rankLow[last];
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= heapSize) {
                break;
            }
            if (child + 1 < heapSize && rankLow[heap[child + 1]] < rankLow[heap[child]]) {
                child++;
            }
            if (rankLow[heap[child]] >= rank) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return top;
    }

    private void push(int p) {
        int at = heapSize++;
        while (at > 0 && rankLow[heap[(at - 1) / 2]] > rankLow[p]) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = p;
    }
}
