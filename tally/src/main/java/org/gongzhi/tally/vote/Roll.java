package org.gongzhi.tally.vote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongzhi.exact.Fraction;

/**
 * Who may vote, frozen at the close (表决权人名册). Whoever is added or struck afterwards changes nothing.
 *
 * @param closed the instant at which it was closed
 * @param entries by key, each once
 */
public record Roll(Instant closed, Unit unit, List<Entry> entries) {
    public Roll {
        entries = List.copyOf(entries);
        if (entries.stream().map(Entry::key).distinct().count() != entries.size()) {
            throw new IllegalArgumentException("a key twice on a roll of " + entries.size());
        }
    }

    /**
     * One who may vote (名册条目).
     *
     * @param key opaque; it is not a name
     * @param weight 1 for a person or a household, else what is held
     */
    public record Entry(String key, Fraction weight) {
        public Entry {
            if (weight.signum() <= 0) {
                throw new IllegalArgumentException("weight " + weight);
            }
        }
    }

    /** What all entries weigh. */
    public Fraction total() {
        return entries.stream().map(Entry::weight).reduce(Fraction.ZERO, Fraction::plus);
    }

    Map<String, Fraction> weights() {
        Map<String, Fraction> weights = new LinkedHashMap<>();
        entries.forEach(entry -> weights.put(entry.key(), entry.weight()));
        return weights;
    }

    public Optional<Entry> findEntry(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    /** A fingerprint of the roll, the same in whatever order it was written; it is published when the roll closes. */
    public String digest() {
        StringBuilder text = new StringBuilder().append(closed).append(' ').append(unit);
        new TreeMap<>(weights())
                .forEach((key, weight) ->
                        text.append('\n').append(key).append(' ').append(weight));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
