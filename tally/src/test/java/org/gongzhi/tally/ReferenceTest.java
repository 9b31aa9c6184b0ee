package org.gongzhi.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every outcome that the reference has found: the list in its order, the exact cost, whether it is exhaustive. */
class ReferenceTest {
    @Test
    void everyRuleAgreesWithTheReferenceOnEveryElection() throws Exception {
        String text = Files.readString(Shared.folder().resolve("reference.json"));
        List<Recorded> recorded = assertInstanceOf(Recorded.File.Outcomes.class, Recorded.read(text, "reference.json"))
                .outcomes();
        Map<String, Election> elections = new HashMap<>();
        List<String> differing = recorded.stream()
                .filter(found -> !found.agrees(Tally.count(
                        elections.computeIfAbsent(found.instance(), Shared::election),
                        found.procedure().orElseThrow())))
                .map(found -> found.instance() + " " + found.rule())
                .toList();
        assertEquals(List.of(), differing);
        assertEquals(513, recorded.size());
        assertEquals(61, elections.size());
    }
}
