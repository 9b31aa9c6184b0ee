package org.gongzhi.server.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gongzhi.server.walk.Visitor.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a resident is reached: read by those who may, each reading logged, gone after its time; never public. */
@ExtendWith(House.Guests.class)
class PersonalDataTest {
    private static final String READINGS = """
            select p.zh
              from people.reading r join people.person p on p.district_id = r.district_id and p.id = r.person_id
             where r.matter_id = ?
             order by r.read_at, p.zh
            """;
    private static final String SEALED = "select count(*) from people.sealed where matter_id = ?";

    private static Receipt filed(House house, String description) {
        Visitor resident = house.somebody();
        return Visitor.receipt(resident.send(
                resident.request(description).with("contact.person", "欧阳测试").with("contact.phone", "13987654321")));
    }

    private static boolean shows(Page page) {
        return page.html().contains("13987654321") || page.html().contains("欧阳测试");
    }

    @Test
    void theContactIsShownToTheRolesThatMaySeeItAndEachReadingIsLogged(House house) {
        Receipt receipt = filed(house, "楼道灯不亮");
        assertEquals(List.of(), house.rows(READINGS, receipt.matter()));
        Visitor head = house.officer("head");
        assertEquals(200, head.desk(receipt).status);
        assertFalse(shows(head.desk(receipt)), "the station's head is none of the roles");
        assertFalse(shows(house.officer("supervisor").desk(receipt)));
        assertEquals(List.of(), house.rows(READINGS, receipt.matter()));

        Visitor clerk = house.officer("clerk");
        assertTrue(shows(clerk.desk(receipt)));
        assertEquals(List.of("演示·受理员甲"), house.rows(READINGS, receipt.matter()));
        assertFalse(shows(house.officer("handler").desk(receipt)), "nothing is assigned to the handler yet");

        house.clock().set("2026-02-27 10:00");
        clerk.dispatch(receipt, "楼道灯");
        house.clock().set("2026-02-27 11:00");
        assertTrue(shows(house.officer("handler").desk(receipt)));
        house.clock().set("2026-02-27 14:00");
        assertTrue(shows(house.officer("street").desk(receipt)));
        assertEquals(
                List.of("演示·受理员甲", "演示·承办人甲", "演示·街道负责人"),
                house.rows(READINGS, receipt.matter()).stream().distinct().toList());
    }

    @Test
    void listsDoNotShowTheContact(House house) {
        Receipt receipt = filed(house, "电梯困人");
        Visitor clerk = house.officer("clerk");
        for (String list : List.of("/inbox", "/inbox?view=all", "/inbox?q=电梯困人")) {
            Page page = clerk.get(list);
            assertTrue(page.text().contains(receipt.number()), list);
            assertFalse(shows(page), list);
        }
        assertFalse(clerk.get("/inbox?q=13987654321").text().contains(receipt.number()), "nor can it be searched");
        assertEquals(List.of(), house.rows(READINGS, receipt.matter()));
    }

    @Test
    void theContactStandsNowhereInTheDatabaseInClear(House house) {
        Receipt receipt = filed(house, "屋顶漏水");
        assertEquals(1, house.number(SEALED, receipt.matter()));
        for (String table : List.of("matters.matter", "journal.event", "journal.queue", "people.sealed")) {
            String column = table.equals("matters.matter") ? "id" : "matter_id";
            String rows = String.join(
                    "\n", house.rows("select t::text from " + table + " t where " + column + " = ?", receipt.matter()));
            assertFalse(rows.contains("13987654321") || rows.contains("欧阳测试"), table);
        }
    }

    @Test
    void theContactIsDeletedOnItsDayAndNotBefore(House house) {
        Receipt receipt = filed(house, "下水道堵塞");
        Visitor clerk = house.officer("clerk");
        house.passTo("2027-02-27 09:00");
        assertEquals(1, house.number(SEALED, receipt.matter()), "an open matter keeps it");
        clerk.send(clerk.desk(receipt).form("/refuse").with("reason", "重复").with("redirect", "物业"));
        house.passTo("2027-08-25 23:59"); // 179 days later
        assertEquals(1, house.number(SEALED, receipt.matter()));
        assertTrue(shows(clerk.desk(receipt)));
        house.passTo("2027-08-26 00:00");
        assertEquals(0, house.number(SEALED, receipt.matter()));
        assertFalse(shows(clerk.desk(receipt)));
    }

    @Test
    void publicPagesNeverHoldTheResidentsWordsOrContact(House house) {
        String words = "我家老人昨晚在三单元门口摔倒";
        Receipt receipt = filed(house, words);
        Visitor stranger = house.somebody();
        assertEquals(404, stranger.get("/matters/" + receipt.number()).status, "nothing is public before its step");
        assertFalse(stranger.get("/matters").text().contains(receipt.number()));

        house.officer("clerk").dispatch(receipt, "楼道照明");
        Visitor handler = house.officer("handler");
        handler.send(handler.desk(receipt).form("/ask").with("question", "您家住几楼？"));
        Visitor resident = house.somebody();
        resident.send(resident.follow(receipt).form("/answer").with("reply", "我家住在七楼"));
        house.officer("handler").reply(receipt, "给您家门口装了灯");
        resident.send(resident.follow(receipt)
                .form("/not-satisfied")
                .with("dissatisfaction", "unsolved")
                .with("comment", "我还是看不清"));
        for (String path : List.of(
                "/",
                "/matters",
                "/matters?q=楼道照明",
                "/matters?q=摔倒",
                "/matters?state=open",
                "/matters/" + receipt.number())) {
            Page page = stranger.get(path);
            assertEquals(200, page.status, path);
            assertFalse(shows(page), path);
            for (String secret : List.of("三单元", "华富路 3 号门口", "您家住几楼", "七楼", "给您家门口", "看不清", receipt.code())) {
                assertFalse(page.html().contains(secret), secret + " on " + path);
            }
        }
        assertTrue(stranger.get("/matters").text().contains("楼道照明"));
        assertEquals("楼道照明", stranger.get("/matters/" + receipt.number()).one("h1"));
        assertFalse(stranger.get("/matters/" + receipt.number()).text().contains("演示·"), "nor an officer's name");
    }

    @Test
    void theReceiptIsNotKeptByCachesAndItsCodeStandsInNoAddress(House house) {
        Visitor resident = house.somebody();
        Page page = resident.send(resident.request("灯坏了"));
        Receipt receipt = Visitor.receipt(page);
        assertEquals("no-store", page.header("Cache-Control"));
        assertFalse(page.address.toString().contains(receipt.code()));
        Page follow = resident.follow(receipt);
        assertEquals("no-store", follow.header("Cache-Control"));
        assertFalse(follow.address.toString().contains(receipt.code()));
    }

    @Test
    void everyPageForbidsWhatIsNotOurs(House house) {
        for (String path : List.of("/", "/file", "/follow", "/matters", "/institutions", "/sign-in", "/nowhere")) {
            Page page = house.somebody().get(path);
            String policy = page.header("Content-Security-Policy");
            assertTrue(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"), path);
            assertEquals("nosniff", page.header("X-Content-Type-Options"), path);
        }
    }
}
