package org.gongzhi.bench.tally;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gongzhi.exact.Fraction;
import org.gongzhi.tally.Completion;
import org.gongzhi.tally.Election;
import org.gongzhi.tally.Measure;
import org.gongzhi.tally.Outcome;
import org.gongzhi.tally.Procedure;
import org.gongzhi.tally.Rule;
import org.gongzhi.tally.Tally;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Counting one election, ballots merged anew each time (计票). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Counting {
    @Param({
        "drawn",
        "Poland_Wroclaw_2020",
        "Poland_Wieliczka_2023_Green_Budget",
        "Poland_Krakow_2023_Podgorze_Duchackie",
        "France_Toulouse_2022",
        "Poland_Warszawa_2020_Wawer",
        "Poland_Krakow_2018"
    })
    String election = "";

    @Param({"greedy", "equal-shares", "add1", "phragmen"})
    String rule = "";

    private Election ballots = Ballotbox.large();
    private Procedure procedure = Procedure.of(new Rule.Phragmen());

    /** Reads the election. */
    @Setup
    public void read() {
        ballots = election.equals("drawn") ? Ballotbox.large() : Ballotbox.read(Ballotbox.bytes(election));
        procedure = Procedure.of(
                switch (rule) {
                    case "greedy" -> new Rule.Greedy(Measure.COST);
                    case "equal-shares" -> new Rule.EqualShares(Measure.COST, List.of());
                    case "add1" ->
                        new Rule.EqualShares(
                                Measure.COST,
                                List.of(
                                        new Completion.Add1(Fraction.ONE, Completion.Until.EXHAUSTIVE),
                                        new Completion.Greedy()));
                    default -> new Rule.Phragmen();
                });
        if (procedure.misfit(ballots).isPresent()) {
            procedure = Procedure.of(new Rule.Greedy(Measure.CARDINALITY));
        }
    }

    /** Counts. */
    @Benchmark
    public Outcome count() {
        return Tally.count(ballots, procedure);
    }
}
