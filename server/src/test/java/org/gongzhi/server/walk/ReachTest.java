package org.gongzhi.server.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gongzhi.server.walk.Visitor.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody reaches beyond the territory and the role of the post in which they act. */
@ExtendWith(House.Guests.class)
class ReachTest {
    @Test
    void aNeighbouringClerkDoesNotFindTheMatterAnywhere(House house) {
        Visitor resident = house.somebody();
        Receipt receipt =
                Visitor.receipt(resident.send(resident.request("紫藤架倒了").withFile("photos", "lamp.jpg", Photos.lamp())));
        Visitor clerk = house.officer("clerk");
        String photo = clerk.desk(receipt).attribute("img[src*=/photo/]", "src").orElseThrow();
        assertEquals(200, clerk.get(photo).status);
        assertTrue(clerk.get("/inbox?q=紫藤架").text().contains(receipt.number()));

        Visitor neighbour = house.officer("neighbour");
        assertEquals(404, neighbour.desk(receipt).status);
        assertEquals(404, neighbour.get(photo).status);
        for (String list : List.of(
                "/inbox", "/inbox?view=open", "/inbox?view=all", "/inbox?q=紫藤架", "/inbox?q=" + receipt.number())) {
            Page page = neighbour.get(list);
            assertEquals(200, page.status);
            assertFalse(page.all("a[href]").stream().anyMatch(text -> text.contains("紫藤架")), list);
            assertFalse(page.all("td.number").contains(receipt.number()), list);
        }
    }

    @Test
    void aNeighbouringClerkCannotActEvenWithTheRightForm(House house) {
        Receipt receipt = house.somebody().file("紫藤架又倒了");
        Form dispatch = house.officer("clerk").desk(receipt).form("/dispatch");
        Visitor neighbour = house.officer("neighbour");
        long before = house.written();
        Form theirs = neighbour.get("/inbox").form("/sign-out").retargeted(dispatch.action);
        Page page = neighbour.send(theirs.with("revision", dispatch.value("revision"))
                .with("handler", "street-office")
                .with("summary", "紫藤架"));
        assertEquals(404, page.status);
        assertEquals(before, house.written());
    }

    @Test
    void aHandlerOfTheStreetCannotDispatchInsteadOfTheClerk(House house) {
        Receipt receipt = house.somebody().file("水管漏水");
        Form dispatch = house.officer("clerk").desk(receipt).form("/dispatch");
        Visitor handler = house.officer("handler");
        long before = house.written();
        Page page = handler.send(handler.desk(receipt)
                .form("/sign-out")
                .retargeted(dispatch.action)
                .with("revision", "1")
                .with("handler", "x")
                .with("summary", "y"));
        assertEquals(422, page.status);
        assertFalse(page.notice().isBlank());
        assertEquals(before, house.written());
    }

    @Test
    void whoHasNotSignedInSeesNeitherDeskNorPhoto(House house) {
        Visitor resident = house.somebody();
        Receipt receipt =
                Visitor.receipt(resident.send(resident.request("灯坏了").withFile("photos", "lamp.jpg", Photos.lamp())));
        String photo = house.officer("clerk")
                .desk(receipt)
                .attribute("img[src*=/photo/]", "src")
                .orElseThrow();
        assertEquals(
                "/sign-in", house.somebody().get("/desk/" + receipt.number()).path());
        assertEquals("/sign-in", house.somebody().get(photo).path());
        assertEquals(404, house.somebody().get(photo.replace("/desk/", "/follow/")).status);
    }

    @Test
    void theOpenerSeesTheirPhotoAndTheEvidenceOfTheAnswer(House house) {
        Visitor resident = house.somebody();
        Receipt receipt =
                Visitor.receipt(resident.send(resident.request("灯坏了").withFile("photos", "lamp.jpg", Photos.lamp())));
        house.officer("clerk").dispatch(receipt, "路灯");
        Visitor handler = house.officer("handler");
        Page replied = handler.send(handler.desk(receipt)
                .form("/reply")
                .with("answer", "已修好")
                .withFile("evidence", "after.jpg", Photos.lamp()));
        assertEquals(2, replied.photos().size(), replied.text());
        List<String> photos = resident.follow(receipt).photos();
        assertEquals(2, photos.size(), "the photo sent and the evidence: " + photos);
        for (String photo : photos) {
            assertEquals(200, resident.get(photo).status);
        }
    }

