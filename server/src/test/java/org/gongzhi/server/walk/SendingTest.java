package org.gongzhi.server.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gongzhi.server.walk.Visitor.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent twice, forged or damaged: answered by a sentence, nothing half-done. */
@ExtendWith(House.Guests.class)
class SendingTest {
    private static final String MATTERS = "select count(*) from matters.matter";

    @Test
    void theSameFormSentTwiceIsOneMatterWithOneReceipt(House house) {
        Visitor resident = house.somebody();
        Form form = resident.request("重复提交").withFile("photos", "lamp.jpg", Photos.lamp());
        long before = house.number(MATTERS);
        Receipt first = Visitor.receipt(resident.send(form));
        Receipt second = Visitor.receipt(resident.send(form));
        assertEquals(first, second);
        assertEquals(before + 1, house.number(MATTERS));
        assertEquals(1, house.number("select count(*) from files.picture where matter_id = ?", first.matter()));
    }

    @Test
    void theSameFormSentAtTheSameTimeIsOneMatter(House house) {
        Visitor resident = house.somebody();
        Form form = resident.request("同时提交");
        long before = house.number(MATTERS);
        List<Receipt> receipts = Stream.generate(() -> form)
                .limit(8)
                .parallel()
                .map(one -> Visitor.receipt(resident.send(one)))
                .toList();
        assertEquals(1, receipts.stream().distinct().count(), receipts.toString());
        assertEquals(before + 1, house.number(MATTERS));
    }

    @Test
    void theSecondOfTwoClicksIsToldThatTheMatterHasMovedOn(House house) {
        Receipt receipt = house.somebody().file("双击");
        Visitor clerk = house.officer("clerk");
        Page desk = clerk.desk(receipt);
        Form refuse = desk.form("/refuse").with("reason", "不属本社区").with("redirect", "相邻社区");
        Form dispatch = desk.form("/dispatch")
                .with(
                        "handler",
                        desk.attribute("[name=handler][value^=street-office]", "value")
                                .orElseThrow())
                .with("summary", "双击");
        assertEquals("办理中", clerk.send(dispatch).state());
        long before = house.written();
        for (Form late : List.of(dispatch, refuse)) {
            Page page = clerk.send(late);
            assertEquals(422, page.status);
            assertTrue(page.notice().contains("已有新的进展"), page.text());
            assertEquals("办理中", page.state());
        }
        assertEquals(before, house.written());
    }

