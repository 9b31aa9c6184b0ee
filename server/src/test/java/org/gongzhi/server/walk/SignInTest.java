package org.gongzhi.server.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(House.Guests.class)
class SignInTest {
    @Test
    void whoSignsInStandsAtTheirInbox(House house) {
        Page page = house.somebody().signIn("head", house.password("head"));
        assertEquals("/inbox", page.path());
        assertTrue(page.one(".as").contains("黄木岗"), page.text());
    }

    @Test
    void aPageOfTheOfficeAsksForASignInAndIsThereAfterIt(House house) {
        Visitor visitor = house.somebody();
        Page asked = visitor.get("/inbox?view=open");
        assertEquals("/sign-in", asked.path());
        Page page = visitor.send(asked.form("/sign-in").with("name", "head").with("password", house.password("head")));
        assertEquals("/inbox", page.path());
        assertTrue(String.valueOf(page.address.getQuery()).contains("view=open"), page.address.toString());
    }

    @Test
    void wrongPasswordsAreThrottledAndTheWaitIsSaid(House house) {
        Visitor visitor = house.somebody();
        for (int i = 0; i < 5; i++) {
            Page page = visitor.signIn("supervisor", "wrong-" + i);
            assertTrue(page.one(".faults").startsWith("账号或密码不对"), page.text());
        }
        Page waits = visitor.signIn("supervisor", house.password("supervisor"));
        assertEquals("/sign-in", waits.path());
        assertTrue(waits.one(".faults").contains("一刻钟再试"), waits.text());
        house.clock().set("2026-02-27 09:16");
        assertEquals(
                "/inbox",
                visitor.signIn("supervisor", house.password("supervisor")).path());
    }

    @Test
    void aNameThatNobodyHasIsAnsweredLikeAWrongPassword(House house) {
        Visitor visitor = house.somebody();
        assertTrue(visitor.signIn("nobody", "wrong").one(".faults").startsWith("账号或密码不对"));
        assertTrue(visitor.signIn("no\0body", "wrong\0").one(".faults").startsWith("账号或密码不对"));
    }

    @Test
    void whoSignsOutMustSignInAgain(House house) {
        Visitor visitor = house.officer("head");
        visitor.send(visitor.get("/inbox").form("/sign-out"));
        assertEquals("/sign-in", visitor.get("/inbox").path());
    }
}
