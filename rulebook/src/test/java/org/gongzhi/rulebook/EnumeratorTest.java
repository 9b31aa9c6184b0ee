package org.gongzhi.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.gongzhi.exact.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks every state of small made-up institutions by hand and agrees with the checks about them. */
class EnumeratorTest {
    private static final int INSTITUTIONS = 400;

    private record Way(int to, int atMost, int then) {}

    /** A made-up institution: the ways out of each step, where time leads (-1: nowhere), and how many are ends. */
    private record Made(List<List<Way>> ways, List<Integer> timeout, int ends) {
        int size() {
            return ways.size();
        }

        boolean isEnd(int step) {
            return step >= size() - ends;
        }
    }

    private record At(int step, List<Integer> counts) {}

    private static Made made(Random random) {
        int size = 3 + random.nextInt(4);
        int ends = 1 + random.nextInt(2);
        List<List<Way>> ways = new ArrayList<>();
        List<Integer> timeout = new ArrayList<>();
        for (int step = 0; step < size; step++) {
            List<Way> out = new ArrayList<>();
            boolean end = step >= size - ends;
            for (int i = 0; !end && i < 1 + random.nextInt(2); i++) {
                int atMost = random.nextInt(3);
                out.add(new Way(random.nextInt(size), atMost, random.nextInt(3) == 0 ? -1 : random.nextInt(size)));
            }
            ways.add(out);
            timeout.add(!end && random.nextInt(3) == 0 ? random.nextInt(size) : -1);
        }
        return new Made(ways, timeout, ends);
    }

    private static String yaml(Made made) {
        StringBuilder out = new StringBuilder("""
                institution: made
                title: {zh: 甲, en: Made}
                from: 2026-01-01
                level: community
                opens: {by: [anyone], through: [web]}
                roles: {clerk: {title: {zh: 乙, en: Clerk}, body: work-station}}
                begins: s0
                steps:
                """);
        for (int step = 0; step < made.size(); step++) {
            out.append("  s%d:\n    title: {zh: 步%d, en: Step %d}\n".formatted(step, step, step));
            if (made.isEnd(step)) {
                out.append("    final: done\n");
                continue;
            }
            out.append("    who: clerk\n    within: 1 day\n");
            out.append("    overdue: [{after: 0 hours, tell: work-station.head}]\n");
            if (made.timeout().get(step) >= 0) {
                out.append(
                        "    on-timeout: {to: s%d}\n".formatted(made.timeout().get(step)));
            }
            out.append("    actions:\n");
            for (int i = 0; i < made.ways().get(step).size(); i++) {
                Way way = made.ways().get(step).get(i);
                String bound = way.atMost() == 0
                        ? ""
                        : ", at-most: %d, then: %s"
                                .formatted(way.atMost(), way.then() < 0 ? "closed" : "{to: s" + way.then() + "}");
                out.append("      a%d: {title: {zh: 做%d, en: Do %d}, to: s%d%s}\n".formatted(i, i, i, way.to(), bound));
            }
        }
        return out.toString();
    }

    private static Set<At> next(Made made, At at) {
        Set<At> next = new HashSet<>();
        int number = 0;
        for (int step = 0; step < made.size(); step++) {
            for (Way way : made.ways().get(step)) {
                if (step == at.step()) {
                    int count = at.counts().get(number);
                    if (way.atMost() == 0) {
                        next.add(new At(way.to(), at.counts()));
                    } else if (count < way.atMost()) {
                        List<Integer> more = new ArrayList<>(at.counts());
                        more.set(number, count + 1);
                        next.add(new At(way.to(), more));
                    } else if (way.then() >= 0) {
                        next.add(new At(way.then(), at.counts()));
                    }
                }
                number++;
            }
        }
        if (made.timeout().get(at.step()) >= 0) {
            next.add(new At(made.timeout().get(at.step()), at.counts()));
        }
        return next;
    }

    /** All that can be reached from a state, itself only if it comes back to it. */
    private static Set<At> after(Made made, At at, Map<At, Set<At>> known) {
        Set<At> cached = known.get(at);
        if (cached != null) {
            return cached;
        }
        Set<At> seen = new HashSet<>();
        List<At> open = new ArrayList<>(next(made, at));
        while (!open.isEmpty()) {
            At one = open.removeLast();
            if (seen.add(one)) {
                open.addAll(next(made, one));
            }
        }
        known.put(at, seen);
        return seen;
    }

    @Test
    void theChecksAgreeWithWhoeverWalksEveryState(@TempDir Path directory) throws IOException {
        long seed = 41;
        Random random = new Random(seed);
        Files.createDirectories(directory.resolve("institutions"));
        Files.copy(Path.of("approved", "check", "base", "bodies.yaml"), directory.resolve("bodies.yaml"));
        Map<String, Integer> met = new HashMap<>();
        for (int i = 0; i < INSTITUTIONS; i++) {
            Made made = made(random);
            String yaml = yaml(made);
            Files.writeString(directory.resolve("institutions").resolve("made.yaml"), yaml);
            Set<String> told = new TreeSet<>();
            for (Fault fault : Rulebook.read(directory).faults()) {
                if (!Set.of("R101", "R102", "R103").contains(fault.code())) {
                    continue;
                }
                boolean loop = fault.code().equals("R103");
                String step = loop ? "" : " " + fault.line().strip().replace(":", "");
                told.add(fault.code() + step);
            }
            Set<String> expected = byHand(made);
            assertEquals(expected, told, () -> "seed %d\n%s".formatted(seed, yaml));
            expected.forEach(one -> met.merge(one.substring(0, 4), 1, Integer::sum));
        }
        assertEquals(Set.of("R101", "R102", "R103"), met.keySet(), "each property failed in some of them");
    }

    private static Set<String> byHand(Made made) {
        int bounds = made.ways().stream().mapToInt(List::size).sum();
        At first = new At(0, java.util.Collections.nCopies(bounds, 0));
        Map<At, Set<At>> known = new HashMap<>();
        Set<At> all = new HashSet<>(after(made, first, known));
        all.add(first);
        Set<String> expected = new TreeSet<>();
        for (int step = 0; step < made.size(); step++) {
            int here = step;
            if (all.stream().noneMatch(at -> at.step() == here)) {
                expected.add("R101 s" + step);
            }
        }
        for (At at : all) {
            boolean ends = made.isEnd(at.step())
                    || after(made, at, known).stream().anyMatch(later -> made.isEnd(later.step()));
            if (!ends) {
                expected.add("R102 s" + at.step());
            }
            if (after(made, at, known).contains(at)) {
                expected.add("R103");
            }
        }
        return expected;
    }
}
