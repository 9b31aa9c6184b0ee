package org.gongzhi.tally;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who goes first among equals, named and published before the count (平局次序). The criteria are asked one after the other;
 * the smallest id by code point comes last of all, so that nothing is ever left open.
 *
 * @param criteria asked in this order; none means the smallest id
 */
public record TieOrder(List<Criterion> criteria) {
    /** The smallest project id by Unicode code point: {@code "10"} before {@code "2"} before {@code "A"} before {@code "a"}. */
    public static final TieOrder LEXICAL = new TieOrder(List.of());

    public TieOrder {
        criteria = List.copyOf(criteria);
    }

    /** One question asked of equals (平局标准). */
    public sealed interface Criterion {
        /** More ballots name it (票数多者先). */
        record MostVotes() implements Criterion {}

        /** It costs less (费用低者先). */
        record LeastCost() implements Criterion {}

        /** It costs more (费用高者先). */
        record GreatestCost() implements Criterion {}

        /**
         * A lot, drawn and recorded (抽签): projects stand in the order of the SHA-256 of the seed, a line feed and the
         * id, so that anyone who knows the seed draws the same lot.
         */
        record Lot(String seed) implements Criterion {}
    }

    /** Reads {@code lexical} or a list such as {@code min-cost,votes,lot:2026-05-04 17:00}. */
    public static Optional<TieOrder> read(String words) {
        List<Criterion> criteria = new ArrayList<>();
        for (String word : words.split(",", -1)) {
            String plain = word.strip();
            switch (plain) {
                case "lexical" -> {}
                case "votes" -> criteria.add(new Criterion.MostVotes());
                case "min-cost" -> criteria.add(new Criterion.LeastCost());
                case "max-cost" -> criteria.add(new Criterion.GreatestCost());
                default -> {
                    if (!plain.startsWith("lot:") || plain.length() == 4) {
                        return Optional.empty();
                    }
                    criteria.add(new Criterion.Lot(plain.substring(4)));
                }
            }
        }
        return Optional.of(new TieOrder(criteria));
    }

    /** The words that {@link #read} understands. */
    public String words() {
        return criteria.isEmpty()
                ? "lexical"
                : criteria.stream().map(TieOrder::word).collect(Collectors.joining(","));
    }

    private static String word(Criterion criterion) {
        return switch (criterion) {
            case Criterion.MostVotes _ -> "votes";
            case Criterion.LeastCost _ -> "min-cost";
            case Criterion.GreatestCost _ -> "max-cost";
            case Criterion.Lot lot -> "lot:" + lot.seed();
        };
    }

    /** The rank of each project by position, 0 first, no two alike. */
    int[] ranks(Election election) {
        List<Project> projects = election.projects();
        Comparator<Integer> order = Comparator.comparingInt((Integer project) -> 0);
        List<Long> votes = election.votes();
        for (Criterion criterion : criteria) {
            order = order.thenComparing(
                    switch (criterion) {
                        case Criterion.MostVotes _ ->
                            Comparator.comparingLong((Integer project) -> -votes.get(project));
                        case Criterion.LeastCost _ ->
                            Comparator.comparing(
                                    (Integer project) -> projects.get(project).cost());
                        case Criterion.GreatestCost _ ->
                            Comparator.comparing((Integer project) ->
                                            projects.get(project).cost())
                                    .reversed();
                        case Criterion.Lot lot ->
                            Comparator.comparing((Integer project) ->
                                    draw(lot.seed(), projects.get(project).id()));
                    });
        }
        order = order.thenComparing(project -> projects.get(project).id(), TieOrder::byCodePoint);
        List<Integer> sorted =
                new ArrayList<>(IntStream.range(0, projects.size()).boxed().toList());
        Collections.sort(sorted, order);
        int[] ranks = new int[projects.size()];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[sorted.get(rank)] = rank;
        }
        return ranks;
    }

    /** By Unicode code point; {@link String#compareTo} differs beyond U+FFFF. */
    static int byCodePoint(String one, String other) {
        return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    }

    private static String draw(String seed, String id) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((seed + "\n" + id).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
