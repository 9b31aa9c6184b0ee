package org.gongzhi.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every case that the format's page lists is decided here, one by one. */
class PbFileTest {
    private static final String HEAD = "META\nkey;value\nbudget;100\nvote_type;approval\n";
    private static final String GOOD = HEAD
            + "PROJECTS\nproject_id;cost;name\n1;60;one\n07;30;seven\n7;20;other\nVOTES\nvoter_id;vote\na;1,07\nb;7\n";

    private static Reading read(byte[] bytes) {
        return PbFile.read(new ByteArrayInputStream(bytes), "x.pb", DuplicateVoters.REFUSE);
    }

    private static Reading read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Election election(String text) {
        return assertInstanceOf(Reading.Read.class, read(text), () -> String.join("\n", faults(text)))
                .election();
    }

    private static List<String> faults(String text) {
        return faults(read(text));
    }

    private static List<String> faults(Reading reading) {
        return switch (reading) {
            case Reading.Read read -> List.of("read");
            case Reading.Unreadable broken ->
                broken.faults().stream()
                        .map(fault -> fault.place() + " " + fault.code() + " "
                                + fault.what().in(Language.EN))
                        .toList();
        };
    }

    private static List<String> oddities(String text) {
        return assertInstanceOf(Reading.Read.class, read(text)).oddities().stream()
                .map(fault -> fault.place() + " " + fault.code())
                .toList();
    }

    @Test
    void idsAreTextAndLeadingZerosCount() {
        Election election = election(GOOD);
        assertEquals(
                List.of("1", "07", "7"),
                election.projects().stream().map(Project::id).toList());
        assertEquals(List.of(1L, 1L, 1L), election.votes());
    }

