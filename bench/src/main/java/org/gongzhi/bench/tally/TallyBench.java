package org.gongzhi.bench.tally;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures reading and counting (计票基准). {@code ./gongzhi bench tally} calls it. */
@Command(name = "tally", mixinStandardHelpOptions = true, description = "How fast ballots are read and counted, warm.")
public final class TallyBench implements Callable<Integer> {
    @Option(names = "--elections", description = "the folder of elections (default: ${DEFAULT-VALUE})")
    private Path elections = Path.of("../shared/data/pb");

    @Option(names = "--only", description = "a part of the benchmarks' names (default: all)")
    private String only = "bench.tally";

    @Option(names = "--seconds", description = "how long each is measured (default: ${DEFAULT-VALUE})")
    private long seconds = 2;

    @Option(names = "--against", description = "our processor time beside that recorded in this file, instead")
    private @Nullable Path against;

    @Override
    public Integer call() throws RunnerException, IOException {
        if (against != null) {
            System.setProperty("elections", elections.toString());
            ProcessorTime times = new ProcessorTime(System.out);
            times.reading(List.of(
                    "Poland_Wroclaw_2020", "France_Toulouse_2022", "Poland_Warszawa_2020_Wawer", "Poland_Krakow_2018"));
            times.drawn();
            times.run(against);
            return 0;
        }
        new Runner(new OptionsBuilder()
                        .include(only)
                        .forks(1)
                        .warmupIterations(2)
                        .measurementIterations(3)
                        .warmupTime(TimeValue.seconds(seconds))
                        .measurementTime(TimeValue.seconds(seconds))
                        .jvmArgsAppend("-Delections=" + elections.toAbsolutePath())
                        .build())
                .run();
        return 0;
    }

    /** This benchmark alone, without the platform's: the same options. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new TallyBench()).execute(arguments));
    }
}
