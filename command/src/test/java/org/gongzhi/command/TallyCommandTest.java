package org.gongzhi.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyCommandTest {
    private static final String ELECTION = """
            META
            key;value
            description;微实事 <2026>
            budget;100
            vote_type;approval
            PROJECTS
            project_id;cost;name;category
            10;60;路灯;safety
            2;40;<b>garden</b>;green
            A;40;长椅;green,safety
            VOTES
            voter_id;vote
            u1;10,2
            u2;10
            u3;2,A
            u4;A
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    private String file = "";

    @BeforeEach
    void write() throws IOException {
        Path path = directory.resolve("x.pb");
        Files.writeString(path, ELECTION);
        file = path.toString();
    }

    private int run(String... arguments) {
        return Gongzhi.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void theJsonHasWhatProgramsAskFor() {
        assertEquals(0, run("tally", file, "--rule", "greedy", "--json", "--brief"), err::toString);
        for (String member : new String[] {
            "\"rule\": \"greedy\"",
            "\"selected\": [\"10\", \"2\"]",
            "\"total_cost\": \"100\"",
            "\"exhaustive\": true",
            "\"ties\": [",
            "\"tie_mattered\": {"
        }) {
            assertTrue(out.toString().contains(member), () -> member + " is not in " + out);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"equal-shares", "greedy", "greedy-no-skip", "phragmen", "maximin"})
    void everyRuleIsExplainedAsTextJsonAndPage(String rule) throws IOException {
        Path page = directory.resolve(rule + ".html");
        assertEquals(
                0,
                run("tally", file, "--rule", rule, "--text", "--lang", "zh", "--html", page.toString()),
                err::toString);
        assertTrue(out.toString().contains("微实事 <2026>"), out.toString());
        String html = Files.readString(page);
        assertTrue(html.contains("微实事 &lt;2026&gt;") && html.contains("&lt;b&gt;garden"), html);
        assertFalse(html.contains("<b>") || html.contains("<script") || html.contains("http"), html);
        assertTrue(html.contains("<svg") && html.contains("入选项目"), html);
    }

    @Test
    void aPackageIsVerifiedAndRefutedWhenABallotChanges() throws IOException {
        Path packed = directory.resolve("p.json");
        assertEquals(0, run("tally", file, "--package", packed.toString()), err::toString);
        assertFalse(Files.readString(packed).contains("u1"));
        assertEquals(0, run("tally", "verify", packed.toString(), "--lang", "en"), out::toString);
        assertTrue(out.toString().startsWith("confirmed, digest "), out.toString());
        String digest = out.toString().strip().substring("confirmed, digest ".length());
        assertEquals(0, run("tally", "verify", packed.toString(), "--digest", digest));
        assertEquals(1, run("tally", "verify", packed.toString(), "--digest", "0" + digest));
        Files.writeString(
                packed, Files.readString(packed).replaceFirst("\"names\": \\[\"10\"\\]", "\"names\": [\"A\"]"));
        assertEquals(1, run("tally", "verify", packed.toString(), "--lang", "en"));
        assertTrue(out.toString().contains("the digest of “ballots” differs"), out.toString());
        assertTrue(out.toString().strip().endsWith("refuted"), out.toString());
    }

    @Test
    void aBrokenFileEndsWithTwoAndItsPlace() throws IOException {
        Files.writeString(Path.of(file), ELECTION.replace("u4;A", "u4;Z"));
        assertEquals(2, run("tally", file, "--lang", "en"));
        assertTrue(err.toString().contains("x.pb:16:4  T109  the ballot names “Z”"), err.toString());
        assertEquals(2, run("tally", "check", file, "--lang", "en"));
    }

    @Test
    void wordsThatStandForNothingEndWithTwo() {
        assertEquals(2, run("tally", file, "--rule", "fair", "--lang", "en"));
        assertTrue(err.toString().contains("--rule: “fair” is not one of: equal-shares"), err.toString());
        assertEquals(2, run("tally", file, "--completion", "greedy,add1"));
        assertEquals(2, run("tally", file, "--satisfaction", "borda"));
        assertEquals(2, run("tally"));
        assertEquals(
                2,
                run(
                        "tally",
                        file,
                        "--html",
                        directory.resolve("no/such/folder/x.html").toString()));
    }

    @Test
    void aFolderIsCountedWithATable() throws IOException {
        Files.writeString(directory.resolve("y.pb"), ELECTION);
        assertEquals(0, run("tally", directory.toString()), err::toString);
        assertEquals(3, out.toString().lines().count());
    }

    @Test
    void whatIsOddIsListed() {
        assertEquals(1, run("tally", "check", file, "--lang", "en"));
        assertTrue(out.toString().contains("META has no country"), out.toString());
    }

    @Test
    void recordedOutcomesAreHeldAgainstOurs() throws IOException {
        Path recorded = directory.resolve("r.json");
        Files.writeString(recorded, """
                {"instances": {"x.pb": {"rules": {
                  "greedy_cost": {"status": "ok", "selected": ["10", "2"], "total_cost": "100", "exhaustive": true},
                  "mes_cost": {"status": "timeout"}}}}}
                """);
        assertEquals(0, run("tally", file, "--against", recorded.toString()), out::toString);
        assertTrue(out.toString().contains("1 outcomes: 1 agree, 0 differ"), out.toString());
        Files.writeString(recorded, Files.readString(recorded).replace("\"10\", \"2\"", "\"2\", \"10\""));
        assertEquals(1, run("tally", file, "--against", recorded.toString()), out::toString);
        assertEquals(2, run("tally", file, "--against", file));
    }

    @Test
    void theThresholdOfMetaCountsWhereNoneIsGivenAndIsSaid() throws IOException {
        assertEquals(2, run("tally", file, "--rule", "greedy-threshold", "--lang", "en"));
        assertTrue(err.toString().contains("T303  no --threshold is given"), err.toString());
        Files.writeString(
                Path.of(file),
                ELECTION.replace("u4;A", "u4;10").replace("PROJECTS", "min_project_score_threshold;2\nPROJECTS"));
        String[] asked = {"tally", file, "--rule", "greedy-threshold", "--json", "--brief", "--lang", "en"};
        assertEquals(0, run(asked), err::toString);
        assertTrue(err.toString().contains("META's min_project_score_threshold: 2 votes"), err.toString());
        assertTrue(out.toString().contains("\"least_votes\": \"2\""), out.toString());
        assertTrue(out.toString().contains("\"selected\": [\"10\", \"2\"]"), out.toString());
        out.getBuffer().setLength(0);
        assertEquals(0, run("tally", file, "--rule", "greedy-threshold", "--threshold", "3", "--json", "--brief"));
        assertTrue(out.toString().contains("\"selected\": [\"10\"]"), out.toString());
        assertEquals(0, run("tally", directory.toString(), "--rule", "greedy-threshold"), err::toString);
    }
}
