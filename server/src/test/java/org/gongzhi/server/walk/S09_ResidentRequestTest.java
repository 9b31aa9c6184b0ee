package org.gongzhi.server.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gongzhi.server.walk.Visitor.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A resident's request, from filing to its end, as each of those who take part sees it. */
@ExtendWith(House.Guests.class)
class S09_ResidentRequestTest {
    private static final String EVENTS = """
            select concat_ws(' ', lower(body->'event'->>'kind'), nullif(body->'event'->>'action', ''),
                             '-> ' || nullif(body->'event'->>'to', ''),
                             nullif(array_to_string(array(select jsonb_array_elements_text(body->'event'->'whom')), '+'), ''),
                             to_char((body->'event'->>'at')::timestamp, 'MM-DD HH24:MI'))
              from journal.event
             where matter_id = ?
             order by nr
            """;

    private static String walk(House house, Receipt receipt) {
        return String.join("\n", house.rows(EVENTS, receipt.matter()));
    }

    @Test
    void aRequestIsFiledDispatchedAnsweredRatedAndShown(House house) {
        house.clock().set("2026-02-27 16:30");
        Visitor resident = house.somebody();
        Receipt receipt = resident.file("路灯不亮，晚上看不清路");
        assertTrue(resident.get("/receipt").text().contains("2月28日"), "the make-up Saturday is a working day");
        house.clock().set("2026-02-28 09:10");
        assertEquals("办理中", house.officer("clerk").dispatch(receipt, "路灯不亮").state());
        house.clock().set("2026-03-02 10:00");
        assertEquals("已答复，待评价", house.officer("handler").reply(receipt, "已更换灯泡").state());
        house.clock().set("2026-03-03 20:00");
        assertTrue(resident.follow(receipt).text().contains("已更换灯泡"));
        assertEquals("已办结", resident.satisfied(receipt).state());

        Page open = house.somebody().get("/matters/" + receipt.number());
        assertEquals("已办结", open.state());
        assertEquals("路灯不亮", open.one("h1"));
        assertEquals("""
                opened -> received 02-27 16:30
                acted dispatch -> dispatched 02-28 09:10
                told opener 03-02 10:00
                acted reply -> replied 03-02 10:00
                acted satisfied -> closed 03-03 20:00""", walk(house, receipt));
    }

    @Test
    void aDeadlineRunsThroughTheMakeUpSaturday(House house) {
        house.clock().set("2026-02-27 16:30");
        Receipt receipt = house.somebody().file("井盖松动");
        assertEquals(
                List.of("2026-02-28 11:30"),
                house.rows(
                        "select to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') from matters.matter where id = ?",
                        receipt.matter()));
        assertEquals(
                "2026-02-28T11:30",
                house.officer("clerk")
                        .desk(receipt)
                        .attribute(".next time", "datetime")
                        .orElse(""));
    }

    @Test
    void aRefusalHasItsReasonAndTheStreetDecidesTheAppeal(House house) {
        Visitor resident = house.somebody();
        Receipt receipt = resident.file("邻居占用楼道");
        Visitor clerk = house.officer("clerk");
        Page refused = clerk.send(
                clerk.desk(receipt).form("/refuse").with("reason", "属于法院受理的纠纷").with("redirect", "区人民法院"));
        assertEquals("不予受理", refused.state());

        Page told = resident.follow(receipt);
        assertTrue(told.text().contains("属于法院受理的纠纷"), told.text());
        assertTrue(told.text().contains("区人民法院"), told.text());
        house.clock().set("2026-03-10 22:00");
        Page appealed = resident.send(resident.follow(receipt).form("/appeal"));
        assertEquals("街道裁定", appealed.state());
        assertEquals(List.of(), clerk.desk(receipt).acts());

        house.clock().set("2026-03-11 09:30");
        Visitor street = house.officer("street");
        assertTrue(street.get("/inbox").text().contains(receipt.number()), "it lies in the street's inbox");
        Page settled = street.send(street.desk(receipt).form("/settle").with("decision", "由社区组织清理"));
        assertEquals("街道裁定办结", settled.state());
        assertTrue(resident.follow(receipt).text().contains("由社区组织清理"));
    }

