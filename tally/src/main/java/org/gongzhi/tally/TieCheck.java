package org.gongzhi.tally;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a tie mattered (平局是否影响结果): the count is made again with projects first among equals that ever stood level
 * with another, in whichever run of it, and once with the whole order reversed. One that changes who is funded proves that
 * it mattered; that none does is no proof for every order there could be, and is told as what it is.
 */
public final class TieCheck {
    /** Each order is a count of its own. */
    private static final int MOST_ORDERS = 24;

    private TieCheck() {}

    /** What was found (平局检验结果). */
    public sealed interface Finding {
        /** No two projects ever stood level. */
        record NoTie() implements Finding {}

        /** Projects stood level, and none of so many other orders changed who is funded. */
        record Harmless(int orders) implements Finding {}

        /**
         * Another order funds others.
         *
         * @param first who would have to be first among equals; empty where the reversed order shows it
         */
        record Mattered(String first, List<String> instead) implements Finding {
            public Mattered {
                instead = List.copyOf(instead);
            }
        }

        /** The finding as it stands in reports and election packages: names and values in turn. */
        default List<Object> members() {
            return switch (this) {
                case NoTie() -> List.of("found", "no tie");
                case Harmless(var orders) ->
                    List.of("found", "no other order tried changes who is funded", "orders", orders);
                case Mattered(var first, var instead) ->
                    List.of("found", "another order funds others", "first", first, "selected", instead);
            };
        }
    }

    /** An outcome, and whether a tie mattered for it (结果与平局). */
    public record Checked(Outcome outcome, Finding tie) {}

    /**
     * Counts, and counts again under other orders.
     *
     * @throws IllegalArgumentException if the procedure does not suit the ballots; ask {@link Procedure#misfit} before
     */
    public static Checked count(Election election, Procedure procedure) {
        procedure.misfit(election).ifPresent(why -> {
            throw new IllegalArgumentException(why.en());
        });
        int[] ranks = procedure.ties().ranks(election);
        Tally.Counted counted = Tally.count(election, procedure, ranks);
        return new Checked(counted.outcome(), check(election, procedure, ranks, counted));
    }

    private static Finding check(Election election, Procedure procedure, int[] ranks, Tally.Counted counted) {
        Set<String> funded = new HashSet<>(counted.outcome().selected());
        List<Integer> level = counted.everLevel();
        if (level.isEmpty()) {
            return new Finding.NoTie();
        }
        int[] reversed = new int[ranks.length];
        for (int p = 0; p < ranks.length; p++) {
            reversed[p] = ranks.length - ranks[p];
        }
        Outcome other = Tally.count(election, procedure, reversed).outcome();
        if (!funded.equals(new HashSet<>(other.selected()))) {
            return new Finding.Mattered("", other.selected());
        }
        List<Integer> tried = level.subList(0, Math.min(MOST_ORDERS, level.size()));
        for (int first : tried) {
            int[] promoted = ranks.clone();
            promoted[first] = -1;
            other = Tally.count(election, procedure, promoted).outcome();
            if (!funded.equals(new HashSet<>(other.selected()))) {
                return new Finding.Mattered(election.projects().get(first).id(), other.selected());
            }
        }
        return new Finding.Harmless(tried.size() + 1);
    }
}
