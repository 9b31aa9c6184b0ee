package org.gongzhi.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GongzhiTest {
    private static final String FUTIAN = Path.of("..", "rulebooks", "futian").toString();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Gongzhi.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void aSoundRulebookEndsWithZero() {
        assertEquals(0, run("check", FUTIAN, "--lang", "en"), out::toString);
        assertTrue(out.toString().startsWith("no fault: "), out.toString());
    }

    @Test
    void aDamagedRulebookEndsWithOneAndNamesFileAndLine(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("bodies.yaml"), "levels: {}\nbodys: {}\n");
        assertEquals(1, run("check", directory.toString(), "--lang", "en"));
        assertTrue(out.toString().contains("bodies.yaml:2:1  R004  there is no key `bodys` here"), out.toString());
    }

    @Test
    void faultsAreWrittenForPrograms(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("bodies.yaml"), "levels: {}\nbodies: {}\nx\\\": 1\n");
        assertEquals(1, run("check", directory.toString(), "--format", "json"));
        assertTrue(out.toString().contains("\"file\": \"bodies.yaml\", \"line\": 3, \"column\": 1"), out.toString());
        assertEquals(1, run("check", directory.toString(), "--format", "sarif"));
        assertTrue(out.toString().contains("\"version\": \"2.1.0\""), out.toString());
    }

    @Test
    void aCallThatCantBeUnderstoodEndsWithTwo() {
        assertEquals(2, run("chek"));
        assertEquals(2, run("check", FUTIAN, "--lang", "fr"));
        assertEquals(2, run("explain", "R999"));
    }

    @Test
    void aCodeIsExplained() {
        assertEquals(0, run("explain", "R112", "--lang", "en"));
        assertTrue(out.toString().startsWith("R112 A bound without what comes after"), out.toString());
    }

    @Test
    void everyCommandWorksOnTheModelDistrict(@TempDir Path directory) {
        assertEquals(0, run("explain", FUTIAN, "resident-request/replied"));
        assertEquals(0, run("explain", FUTIAN, "work-station"));
        assertEquals(0, run("draw", FUTIAN, "micro-project"));
        assertEquals(0, run("draw", FUTIAN, "micro-project", "--format", "mermaid"));
        assertEquals(0, run("diff", FUTIAN, FUTIAN));
        assertEquals(0, run("format", FUTIAN, "--check"));
        assertEquals(
                0,
                run("handbook", FUTIAN, "--out", directory.resolve("book.html").toString()));
        assertEquals(0, run("simulate", FUTIAN, "grid-event", "--matters", "500", "--format", "csv"));
        assertEquals("", err.toString());
    }

    @Test
    void whatIsNotThereIsTold() {
        assertEquals(2, run("draw", FUTIAN, "no-such-thing", "--lang", "en"));
        assertTrue(err.toString().startsWith("there is no institution `no-such-thing`. Known: "), err.toString());
        assertEquals(1, run("draw", "no-such-directory", "x"));
        assertEquals(2, run("simulate", FUTIAN, "grid-event", "--per-hour", "0"));
    }
}