    /** The fifteenth day, 14 March, is a Saturday of rest: the period ends with the next working day. */
    @ParameterizedTest(name = "appeal at {0}: {1}")
    @CsvSource({"2026-03-16 23:59, 街道裁定", "2026-03-17 00:01, 不予受理"})
    void anAppealIsInTimeUntilTheEndOfItsLastDay(String at, String state, House house) {
        Visitor resident = house.somebody();
        Receipt receipt = resident.file("邻居占用楼道");
        Visitor clerk = house.officer("clerk");
        clerk.send(clerk.desk(receipt).form("/refuse").with("reason", "不属本社区").with("redirect", "相邻社区"));
        Form early = resident.follow(receipt).form("/appeal");
        house.clock().set(at);
        assertEquals(state, resident.send(early).state());
    }

    @Test
    void theThirdDisagreementGoesToTheStreet(House house) {
        Visitor resident = house.somebody();
        Receipt receipt = resident.file("夜间施工噪声");
        house.officer("clerk").dispatch(receipt, "夜间施工");
        Visitor handler = house.officer("handler");
        for (int round = 1; round <= 2; round++) {
            handler.reply(receipt, "已劝导 " + round);
            assertEquals("办理中", resident.dissatisfied(receipt).state());
        }
        handler.reply(receipt, "已劝导 3");
        assertEquals("街道裁定", resident.dissatisfied(receipt).state());
        assertEquals(List.of(), handler.desk(receipt).acts());
        assertTrue(house.officer("street").desk(receipt).acts().contains("settle"));
    }

    @Test
    void theClockStandsStillWhileTheResidentIsAsked(House house) {
        Visitor resident = house.somebody();
        Receipt receipt = resident.file("垃圾没人清");
        house.officer("clerk").dispatch(receipt, "垃圾清运");
        Visitor handler = house.officer("handler");
        String due = handler.desk(receipt).attribute(".next time", "datetime").orElse("");
        handler.send(handler.desk(receipt).form("/ask").with("question", "在哪一栋？"));
        assertEquals(List.of(), handler.desk(receipt).acts());
        house.clock().set("2026-03-02 09:00");
        Page asked = resident.follow(receipt);
        assertTrue(asked.text().contains("在哪一栋？"));
        assertEquals(
                "办理中", resident.send(asked.form("/answer").with("reply", "五栋")).state());
        String later = handler.desk(receipt).attribute(".next time", "datetime").orElse("");
        assertTrue(later.compareTo(due) > 0, due + " then " + later);
        assertTrue(handler.desk(receipt).text().contains("五栋"));
    }

    @Test
    void whatIsOverdueIsToldToTheHeadAndTheStreetCanActOnIt(House house) {
        house.clock().set("2026-02-27 09:00");
        Receipt receipt = house.somebody().file("消防通道被堵");
        assertFalse(house.officer("street").get("/inbox").text().contains(receipt.number()));

        house.passTo("2026-02-27 14:59");
        assertEquals("opened -> received 02-27 09:00", walk(house, receipt));
        house.passTo("2026-02-27 15:00");
        house.follow();
        assertEquals(1, house.number("""
                select count(*) from messages.note n join bodies.body b on b.district_id = n.district_id and b.id = n.body_id
                 where n.matter_id = ? and b.kind = 'work-station' and n.post_kind = 'head'
                """, receipt.matter()));

        house.passTo("2026-02-28 18:00");
        house.follow();
        assertEquals("""
                opened -> received 02-27 09:00
                told work-station.head 02-27 15:00
                escalated street-office 02-28 18:00""", walk(house, receipt));
        Visitor street = house.officer("street");
        assertTrue(street.get("/inbox").text().contains(receipt.number()));
        assertEquals("办理中", street.dispatch(receipt, "消防通道").state());
    }

    @Test
    void aSilentResidentIsNotCountedAsSatisfied(House house) {
        Receipt receipt = house.somebody().file("树枝遮挡路灯");
        house.officer("clerk").dispatch(receipt, "修剪树枝");
        house.officer("handler").reply(receipt, "已修剪");
        house.passTo("2026-03-06 23:59");
        assertEquals(
                "已答复，待评价", house.somebody().get("/matters/" + receipt.number()).state());
        house.passTo("2026-03-07 00:00");
        assertEquals(
                "办结（未评价）", house.somebody().get("/matters/" + receipt.number()).state());
    }
}
