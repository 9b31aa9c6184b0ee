package org.gongzhi.server.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Text;
import org.gongzhi.server.frame.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final Words ZH = words("zh-CN", Language.ZH);
    private static final Words EN = words("en", Language.EN);

    @ParameterizedTest
    @CsvSource({"0, 0 work days", "1, 1 work day", "2, 2 work days", "1234, '1,234 work days'"})
    void theNounGoesWithItsNumber(long amount, String said) {
        assertEquals(said, EN.say("span.WORKING_DAYS", amount));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T18:00, 3月6日 (周五) 18:00 前, 'by Fri 6 Mar, 18:00'",
        "2025-12-31T09:05, 2025年12月31日 (周三) 09:05 前, 'by Wed 31 Dec 2025, 09:05'",
    })
    void aDueTimeIsSaidAsPeopleSayIt(LocalDateTime at, String zh, String en) {
        LocalDate today = LocalDate.of(2026, 3, 2);
        assertEquals(zh, ZH.before(at, today));
        assertEquals(en, EN.before(at, today));
    }

    @Test
    void aDateOfLawAlwaysHasItsYear() {
        assertEquals("2026年1月1日", ZH.date(LocalDate.of(2026, 1, 1)));
        assertEquals("1 Jan 2026", EN.date(LocalDate.of(2026, 1, 1)));
    }

    @Test
    void theScriptChangesWhatWeSayAndNeverWhatIsPutIn() {
        Words hant = new Words(
                "zh-Hant", Map.of("greeting", "办理 {0}", "language.zh-CN", "办"), text -> text.replace('办', '辦'));
        assertEquals("辦理 办事员", hant.say("greeting", "办事员"));
        assertEquals("办", hant.say("language.zh-CN"));
        assertEquals("辦理 辦事员", hant.say("greeting", Text.of("办事员", "clerk")));
    }

    @Test
    void aMissingMessageOrArgumentIsNamed() {
        assertEquals(
                "no message `nowhere` in en",
                assertThrows(IllegalArgumentException.class, () -> EN.say("nowhere"))
                        .getMessage());
        assertEquals(
                "message `span.DAYS` in en has no argument 0",
                assertThrows(IllegalArgumentException.class, () -> EN.say("span.DAYS"))
                        .getMessage());
    }

    private static Words words(String tag, Language language) {
        return new Words(tag, Words.messages(language), UnaryOperator.identity());
    }
}
