package org.gongzhi.server.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongzhi.server.walk.Visitor.Receipt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.springframework.util.FileSystemUtils;

/** A resident's request in a real browser, each page on the way looked at. */
@ExtendWith(House.Guests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S09_BrowserWalkTest {
    private final House house;
    private final Chromium browser;
    private final Path photo = Running.newData().resolve("lamp.jpg");

    S09_BrowserWalkTest(House house) throws IOException {
        this.house = house;
        this.browser = Chromium.start(house.address());
        Files.write(photo, Photos.lamp());
    }

    @AfterAll
    void close() throws IOException {
        browser.close();
        FileSystemUtils.deleteRecursively(photo.getParent());
    }

    @ParameterizedTest(name = "script {0}, {1} px, {2}")
    @CsvSource({
        "on,  390,  zh-CN, 已答复，待评价, 已办结",
        "off, 1280, zh-CN, 已答复，待评价, 已办结",
        "on,  1280, en,    'Answered, to be rated', Closed",
        "off, 390,  en,    'Answered, to be rated', Closed"
    })
    void aRequestIsFiledDispatchedAnsweredRatedAndShown(
            String script, int width, String language, String answered, String closed) {
        browser.script(script.equals("on"));
        browser.screen(width);
        Receipt receipt = file(language);
        dispatch(language, receipt);
        answer(language, receipt, answered);
        rate(language, receipt, closed);
        read(language, receipt, closed);
    }

    private Receipt file(String language) {
        browser.newPerson(language);
        browser.look(language);
        browser.go(".menu a[href='/file']");
        browser.look(language);
        browser.type("#f-description", "路灯不亮");
        browser.go("form.questions button.first");
        browser.look(language);
        assertFalse(browser.text("#f-category-fault").isBlank());
        assertEquals("路灯不亮", browser.attribute("#f-description", "value"));
        browser.tick("#f-category option[value=roads]");
        browser.type("#f-place", "hmg");
        browser.type("#f-place-detail", "华富路 3 号门口");
        browser.choose("#f-photos", photo);
        browser.type("#f-contact", "王芳");
        browser.type("#f-contact-phone", "13800000000");
        browser.go("form.questions button.first");
        assertEquals("/receipt", browser.path());
        browser.look(language);
        Receipt receipt = new Receipt(
                browser.texts(".codes .no").getFirst(),
                browser.texts(".codes .no").get(1));
        browser.go("a[href='/follow/" + receipt.number() + "']");
        browser.look(language);
        assertTrue(browser.has("img[src*='/photo/']"));
        return receipt;
    }

    private void dispatch(String language, Receipt receipt) {
        signIn(language, "clerk");
        browser.look(language);
        browser.go("a[data-row][href='/desk/" + receipt.number() + "']");
        browser.look(language);
        assertTrue(browser.text("main").contains("13800000000"));
        browser.tick("form[action$='/dispatch'] input[value^='street-office']");
        browser.type("form[action$='/dispatch'] [name=summary]", "路灯不亮");
        browser.go("form[action$='/dispatch'] button");
        browser.look(language);
        assertTrue(browser.has(".notice.done"));
    }

    private void answer(String language, Receipt receipt, String answered) {
        signIn(language, "handler");
        browser.go("a[data-row][href='/desk/" + receipt.number() + "']");
        browser.look(language);
        browser.type("form[action$='/reply'] [name=answer]", "已更换灯泡");
        browser.choose("form[action$='/reply'] [name=evidence]", photo);
        browser.go("form[action$='/reply'] button");
        browser.look(language);
        assertEquals(answered, browser.text(".headline .status"));
        browser.go(".as form button");
    }

    private void rate(String language, Receipt receipt, String closed) {
        browser.newPerson(language);
        browser.go(".menu a[href='/follow']");
        browser.look(language);
        browser.type("#number", receipt.number());
        browser.type("#code", "2222-2222");
        browser.go("form.follow button");
        browser.look(language);
        browser.type("#code", receipt.code());
        browser.go("form.follow button");
        browser.look(language);
        assertTrue(browser.text("main").contains("已更换灯泡"));
        browser.tick("form[action$='/satisfied'] label:has(input[value='very'])");
        browser.go("form[action$='/satisfied'] button");
        browser.look(language);
        assertEquals(closed, browser.text(".headline .status"));
    }

    private void read(String language, Receipt receipt, String closed) {
        browser.newPerson(language);
        browser.go(".menu a[href='/matters']");
        browser.look(language);
        browser.go("a[href='/matters/" + receipt.number() + "']");
        browser.look(language);
        assertEquals(closed, browser.text(".headline .status"));
        assertFalse(browser.text("main").contains("更换灯泡"));
        browser.go(".menu a[href='/institutions']");
        browser.look(language);
        browser.go("main a[href='/institutions/resident-request']");
        browser.look(language);
        browser.open("/nowhere");
        browser.look(language);
    }

    private void signIn(String language, String login) {
        browser.newPerson(language);
        browser.open("/inbox");
        browser.look(language);
        browser.type("[autocomplete=username]", login);
        browser.type("#password", house.password(login));
        browser.go("main form button.first");
        assertEquals("/inbox", browser.path());
    }

    @Test
    void aWholeRequestIsDoneByKeyboardOnly() {
        browser.script(true);
        browser.screen(1280);
        browser.newPerson("zh-CN");
        browser.tabTo("a.skip");
        browser.tabTo(".menu a[href='/file']");
        browser.pressToLeave(Keys.ENTER);
        browser.tabTo("#f-category");
        browser.press(Keys.ARROW_DOWN);
        browser.tabTo("#f-description");
        browser.press("井盖松动");
        browser.tabTo("#f-place");
        browser.press("黄木岗社区");
        browser.tabTo("form.questions button.first");
        browser.pressToLeave(Keys.ENTER);
        assertEquals("/receipt", browser.path());
        Receipt receipt = new Receipt(
                browser.texts(".codes .no").getFirst(),
                browser.texts(".codes .no").get(1));

        signInByKeyboard("clerk");
        browser.tabTo("a[data-row][href='/desk/" + receipt.number() + "']");
        browser.pressToLeave(Keys.ENTER);
        browser.tabTo("form[action$='/dispatch'] input[name=handler]");
        browser.press(Keys.SPACE);
        browser.press(Keys.ARROW_DOWN);
        browser.tabTo("form[action$='/dispatch'] [name=summary]");
        browser.press("井盖松动");
        browser.tabTo("form[action$='/dispatch'] button");
        browser.pressToLeave(Keys.ENTER);
        assertTrue(browser.has(".notice.done"));

        signInByKeyboard("handler");
        browser.tabTo("a[data-row][href='/desk/" + receipt.number() + "']");
        browser.pressToLeave(Keys.ENTER);
        browser.tabTo("form[action$='/reply'] [name=answer]");
        browser.press("已固定");
        browser.tabTo("form[action$='/reply'] button");
        browser.pressToLeave(Keys.ENTER);
        assertEquals("已答复，待评价", browser.text(".headline .status"));

        browser.newPerson("zh-CN");
        browser.tabTo(".menu a[href='/follow']");
        browser.pressToLeave(Keys.ENTER);
        browser.tabTo("#number");
        browser.press(receipt.number());
        browser.tabTo("#code");
        browser.press(receipt.code());
        browser.pressToLeave(Keys.ENTER);
        browser.tabTo("form[action$='/satisfied'] input[name=satisfaction]");
        browser.press(Keys.SPACE);
        browser.tabTo("form[action$='/satisfied'] button");
        browser.pressToLeave(Keys.ENTER);
        assertEquals("已办结", browser.text(".headline .status"));
    }

    private void signInByKeyboard(String login) {
        browser.newPerson("zh-CN");
        browser.open("/inbox");
        browser.tabTo("[autocomplete=username]");
        browser.press(login);
        browser.tabTo("#password");
        browser.press(house.password(login));
        browser.pressToLeave(Keys.ENTER);
        assertEquals("/inbox", browser.path());
    }

    @Test
    void theListsKeysMoveFromMatterToMatter() {
        Visitor resident = house.somebody();
        resident.file("第一件");
        resident.file("第二件");
        browser.script(true);
        browser.screen(1280);
        signInByKeyboard("clerk");
        browser.press("j");
        String first = browser.focused();
        browser.press("j");
        String second = browser.focused();
        assertTrue(first.startsWith("/desk/") && second.startsWith("/desk/") && !first.equals(second), first + second);
        browser.press("k");
        assertEquals(first, browser.focused());
        browser.press("?");
        assertTrue(browser.has("dialog[open]"));
    }
}
