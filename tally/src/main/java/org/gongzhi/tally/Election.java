package org.gongzhi.tally;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Fraction;

/**
 * One vote on how to spend a budget (参与式预算表决): the projects, the money, the ballots.
 *
 * @param source the file it came from, as its reader knows it; empty for none
 * @param type how the ballots are filled in
 * @param budget the money there is, never below 0
 * @param meta what the file says of the election, by key, in its order
 * @param projects in the order of the file, each id once
 * @param ballots without names
 */
public record Election(
        String source,
        VoteType type,
        Fraction budget,
        Map<String, String> meta,
        List<Project> projects,
        Ballots ballots) {
    public Election {
        if (budget.signum() < 0) {
            throw new IllegalArgumentException("budget " + budget);
        }
        meta = Collections.unmodifiableMap(new LinkedHashMap<>(meta));
        projects = List.copyOf(projects);
    }

    /** What a key of the file's head says, if it says anything. */
    public Optional<String> findMeta(String key) {
        return Optional.ofNullable(meta.get(key)).filter(value -> !value.isEmpty());
    }

    /** Each project's position by its id. */
    public Map<String, Integer> positions() {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < projects.size(); i++) {
            positions.put(projects.get(i).id(), i);
        }
        return positions;
    }

    /** How many ballots name each project, by position (票数). */
    public List<Long> votes() {
        long[] votes = new long[projects.size()];
        for (int b = 0; b < ballots.size(); b++) {
            for (int i = 0; i < ballots.length(b); i++) {
                votes[ballots.project(b, i)]++;
            }
        }
        return java.util.Arrays.stream(votes).boxed().toList();
    }

    /** The same election with other ballots or projects, for asking "what if". */
    public Election with(List<Project> otherProjects, Ballots otherBallots) {
        return new Election(source, type, budget, meta, otherProjects, otherBallots);
    }
}