    @Test
    void twoWhoActAtTheSameTimeDoNotBothAct(House house) {
        Receipt receipt = house.somebody().file("同时办理");
        Visitor clerk = house.officer("clerk");
        Form refuse =
                clerk.desk(receipt).form("/refuse").with("reason", "不属本社区").with("redirect", "相邻社区");
        List<Page> pages = Stream.generate(() -> refuse)
                .limit(6)
                .parallel()
                .map(clerk::send)
                .toList();
        assertEquals(1, pages.stream().filter(page -> page.status == 200).count(), pages.toString());
        assertEquals(
                5,
                pages.stream().filter(page -> page.notice().contains("已有新的进展")).count(),
                pages.toString());
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("/file", "/file/resident-request"),
                Arguments.of("/follow", "/follow"),
                Arguments.of("/sign-in", "/sign-in"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void aFormWithoutItsTokenIsRefusedWithOurSentence(String page, String action, House house) {
        Visitor visitor = house.somebody();
        long before = house.written();
        Page refused = visitor.send(visitor.get(page).form(action).without("_csrf"));
        assertEquals(403, refused.status);
        assertTrue(refused.text().contains("凭证已失效"), refused.text());
        Page forged = visitor.send(visitor.get(page).form(action).with("_csrf", "AAAA"));
        assertEquals(403, forged.status);
        assertEquals(before, house.written());
    }

    @Test
    void anActWithoutItsTokenIsRefused(House house) {
        Receipt receipt = house.somebody().file("伪造");
        Visitor clerk = house.officer("clerk");
        long before = house.written();
        Page page = clerk.send(clerk.desk(receipt)
                .form("/refuse")
                .with("reason", "x")
                .with("redirect", "y")
                .without("_csrf"));
        assertEquals(403, page.status);
        assertEquals(before, house.written());
    }

    @Test
    void tenMegabytesOfTextComeBackWithASentence(House house) {
        Visitor resident = house.somebody();
        long before = house.written();
        Page page = resident.send(resident.request("太长了。".repeat(2_600_000 / 3)));
        assertEquals(422, page.status, page.one("h1"));
        assertTrue(page.fault("f-description").contains("太长"), page.fault("f-description"));
        assertTrue(page.form("/file/resident-request").value("description").startsWith("太长了。太长了。"));
        assertEquals(before, house.written());
    }

    @Test
    void aTextJustOverItsLengthComesBackWhole(House house) {
        Visitor resident = house.somebody();
        long before = house.written();
        String text = "长".repeat(4001);
        Page page = resident.send(resident.request(text));
        assertEquals(422, page.status);
        assertTrue(page.fault("f-description").contains("4000"), page.fault("f-description"));
        assertEquals(text, page.form("/file/resident-request").value("description"));
        assertEquals(before, house.written());
        Visitor.receipt(resident.send(resident.request("长".repeat(4000))));
    }

    static Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of("a broken image", Photos.broken(), "照片打不开"),
                Arguments.of("an image bomb", Photos.bomb(), "万像素"),
                Arguments.of(
                        "a text",
                        "<svg onload='alert(1)'>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "照片打不开"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void aPictureThatIsNoneComesBackWithASentenceAndTheTextKept(String what, byte[] bytes, String says, House house) {
        Visitor resident = house.somebody();
        long before = house.written();
        Page page = resident.send(resident.request("灯坏了").withFile("photos", "lamp.jpg", bytes));
        assertEquals(422, page.status);
        assertTrue(page.fault("f-photos").contains(says), page.fault("f-photos"));
        assertEquals("灯坏了", page.form("/file/resident-request").value("description"));
        assertEquals(before, house.written());
    }

    @Test
    void aGoodPictureOfAFormThatComesBackNeedNotBeChosenAgain(House house) {
        Visitor resident = house.somebody();
        Page back = resident.send(
                resident.request("灯坏了").with("category", "").withFile("photos", "lamp.jpg", Photos.lamp()));
        assertEquals(422, back.status);
        assertFalse(back.fault("f-category").isBlank());
        Receipt receipt = Visitor.receipt(
                resident.send(back.form("/file/resident-request").with("category", "roads")));
        assertEquals(1, house.number("select count(*) from files.picture where matter_id = ?", receipt.matter()));
    }

    @Test
    void charactersThatCannotBeKeptAreLeftOutAndNothingBreaks(House house) {
        Visitor resident = house.somebody();
        Receipt receipt = Visitor.receipt(resident.send(resident.request("坏\0字\ud800符\udc00号\u0007")
                .with("place.detail", "三\0号")
                .with("contact.person", "王\0芳")
                .with("contact.phone", "138\ud83d")));
        Page page = resident.follow(receipt);
        assertEquals(200, page.status);
        assertEquals("坏字符号", page.one("h1").replaceAll("\ufffd", ""), page.text());
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {"", "不存在社区", "zzzz", "\ud83d\ude00", "%_'\"<script>", "黄木岗\0不"})
    void anUnknownCommunityComesBackWithASentence(String place, House house) {
        Visitor resident = house.somebody();
        long before = house.written();
        Page page = resident.send(resident.request("灯坏了")
                .with("place", place)
                .with("contact.person", "王芳")
                .with("contact.phone", "13800000000"));
        assertEquals(422, page.status);
        assertTrue(page.fault("f-place").contains("社区"), page.fault("f-place"));
        Form kept = page.form("/file/resident-request");
        assertEquals(place.replace("\0", ""), kept.value("place"));
        assertEquals(
                List.of("灯坏了", "roads", "王芳", "13800000000"),
                List.of(
                        kept.value("description"),
                        kept.value("category"),
                        kept.value("contact.person"),
                        kept.value("contact.phone")));
        assertEquals(before, house.written());
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"黄木岗社区", "黄木岗", "hmg", "HMG", " hmg "})
    void aCommunityIsKnownByNameShortNameAndInitials(String place, House house) {
        Visitor resident = house.somebody();
        Receipt receipt = Visitor.receipt(resident.send(resident.request("灯坏了").with("place", place)));
        assertTrue(house.officer("clerk").desk(receipt).text().contains("黄木岗社区"));
    }

    @Test
    void allThatIsWrongIsToldAtOnce(House house) {
        Visitor resident = house.somebody();
        Page page = resident.send(
                resident.get("/file").form("/file/resident-request").withFile("photos", "lamp.jpg", Photos.broken()));
        for (String field : List.of("f-category", "f-description", "f-place", "f-photos")) {
            assertFalse(page.fault(field).isBlank(), field + " on " + page.text());
        }
        assertEquals(4, page.all(".faults li").size());
    }

    @Test
    void anImageBombIsRefusedWithoutBeingDrawn(House house) {
        Visitor resident = house.somebody();
        long began = System.nanoTime();
        resident.send(resident.request("灯坏了").withFile("photos", "lamp.jpg", Photos.bomb()));
        assertTrue(Duration.ofNanos(System.nanoTime() - began).toSeconds() < 5);
    }
}
