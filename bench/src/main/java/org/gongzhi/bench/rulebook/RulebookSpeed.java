package org.gongzhi.bench.rulebook;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gongzhi.rulebook.Course;
import org.gongzhi.rulebook.Deed;
import org.gongzhi.rulebook.Judgement;
import org.gongzhi.rulebook.Opening;
import org.gongzhi.rulebook.Outcome;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.State;
import org.gongzhi.rulebook.simulate.Report;
import org.gongzhi.rulebook.simulate.Scenario;
import org.gongzhi.rulebook.simulate.Simulation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** How fast the model district's rulebook is read and checked, a rule applied, a step made, a year simulated (速度). */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RulebookSpeed {
    private static final Path FUTIAN = Path.of(System.getProperty("rulebook", "rulebooks/futian"));
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 9, 0);

    private Rulebook book = sound();
    private Course course = book.course("resident-request");
    private State received = opened(course);
    private Deed dispatch = new Deed(
            "dispatch", Set.of("clerk"), MONDAY.plusMinutes(1), Map.of("handler", "work-station", "summary", "x"));

    private static Rulebook sound() {
        return Rulebook.read(FUTIAN).findRulebook().orElseThrow();
    }

    private static State opened(Course course) {
        Opening opening =
                new Opening("anyone", "web", MONDAY, Map.of("category", "roads", "description", "x", "place", "y"));
        if (course.open(opening) instanceof Outcome.Done done) {
            return done.now();
        }
        throw new IllegalStateException("the opening was refused");
    }

    /** Begins anew for each trial. */
    @Setup
    public void begin() {
        book = sound();
        course = book.course("resident-request");
        received = opened(course);
    }

    /** Reads and checks the whole directory. */
    @Benchmark
    public Rulebook.Reading readAndCheck() {
        return Rulebook.read(FUTIAN);
    }

    /** One finding. */
    @Benchmark
    public Judgement finding() {
        return book.apply(
                "representatives-meeting-quorum", LocalDate.of(2026, 3, 2), Map.of("members", "24", "present", "16"));
    }

    /** One step of an institution, with its findings. */
    @Benchmark
    public Outcome step() {
        return course.act(received, dispatch);
    }

    /** Ten thousand matters; the report says how many events that were. */
    @Benchmark
    public Report simulate() {
        Scenario scenario =
                new Scenario(1, 10_000, 6, List.of(), Map.of("clerk", 1, "handler", 4), Map.of(), false, Map.of());
        return Simulation.run(course.institution(), book, scenario);
    }
}
