package org.gongzhi.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaultTest {
    private static final Text WHAT = Text.of("没有步骤“%s”", "there is no step `%s`", "repied");

    @Test
    void aFaultIsToldWithItsLineACaretAndTheMend() {
        Fault fault = Fault.of(
                "R110",
                new Place("a.yaml", 3, 11),
                WHAT,
                Text.of("是否指“%s”？", "did you mean `%s`?", "replied"),
                "    to:   repied");
        assertEquals("""
                a.yaml:3:11  R110  there is no step `repied`
                        to:   repied
                              ^  did you mean `replied`?""", fault.in(Language.EN));
        assertEquals(
                "a.yaml:3:11  R110  没有步骤“repied”",
                fault.in(Language.ZH).lines().findFirst().orElseThrow());
    }

    @Test
    void aCaretUnderChineseTextStandsUnderItsCharacter() {
        Fault fault = Fault.of("R1", new Place("a.yaml", 1, 4), WHAT, Text.NONE, "标题: x");
        assertEquals(
                "    \u3000\u3000 ^", fault.in(Language.ZH).lines().toList().get(2));
    }

    @Test
    void aLineOfAMillionCharactersIsShownAroundItsCaretOnly() {
        Fault fault = Fault.of("R1", new Place("a.yaml", 1, 500_000), WHAT, Text.NONE, "x".repeat(1_000_000));
        assertEquals(124, fault.in(Language.EN).lines().toList().get(1).length());
    }

    @Test
    void aWalkStandsUnderTheFault() {
        Fault fault = new Fault("R1", Place.of("a.yaml"), WHAT, Text.NONE, "", List.of("walk: opened → replied"));
        assertEquals("a.yaml  R1  there is no step `repied`\n    walk: opened → replied", fault.in(Language.EN));
    }
}
