package org.gongzhi.rulebook.tree;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongzhi.exact.Text;

/** The known word that was probably meant (近似词). */
public final class Nearest {
    private static final int LONGEST = 80;

    private Nearest() {}

    /** The nearest of the known words, if one is near. */
    public static Optional<String> to(String word, Collection<String> known) {
        String typed = word.length() > LONGEST ? word.substring(0, LONGEST) : word;
        int near = Math.max(1, typed.length() / 3);
        return known.stream()
                .filter(candidate -> distance(typed, candidate) <= near)
                .min(Comparator.comparingInt((String candidate) -> distance(typed, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A question for the nearest word, or the list of what is known. */
    public static Text mend(String word, Collection<String> known) {
        Optional<String> nearest = to(word, known);
        if (nearest.isPresent()) {
            return Text.of("是否指“%s”？", "did you mean `%s`?", nearest.get());
        }
        List<String> words = known.stream().sorted().limit(20).toList();
        return words.isEmpty() ? Text.NONE : Text.of("可用：%s", "known here: %s", String.join(", ", words));
    }

    /** Letters to add, drop, change or swap. */
    private static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int same = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + same);
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[left.length()][right.length()];
    }
}
