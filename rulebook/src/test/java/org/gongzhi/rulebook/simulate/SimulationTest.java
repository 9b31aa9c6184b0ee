package org.gongzhi.rulebook.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTest {
    private static final String QUEUE = """
            institution: queue
            title: {zh: 排队, en: Queue}
            from: 2026-01-01
            level: community
            opens: {by: [anyone], through: [web]}
            roles: {clerk: {title: {zh: 经办人, en: Clerk}, body: work-station}}
            begins: waiting
            steps:
              waiting:
                title: {zh: 等候, en: Waiting}
                who: clerk
                within: 1 working day
                overdue: [{after: 0 hours, tell: work-station.head}]
                actions: {serve: {title: {zh: 办理, en: Serve}, to: served}}
              served: {title: {zh: 办结, en: Served}, final: done}
            """;

    @TempDir
    private Path directory = Path.of("");

    private Rulebook book() throws IOException {
        Files.createDirectories(directory.resolve("institutions"));
        Files.copy(Path.of("approved", "check", "base", "bodies.yaml"), directory.resolve("bodies.yaml"));
        Files.writeString(directory.resolve("institutions/queue.yaml"), QUEUE);
        return Rulebook.read(directory).findRulebook().orElseThrow();
    }

    private static Report run(Rulebook book, long seed, double perHour, int staff, double minutes, boolean steady) {
        Institution queue = book.findInstitution("queue").orElseThrow();
        Scenario scenario = new Scenario(
                seed, 20_000, perHour, List.of(), Map.of("clerk", staff), Map.of("waiting", minutes), steady, Map.of());
        return Simulation.run(queue, book, scenario);
    }

    /** Twelve independent runs: their mean lies within three and a half standard errors of the closed form. */
    private void agrees(double expected, double perHour, int staff, double minutes, boolean steady) throws IOException {
        Rulebook book = book();
        double[] waits = new double[12];
        for (int i = 0; i < waits.length; i++) {
            waits[i] = run(book, 100 + i, perHour, staff, minutes, steady)
                    .steps()
                    .getFirst()
                    .meanWait();
        }
        double mean = Arrays.stream(waits).average().orElseThrow();
        double variance =
                Arrays.stream(waits).map(wait -> (wait - mean) * (wait - mean)).sum() / (waits.length - 1);
        double error = Math.sqrt(variance / waits.length);
        assertEquals(expected, mean, 3.5 * error, () -> "standard error " + error);
        assertTrue(error < expected * 0.08, () -> "standard error " + error);
    }

    /** Erlang C: the mean wait of M/M/c. */
    private static double erlangC(double arrivals, double mean, int servers) {
        double load = arrivals * mean;
        double term = 1;
        double sum = 1;
        for (int k = 1; k < servers; k++) {
            term *= load / k;
            sum += term;
        }
        double last = term * load / servers * servers / (servers - load);
        return last / (sum + last) * mean / (servers - load);
    }

    @ParameterizedTest(name = "{0} an hour, {1} at the desk, {2} minutes each")
    @CsvSource({"4, 1, 10", "5, 1, 10", "10, 2, 10", "16, 3, 10", "25, 5, 10"})
    void waitingAgreesWithErlangC(double perHour, int staff, double minutes) throws IOException {
        agrees(erlangC(perHour / 60, minutes, staff), perHour, staff, minutes, false);
    }

    @ParameterizedTest(name = "{0} an hour, {1} minutes each, always the same")
    @CsvSource({"3, 10", "4.8, 10"})
    void steadyActsWaitHalfAsLong(double perHour, double minutes) throws IOException {
        double load = perHour / 60 * minutes;
        agrees(load * minutes / (2 * (1 - load)), perHour, 1, minutes, true);
    }

    @Test
    void theLoadIsTheShareOfTimeThatIsWorked() throws IOException {
        Report report = run(book(), 1, 10, 2, 10, false);
        assertEquals(10.0 / 60 * 10 / 2, report.roles().getFirst().load(), 0.01);
    }

    @Test
    void theSameSeedGivesTheSameRun() throws IOException {
        Rulebook futian = Rulebook.read(Path.of("..", "rulebooks", "futian"))
                .findRulebook()
                .orElseThrow();
        Institution request = futian.findInstitution("resident-request").orElseThrow();
        Scenario scenario = new Scenario(
                3,
                5_000,
                6,
                List.of(),
                Map.of("clerk", 1, "handler", 3),
                Map.of(),
                false,
                Map.of("replied.satisfied", 9.0));
        Report report = Simulation.run(request, futian, scenario);
        assertEquals(report, Simulation.run(request, futian, scenario));
        assertEquals(5_000, report.finished());
        assertTrue(report.steps().stream().allMatch(step -> step.meanWait() >= 0));
    }
}
