package org.gongzhi.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.gongzhi.exact.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {
    private static final Rulebook BOOK =
            Rulebook.read(Path.of("..", "rulebooks", "futian")).findRulebook().orElseThrow();

    private static Judgement quorum(LocalDate on, String members, String present) {
        return BOOK.apply("representatives-meeting-quorum", on, Map.of("members", members, "present", present));
    }

    @ParameterizedTest(name = "{0}: {1} of {2} present: {3}, margin {4}")
    @CsvSource({
        "2025-12-31, 12, 24, false, -1",
        "2025-12-31, 13, 24, true,   0",
        "2026-01-01, 15, 24, false, -1",
        "2026-01-01, 16, 24, true,   0",
        "2026-01-01, 17, 24, true,   1",
        "2026-01-01,  0, 24, false, -16",
        "2026-01-01, 17, 25, true,   0",
        "2026-01-01, 16, 25, false, -1",
        "2026-01-01,  0,  0, true,   0",
        "2026-01-01, 1431655765, 2147483647, true, 0",
        "2026-01-01, 1431655764, 2147483647, false, -1"
    })
    void theQuorumOfTheDayApplies(LocalDate on, String present, String members, boolean holds, long margin) {
        Finding finding = assertInstanceOf(Judgement.Found.class, quorum(on, members, present))
                .finding();
        assertEquals(holds, finding.holds());
        assertEquals(margin, finding.margin());
    }

    @Test
    void aFindingWritesTheComparisonOut() {
        Finding finding = assertInstanceOf(Judgement.Found.class, quorum(LocalDate.of(2026, 1, 1), "24", "16"))
                .finding();
        assertEquals(
                new Text(
                        "16 ≥ 2/3 × 24 = 16（到会人数不少于应到成员人数的三分之二）",
                        "16 ≥ 2/3 × 24 = 16 (members present at least 2/3 of members)"),
                finding.comparison());
        assertEquals("城市居民委员会组织法 (2025) 第二十九条", finding.cite());
        assertEquals(LocalDate.of(2026, 1, 1), finding.version());
        assertEquals(Map.of("members", "24", "present", "16"), finding.inputs());
    }

    @Test
    void aDateWithoutAVersionIsARefusal() {
        Judgement judgement = quorum(LocalDate.of(1989, 12, 31), "24", "16");
        assertEquals(
                "the rule `Quorum of the representatives' meeting` has no version in force on 1989-12-31",
                assertInstanceOf(Judgement.None.class, judgement).why().en());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"-1", "1.5", "sixteen", "''", "99999999999999999999"})
    void whatIsNoCountIsARefusal(String present) {
        assertInstanceOf(Judgement.None.class, quorum(LocalDate.of(2026, 1, 1), "24", present));
    }
}
