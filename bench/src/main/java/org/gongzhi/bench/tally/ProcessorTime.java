package org.gongzhi.bench.tally;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongzhi.exact.Fraction;
import org.gongzhi.tally.Election;
import org.gongzhi.tally.PbFile;
import org.gongzhi.tally.Procedure;
import org.gongzhi.tally.Recorded;
import org.gongzhi.tally.Tally;

/**
 * Our processor time, warm, beside the recorded processor seconds of others (处理器时间对照). On a shared machine the clock on
 * the wall says more about the neighbours than about the program.
 */
final class ProcessorTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String ROW = "%-40.40s %-22s %10s %12s %9s%n";

    private final PrintStream out;

    ProcessorTime(PrintStream out) {
        this.out = out;
    }

    /** Every recorded outcome that took the other at least a tenth of a second, or for which it has no time at all. */
    void run(Path recorded) throws IOException {
        List<Recorded> outcomes = switch (Recorded.read(Files.readString(recorded), recorded.toString())) {
            case Recorded.File.Outcomes file -> file.outcomes();
            case Recorded.File.Broken broken ->
                throw new IOException(broken.fault().what().en());
        };
        Map<String, List<Recorded>> byInstance = outcomes.stream()
                .filter(one -> one.seconds().isEmpty() || Double.parseDouble(one.seconds()) >= 0.1)
                .collect(Collectors.groupingBy(Recorded::instance));
        out.printf(ROW, "election", "rule", "ours ms", "theirs ms", "ratio");
        List<String> names = new ArrayList<>(byInstance.keySet());
        names.sort(null);
        double ours = 0;
        double theirs = 0;
        for (String name : names) {
            Election election = Ballotbox.read(Ballotbox.bytes(name.substring(0, name.length() - 3)));
            for (Recorded one : byInstance.getOrDefault(name, List.of())) {
                Procedure procedure = one.procedure().orElseThrow();
                double millis = warm(() -> Tally.count(election, procedure).raises());
                if (one.seconds().isEmpty()) {
                    out.printf(Locale.ROOT, ROW, name, one.rule(), told(millis), "-", "-");
                    continue;
                }
                double other = Double.parseDouble(one.seconds()) * 1000;
                ours += millis;
                theirs += other;
                out.printf(Locale.ROOT, ROW, name, one.rule(), told(millis), told(other), Math.round(other / millis));
            }
        }
        out.printf(Locale.ROOT, ROW, "all", "", told(ours), told(theirs), Math.round(theirs / ours));
    }

    /** The drawn election: 100,000 voters, 200 projects. */
    void drawn() {
        Election election = Ballotbox.large();
        byte[] bytes = PbFile.write(election).getBytes(StandardCharsets.UTF_8);
        double reading = warm(() -> Ballotbox.read(bytes).projects().size());
        out.printf(
                Locale.ROOT,
                ROW,
                "drawn",
                "reading",
                told(reading),
                bytes.length,
                Math.round(bytes.length / reading / 1000));
        for (String rule : List.of("greedy_cost", "mes_cost", "mes_cost_add1_greedy", "phragmen")) {
            Procedure procedure = new Recorded("drawn", rule, List.of(), Fraction.ZERO, false, "")
                    .procedure()
                    .orElseThrow();
            long raises = Tally.count(election, procedure).raises();
            double millis = warm(() -> Tally.count(election, procedure).raises());
            out.printf(Locale.ROOT, ROW, "drawn", rule, told(millis), raises + " raises", "-");
        }
    }

    /** Reading each of these files from memory. */
    void reading(List<String> names) {
        out.printf(ROW, "file", "", "ms", "bytes", "MB/s");
        for (String name : names) {
            byte[] bytes = Ballotbox.bytes(name);
            double millis = warm(() -> Ballotbox.read(bytes).projects().size());
            out.printf(
                    Locale.ROOT,
                    ROW,
                    name,
                    "reading",
                    told(millis),
                    bytes.length,
                    Math.round(bytes.length / millis / 1000));
        }
    }

    private static String told(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.3f" : "%.1f", millis);
    }

    /** The median of processor time over nine runs after a second of warming. */
    private static double warm(java.util.function.LongSupplier work) {
        long sum = 0;
        long begin = THREADS.getCurrentThreadCpuTime();
        int rounds = 0;
        while (rounds < 5 || (rounds < 400 && THREADS.getCurrentThreadCpuTime() - begin < 600_000_000L)) {
            sum += work.getAsLong();
            rounds++;
        }
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            sum += work.getAsLong();
            times.add(THREADS.getCurrentThreadCpuTime() - start);
        }
        times.sort(null);
        return sum == Long.MIN_VALUE ? 0 : times.get(4) / 1e6;
    }
}
