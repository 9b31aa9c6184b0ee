package org.gongzhi.server.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The system's own browser without a window (浏览器); downloads nothing, and is looked over the shoulder at each page. */
final class Chromium implements AutoCloseable {
    private static final File BROWSER = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final List<String> ACCESSIBLE = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
    private static final int MOST_BYTES = 100_000;
    private static final int MOST_TABS = 150;

    /** Whether an outline is drawn around what has the focus, or around its row or label. */
    private static final String SEEN = """
            const drawn = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
            const here = document.activeElement;
            const around = [here, here.closest('tr'), here.closest('label'), here.closest('li')];
            return around.some(one => one && (drawn(getComputedStyle(one)) || drawn(getComputedStyle(one, '::after'))));
            """;

    private final ChromeDriver driver;
    private final Path profile;
    private final URI address;
    private final JsonMapper json = new JsonMapper();
    private boolean scripted = true;
    private int width;

    private Chromium(ChromeDriver driver, Path profile, URI address) {
        this.driver = driver;
        this.profile = profile;
        this.address = address;
    }

    /** Starts the browser; the test is skipped, with the reason, where there is none. */
    static Chromium start(URI address) {
        assumeTrue(
                BROWSER.canExecute(), "no browser: %s is not there (Debian: apt install chromium)".formatted(BROWSER));
        assumeTrue(
                DRIVER.canExecute(),
                "no driver: %s is not there (Debian: apt install chromium-driver)".formatted(DRIVER));
        Path profile = Running.newData();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", Map.of("performance", "ALL"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER)
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.executeCdpCommand("Network.enable", Map.of());
        // Every page weighs what it weighs for one who comes for the first time.
        driver.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
        return new Chromium(driver, profile, address);
    }

    /** A screen of this width; narrow ones are phones. */
    void screen(int width) {
        this.width = width;
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 844, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    void script(boolean on) {
        scripted = on;
        scriptNow(on);
    }

    private void scriptNow(boolean on) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    /** Somebody else sits down at the browser. */
    void newPerson(String language) {
        driver.manage().deleteAllCookies();
        driver.manage().logs().get("performance"); // nobody has looked at what came before
        open("/?lang=" + language);
    }

    void open(String path) {
        driver.get(address.resolve(path).toString());
    }

    String path() {
        return URI.create(driver.getCurrentUrl()).getPath();
    }

    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText().strip();
    }

    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(found -> found.getText().strip())
                .toList();
    }

    boolean has(String selector) {
        return !driver.findElements(By.cssSelector(selector)).isEmpty();
    }

    String attribute(String selector, String name) {
        return String.valueOf(driver.findElement(By.cssSelector(selector)).getAttribute(name));
    }

    void type(String selector, String text) {
        WebElement field = driver.findElement(By.cssSelector(selector));
        field.clear();
        field.sendKeys(text);
    }

    void choose(String selector, Path file) {
        driver.findElement(By.cssSelector(selector)).sendKeys(file.toString());
    }

    /** Clicks what changes this page only. */
    void tick(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    /** Clicks what leads to another page, and waits until it is there. */
    void go(String selector) {
        leave(() -> driver.findElement(By.cssSelector(selector)).click());
    }

    private void leave(Runnable act) {
        run("document.documentElement.setAttribute('data-left', '')");
        act.run();
        new WebDriverWait(driver, Duration.ofSeconds(20), Duration.ofMillis(50))
                .ignoring(WebDriverException.class) // for a moment there is neither page
                .until(now -> Boolean.TRUE.equals(run("return document.readyState === 'complete'"
                        + " && !document.documentElement.hasAttribute('data-left')")));
    }

    /** Goes on with the tabulator until something has the focus, which can be seen on it. */
    void tabTo(String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            press(Keys.TAB);
            if (Boolean.TRUE.equals(run("return document.activeElement.matches(arguments[0])", selector))) {
                assertTrue(Boolean.TRUE.equals(run(SEEN)), "the focus cannot be seen on " + selector + " of " + path());
                return;
            }
        }
        throw new AssertionError("the tabulator does not reach %s on %s".formatted(selector, path()));
    }

    /** Where the link that has the focus leads. */
    String focused() {
        return String.valueOf(run("return document.activeElement.getAttribute('href')"));
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void pressToLeave(CharSequence... keys) {
        leave(() -> press(keys));
    }

    /** Looks at the page as a reviewer: accessible, no wider than the screen, light, and nothing from elsewhere. */
    void look(String language) {
        String page = path() + " " + text("h1");
        assertEquals(language, attribute("html", "lang"), page);
        assertNothingFromElsewhereAndLight(page);
        scriptNow(true);
        // A phone's browser makes its window as wide as the page: only the screen's own width says what is too wide.
        assertTrue(
                run("return document.documentElement.scrollWidth") instanceof Long wide && wide <= width,
                () -> page + " is wider than the screen: " + run("""
                        return [...document.querySelectorAll('body *')]
                            .filter(one => one.getBoundingClientRect().right > arguments[0] + 1)
                            .slice(0, 5).map(one => one.tagName + '.' + one.className).join(', ')""", width));
        List<Rule> violations = violations();
        assertTrue(violations.isEmpty(), () -> page + "\n" + told(violations));
        scriptNow(scripted);
    }

    // The other mode opens a second window for each page; there are no frames here for which it would be needed.
    @SuppressWarnings("deprecation")
    private List<Rule> violations() {
        return new AxeBuilder()
                .withTags(ACCESSIBLE)
                .setLegacyMode(true)
                .analyze(driver)
                .getViolations();
    }

    private static String told(List<Rule> violations) {
        return String.join(
                "\n",
                violations.stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + rule.getHelp() + "\n  " + node.getHtml()))
                        .toList());
    }

    private void assertNothingFromElsewhereAndLight(String page) {
        long bytes = 0;
        for (LogEntry entry : driver.manage().logs().get("performance")) {
            JsonNode message = json.readTree(entry.getMessage()).path("message");
            JsonNode what = message.path("params");
            switch (message.path("method").asString("")) {
                case "Network.requestWillBeSent" -> {
                    URI asked = URI.create(
                            what.path("request").path("url").asString("").replaceAll("[^ -~]|[|\"<>^`{} ]", "_"));
                    boolean ours = "http".equals(asked.getScheme())
                            && address.getAuthority().equals(asked.getAuthority());
                    boolean inner = List.of("data", "blob", "about", "chrome", "chrome-extension")
                            .contains(String.valueOf(asked.getScheme()));
                    assertTrue(ours || inner, page + " asks " + asked);
                }
                case "Network.loadingFinished" ->
                    bytes += what.path("encodedDataLength").asLong(0);
                default -> {}
            }
        }
        assertTrue(bytes < MOST_BYTES, page + " weighs " + bytes + " bytes");
    }

    private Object run(String script, Object... arguments) {
        Object result = ((JavascriptExecutor) driver).executeScript(script, arguments);
        return result == null ? "" : result;
    }

    @Override
    public void close() {
        driver.quit();
        try {
            FileSystemUtils.deleteRecursively(profile);
        } catch (IOException busy) {
            if (Files.exists(profile.resolve("Default"))) {
                throw new UncheckedIOException(busy);
            }
        }
    }
}