    @ParameterizedTest(name = "line ends {0}")
    @CsvSource({"CRLF", "CR", "MIXED", "BOM", "NO_LAST_END", "BLANK_LINES", "GZIP"})
    void lineEndsMarksAndPackingChangeNothing(String kind) throws IOException {
        byte[] bytes = switch (kind) {
            case "CRLF" -> GOOD.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            case "CR" -> GOOD.replace("\n", "\r").getBytes(StandardCharsets.UTF_8);
            case "MIXED" -> GOOD.replace("0\n", "0\r\n").getBytes(StandardCharsets.UTF_8);
            case "BOM" -> ("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8);
            case "NO_LAST_END" -> GOOD.strip().getBytes(StandardCharsets.UTF_8);
            case "BLANK_LINES" -> GOOD.replace("\n", "\n\n ; \n").getBytes(StandardCharsets.UTF_8);
            default -> gzip(GOOD);
        };
        Election election = assertInstanceOf(Reading.Read.class, read(bytes)).election();
        assertEquals(PbFile.write(election(GOOD)), PbFile.write(election));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void titlesMayBeInAnyCaseAndHeadersInAnyOrder() {
        Election election = election(
                "meta;;\nkey;value\nvote_type;approval\nbudget;10\nProjects;\nname;cost;project_id\nx;5;p\nvotes\nvote;voter_id\np;1\n");
        assertEquals("p", election.projects().getFirst().id());
        assertEquals(List.of(1L), election.votes());
    }

    @Test
    void cellsAreTrimmedAndNoneMeansAbsent() {
        Election election = election(
                "META\nkey;value\nbudget; 10 \nvote_type; approval\nPROJECTS\nproject_id;cost;name;category;target\n p ; 5 ;None;a, b,NONE;x\nVOTES\nvoter_id;vote\n 1 ; p \n");
        assertEquals(
                Map.of("category", "a, b,NONE", "beneficiaries", "x"),
                election.projects().getFirst().cells());
        assertEquals("p", election.projects().getFirst().name());
        assertEquals(List.of(1L), election.votes());
    }

    @Test
    void quotesHoldSemicolonsAndDoubledQuotes() {
        String text = HEAD
                + "PROJECTS\nproject_id;cost;name\n\"a;b\";60;\"\"\"Konikowo\"\" - plac; a \"\nc\"d;1;plain \"quoted\" words\nVOTES\nvoter_id;vote\n1;\"a;b,c\"\"d\"\n2;\"a;b\"\n";
        Election election = election(text);
        assertEquals("\"Konikowo\" - plac; a", election.projects().getFirst().name());
        assertEquals("plain \"quoted\" words", election.projects().get(1).name());
        assertEquals(List.of(2L, 1L), election.votes());
        assertEquals(PbFile.write(election), PbFile.write(election(PbFile.write(election))));
    }

    @ParameterizedTest(name = "“{0}” is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "12 | 12",
                "12.50 | 25/2",
                "12,5 | 25/2",
                ".5 | 1/2",
                "5. | 5",
                "1e3 | 1000",
                "0033.10 | 331/10",
                "0 | 0"
            })
    void amountsAreExactDecimals(String text, String exact) {
        Election election = election(GOOD.replace("budget;100", "budget;" + text));
        assertEquals(Fraction.read(exact).orElseThrow(), election.budget());
    }

    @ParameterizedTest(name = "“{0}” is no amount")
    @CsvSource({"-1", "1.000.000", "1 000", "NaN", "inf", "0x10", "１２", "1e999", "''"})
    void whatIsNoAmountIsAFaultInBudgetAndCost(String text) {
        assertTrue(
                faults(GOOD.replace("budget;100", "budget;" + text)).getFirst().startsWith("x.pb:"));
        assertEquals(1, faults(GOOD.replace("1;60;", "1;" + text + ";")).size());
        assertTrue(
                faults(GOOD.replace("1;60;", "1;" + text + ";")).getFirst().startsWith("x.pb:7:3 T107"),
                () -> faults(GOOD.replace("1;60;", "1;" + text + ";")).toString());
    }

    @Test
    void anEmptyVoteIsABallotAndCountsAsAVoter() {
        Election election = election(GOOD + "c;\nd\n");
        assertEquals(4, election.ballots().size());
        assertEquals(0, election.ballots().length(2));
        assertEquals(0, election.ballots().length(3));
    }

    @Test
    void aProjectNamedTwiceOnABallotCountsOnce() {
        String text = GOOD + "c;1,7,1\n";
        assertEquals(List.of(2L, 1L, 2L), election(text).votes());
        assertEquals(List.of("x.pb:14:7 T206"), oddities(text));
    }

    @Test
    void pointsOfAProjectNamedTwiceAreTheLastOnes() {
        Election election = election(cumulative("a;1,7,1;3,2,5\n"));
        assertEquals(2, election.ballots().length(0));
        assertEquals(5, election.ballots().points(0, 0));
    }

    private static String cumulative(String votes) {
        return GOOD.substring(0, GOOD.indexOf("VOTES")).replace("approval", "cumulative")
                + "VOTES\nvoter_id;vote;points\n" + votes;
    }

    @Test
    void pointsMayHaveDecimalsAndStayExact() {
        Election election = election(cumulative("a;1,7;3,2\nb;1;0.25\nc;07;1.5\n"));
        assertEquals(2, election.ballots().pointScale());
        assertEquals(300, election.ballots().points(0, 0));
        assertEquals(25, election.ballots().points(1, 0));
        assertEquals(150, election.ballots().points(2, 0));
        assertEquals(PbFile.write(election), PbFile.write(election(PbFile.write(election))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a;1,7;3           | x.pb:12:7 T110 the ballot names 2 projects and gives points 1 times",
                "a;1;x             | x.pb:12:5 T110 “x” is not a number of points",
                "a;1;99999999999999999999 | x.pb:12:5 T114 the points “99999999999999999999” are too large or have too many decimals",
                "a;1;0.1234567     | x.pb:12:5 T114 the points “0.1234567” are too large or have too many decimals"
            })
    void pointsThatCannotBeCountedAreFaults(String row, String told) {
        assertEquals(List.of(told), faults(cumulative(row.strip() + "\n")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "c;9           | x.pb:14:3 T109 the ballot names “9”, which is not among the projects",
                "c;1,9,8       | x.pb:14:5 T109 the ballot names “9”, which is not among the projects",
                "c;1,,7        | x.pb:14:5 T109 the ballot names an empty project_id",
                "a;1           | x.pb:14:1 T111 the voter_id “a” has voted already",
                ";1            | x.pb:14:1 T111 the ballot has no voter_id",
                "c;1;7         | x.pb:14:5 T112 this row has more cells than the header: “7”",
                "c;\"1,7       | x.pb:14:3 T113 the quote opened here is not closed on this line"
            })
    void aBallotThatWouldChangeACountIsAFault(String row, String told) {
        assertEquals(told, faults(GOOD + row.strip() + "\n").getFirst());
    }

    @Test
    void duplicateVotersAreCountedOnRequest() {
        Reading reading = PbFile.read(
                new ByteArrayInputStream((GOOD + "a;7\n").getBytes(StandardCharsets.UTF_8)),
                "x.pb",
                DuplicateVoters.KEEP);
        assertEquals(
                3,
                assertInstanceOf(Reading.Read.class, reading)
                        .election()
                        .ballots()
                        .size());
    }

    @ParameterizedTest(name = "without “{0}”")
    @CsvSource(
            delimiter = '|',
            value = {
                "budget;100           | x.pb T106 the section META has no budget",
                "vote_type;approval   | x.pb T106 the section META has no vote_type",
                "META                 | x.pb:1:1 T104 here the title META is due, not “key”",
                "PROJECTS             | x.pb:9:1 T104 here the title PROJECTS is due, not “VOTES”",
                "VOTES                | x.pb:12 T104 the file ends before its section VOTES",
                "project_id;cost;name | x.pb:6 T105 the header has no column “project_id”"
            })
    void whatIsMissingIsNamed(String line, String told) {
        List<String> faults = faults(GOOD.replaceFirst(line.strip() + "\n", ""));
        assertTrue(faults.contains(told), faults.toString());
    }

    @Test
    void aDuplicateProjectIsAFaultAndAllFaultsAreTold() {
        List<String> faults = faults(GOOD.replace("7;20;other", "1;20;other\n;3;x") + "c;9\n");
        assertEquals(
                List.of(
                        "x.pb:9:1 T108 the project_id “1” is already taken",
                        "x.pb:10:1 T108 the project has no project_id",
                        "x.pb:14:3 T109 the ballot names “7”, which is not among the projects",
                        "x.pb:15:3 T109 the ballot names “9”, which is not among the projects"),
                faults);
    }

    @Test
    void anUnknownVoteTypeIsAFaultAndItsCaseMatters() {
        assertTrue(
                faults(GOOD.replace("approval", "Approval")).getFirst().contains("there is no vote_type “Approval”"));
    }

    @Test
    void aByteThatIsNotUtf8IsShownWithItsPlace() {
        byte[] bytes = GOOD.getBytes(StandardCharsets.ISO_8859_1);
        bytes[GOOD.indexOf("seven")] = (byte) 0xE9;
        assertEquals(List.of("x.pb:8:7 T102 the byte 0xE9 here is not UTF-8"), faults(read(bytes)));
    }

    @Test
    void columnsAreCountedInCodePoints() {
        String text = GOOD.replace("voter_id;vote", "voter_id;note;vote")
                .replace("a;1,07", "a;绿😀;1,07")
                .replace("b;7", "b;😀;9");
        assertEquals(List.of("x.pb:13:5 T109 the ballot names “9”, which is not among the projects"), faults(text));
    }

    /** A line of 2 GB that never ends: it is refused as soon as it is longer than any ballot, in bounded memory. */
    @Test
    void aLineOfTwoGigabytesIsRefusedInBoundedMemory() {
        InputStream endless = new InputStream() {
            private long sent;

            @Override
            public int read() {
                return sent++ < 2_000_000_000L ? 'x' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                java.util.Arrays.fill(bytes, from, from + length, (byte) 'x');
                sent += length;
                assertTrue(sent < 100_000_000L, "read on after the line was too long");
                return length;
            }
        };
        Reading reading = PbFile.read(endless, "x.pb", DuplicateVoters.REFUSE);
        assertEquals(List.of("x.pb:1 T103 this line is longer than 16777216 bytes"), faults(reading));
    }

    @Test
    void aFileThatIsNotThereOrIsCutIsAFault() throws IOException {
        assertTrue(faults(PbFile.read(java.nio.file.Path.of("no such file.pb")))
                .getFirst()
                .startsWith("no such file.pb T101"));
        byte[] packed = gzip(GOOD);
        assertTrue(faults(read(java.util.Arrays.copyOf(packed, packed.length / 2)))
                .getFirst()
                .contains("T10"));
        for (int length = 0; length < GOOD.length(); length++) {
            Reading reading = read(GOOD.substring(0, length));
            assertTrue(reading instanceof Reading.Read || !faults(reading).isEmpty(), "cut at " + length);
        }
    }

    @Test
    void theCheckListsWhatIsOddAndChangesNothing() {
        String text = """
                META
                key;value
                description;=cmd|' /C calc'!A0
                num_votes;5
                budget;100
                vote_type;approval
                max_length;1
                PROJECTS
                project_id;cost;votes
                1;999999999;3
                2;40;1
                3;0;0
                VOTES
                voter_id;vote
                a;1,2
                b;
                """;
        List<String> odd = Checkup.of(election(text)).stream()
                .map(fault -> fault.place() + " " + fault.what().in(Language.EN))
                .toList();
        for (String told : List.of(
                "x.pb META says num_votes is 5, and there are 2",
                "x.pb META description begins with “=”; a spreadsheet would run it as a formula",
                "x.pb project “1” costs 999999999: withdrawn",
                "x.pb project “3” costs 0",
                "x.pb project “1” says votes 3, counted it is 1",
                "x.pb:15 number of projects 2 is above the limit 1",
                "x.pb:16 an empty ballot; it counts as a voter")) {
            assertTrue(odd.contains(told), () -> told + " is not in " + String.join("\n", odd));
        }
    }

    @Test
    void everyRealFileIsWrittenStablyAndReadAlike() throws IOException {
        for (java.nio.file.Path file : Shared.files()) {
            Election election = assertInstanceOf(Reading.Read.class, PbFile.read(file), file.toString())
                    .election();
            String once = PbFile.write(election);
            Election again = election(once);
            assertEquals(once, PbFile.write(again), file.toString());
            Procedure greedy = Procedure.of(new Rule.Greedy(Measure.COST));
            assertEquals(Tally.count(election, greedy), Tally.count(again, greedy), file.toString());
        }
    }

    @Test
    void faultsAreSentencesInBothLanguages() {
        Reading.Unreadable broken = assertInstanceOf(Reading.Unreadable.class, read(GOOD + "c;9\n"));
        Fault fault = broken.faults().getFirst();
        assertEquals("选票中的项目“9”不在 PROJECTS 一节", fault.what().in(Language.ZH));
        assertTrue(fault.in(Language.EN).contains("c;9"));
    }

    /** A full disk ends the writing at its first block: the rest was never made. */
    @Test
    void aWrittenFileIsStreamed() {
        Election election = election(GOOD);
        Ballots.Box many = new Ballots.Box(false);
        for (int voter = 0; voter < 100_000; voter++) {
            many.name(0, 0);
            many.close(voter);
        }
        Election large = election.with(election.projects(), many.ballots());
        long[] taken = {0};
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                taken[0] += length;
                throw new IOException("the disk is full");
            }
        };
        assertThrows(IOException.class, () -> PbFile.write(large, full));
        assertTrue(taken[0] > 0 && taken[0] < 1 << 17, () -> taken[0] + " bytes at once");
    }
}