    @Test
    void aWrongCodeAnotherNumberAndALostCookieOpenNothing(House house) {
        Visitor resident = house.somebody();
        Receipt receipt = resident.file("秘密花园的门锁坏了");
        Receipt other = house.somebody().file("别的事");

        Visitor stranger = house.somebody();
        Page wrong = stranger.follow(new Receipt(receipt.number(), other.code()));
        assertEquals(422, wrong.status);
        assertTrue(wrong.one(".faults").contains("编号和查询码对不上"), wrong.text());
        assertFalse(stranger.get("/follow/" + receipt.number()).text().contains("秘密花园"));

        Visitor owner = house.somebody();
        assertTrue(owner.follow(receipt).text().contains("秘密花园"));
        assertFalse(owner.get("/follow/" + other.number()).text().contains("别的事"));
        owner.forgetCookies();
        Page lost = owner.get("/follow/" + receipt.number());
        assertFalse(lost.text().contains("秘密花园"));
        assertEquals(
                receipt.number(), lost.attribute("input[name=number]", "value").orElse(""));
    }

    @Test
    void anotherMattersSlipDoesNotActOnThisOne(House house) {
        Visitor resident = house.somebody();
        Receipt receipt = resident.file("门锁坏了");
        house.officer("clerk").dispatch(receipt, "门锁");
        house.officer("handler").reply(receipt, "已换锁");
        Form rating = resident.follow(receipt).form("/satisfied");
        String action = rating.action;
        Visitor stranger = house.somebody();
        Receipt own = stranger.file("别的事");
        Form forged = stranger.follow(own)
                .findForm("/none")
                .orElseGet(() -> stranger.get("/follow").form("/follow"));
        long before = house.written();
        Page page = stranger.send(forged.retargeted(action)
                .with("revision", rating.value("revision"))
                .with("satisfaction", "very"));
        assertEquals("/follow", page.path());
        assertEquals(before, house.written());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000", "12345678", "0000-0000-0", "九", "99999999999999999999", "../../etc/passwd"})
    void aNumberThatIsNoneIsAnsweredWithASentence(String number, House house) {
        Page page = house.somebody().follow(new Receipt(number, "AAAA-BBBB"));
        assertEquals(422, page.status);
        assertTrue(page.one(".faults").contains("编号"), page.text());
    }

    @Test
    void codesCannotBeGuessedOneAfterTheOther(House house) {
        Receipt receipt = house.somebody().file("猜不到");
        Visitor stranger = house.somebody();
        for (int i = 0; i < 10; i++) {
            assertEquals(422, stranger.follow(new Receipt(receipt.number(), "AAAA-BBB" + i)).status);
        }
        assertTrue(stranger.follow(receipt).one(".faults").contains("一刻钟"), "the number rests, the right code too");
        house.clock().set("2026-02-27 09:16");
        assertEquals("待受理", stranger.follow(receipt).state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"work-station/1", "street-office/999999", "street-office/abc", "street-office", "x"})
    void aMatterIsNotGivenToABodyThatWasNotOnOffer(String handler, House house) {
        Receipt receipt = house.somebody().file("单位不对");
        Visitor clerk = house.officer("clerk");
        long before = house.written();
        Page page = clerk.send(
                clerk.desk(receipt).form("/dispatch").with("handler", handler).with("summary", "单位不对"));
        assertEquals(422, page.status);
        assertTrue(page.text().contains("请从列出的单位中选一个"), page.text());
        assertEquals(before, house.written());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0000-9999", "-1", "999999999999999999999"})
    void aMatterIsNotMergedIntoOneThatIsNone(String other, House house) {
        Receipt receipt = house.somebody().file("合并到哪里");
        Visitor clerk = house.officer("clerk");
        long before = house.written();
        Page page = clerk.send(clerk.desk(receipt).form("/merge").with("duplicate-of", other));
        assertEquals(422, page.status);
        assertEquals(before, house.written());
        Page self = clerk.send(clerk.desk(receipt).form("/merge").with("duplicate-of", receipt.number()));
        assertEquals(422, self.status);
        assertEquals(before, house.written());
    }

    @Test
    void aKeyThatWasNotDrawnByUsOpensAMatterOfItsOwn(House house) {
        String key = java.util.UUID.nameUUIDFromBytes(new byte[] {1}).toString();
        Visitor first = house.somebody();
        Receipt one = Visitor.receipt(first.send(first.request("头一件").with("once", key)));
        Visitor second = house.somebody();
        Receipt other = Visitor.receipt(second.send(second.request("第二件").with("once", key)));
        assertFalse(one.number().equals(other.number()));
        assertFalse(one.code().equals(other.code()));
    }
}
