package org.gongzhi.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongzhi.exact.Text;
import org.jspecify.annotations.Nullable;

/**
 * What came of applying a rule (认定): a tree whose leaves are comparisons. It says why, in words that can be stored and
 * shown.
 *
 * @param rule the rule's name, or {@code institution/step} for a deadline of an institution
 * @param title what the rule is called
 * @param edition the digest of the rulebook that was applied
 * @param version since when the applied version is in force; null for a part of a finding and a deadline
 * @param cite the article, possibly empty
 * @param verified false where the source of the rule could not be verified, which is then said wherever this shows
 * @param on the date of the act, by which the version was chosen
 * @param inputs the numbers put in, as they are read
 * @param comparison the comparison written out: {@code 16 ≥ 2/3 × 24 = 16}
 * @param holds whether it holds
 * @param margin how many are to spare (0: just enough) or, below 0, how many are missing; null where nothing is counted
 * @param unit what the margin counts, possibly empty
 * @param provisional whether it rests on a calendar year whose notice is not yet known
 * @param parts the findings this one is made of; empty for a leaf
 */
public record Finding(
        String rule,
        Text title,
        String edition,
        @Nullable LocalDate version,
        String cite,
        boolean verified,
        LocalDate on,
        Map<String, String> inputs,
        Text comparison,
        boolean holds,
        @Nullable Long margin,
        Text unit,
        boolean provisional,
        List<Finding> parts) {
    public Finding {
        inputs = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(inputs));
        parts = List.copyOf(parts);
    }
}
