package org.gongzhi.bench;

import org.gongzhi.bench.tally.TallyBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks (基准测试). {@code ./gongzhi bench NAME} calls it. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {Intake.class, TallyBench.class})
public final class Bench {
    private Bench() {}

    /** Runs one benchmark: 0 done, 1 something stood in the way, 2 the call was not understood. */
    public static void main(String... arguments) {
        CommandLine line = new CommandLine(new Bench());
        line.setExecutionExceptionHandler((cause, command, parsed) -> {
            System.err.println(cause.getMessage());
            return 1;
        });
        System.exit(line.execute(arguments));
    }
}
