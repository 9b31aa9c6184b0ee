package org.gongzhi.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Language;
import org.gongzhi.tally.DuplicateVoters;
import org.gongzhi.tally.Election;
import org.gongzhi.tally.Outcome;
import org.gongzhi.tally.PbFile;
import org.gongzhi.tally.Procedure;
import org.gongzhi.tally.Reading;
import org.gongzhi.tally.Recorded;
import org.gongzhi.tally.Tally;

/** Holds our outcomes against recorded ones, with both times (对照). */
final class TallyAgainst {
    private static final String ROW = "%-44.44s  %-22s  %-8s %10s %10s %8s%n";

    private final PrintWriter out;
    private final PrintWriter err;
    private final Language language;
    private int compared;
    private int differing;
    private int elections;
    private double ours;
    private double theirs;

    TallyAgainst(PrintWriter out, PrintWriter err, Language language) {
        this.out = out;
        this.err = err;
        this.language = language;
    }

    int run(List<Path> files, Path against, DuplicateVoters duplicates) throws IOException {
        List<Recorded> recorded;
        switch (Recorded.read(Files.readString(against), against.toString())) {
            case Recorded.File.Outcomes file -> recorded = file.outcomes();
            case Recorded.File.Broken broken -> {
                err.println(broken.fault().in(language));
                return TallyCommand.BROKEN;
            }
        }
        Map<String, List<Recorded>> byInstance = recorded.stream().collect(Collectors.groupingBy(Recorded::instance));
        out.printf(ROW, "election", "rule", "outcome", "ours s", "theirs s", "ratio");
        boolean broken = false;
        for (Path file : files) {
            List<Recorded> known = byInstance.getOrDefault(TallyFiles.name(file), List.of());
            switch (PbFile.read(file, duplicates)) {
                case Reading.Read read -> {
                    elections++;
                    known.forEach(one -> compare(read.election(), one));
                }
                case Reading.Unreadable unreadable -> {
                    broken = true;
                    for (Fault fault : unreadable.faults()) {
                        err.println(fault.in(language));
                    }
                }
            }
        }
        out.printf(
                Locale.ROOT,
                "%d elections, %d outcomes: %d agree, %d differ; where both have a time, ours %.3f s, theirs %.1f s%n",
                elections,
                compared,
                compared - differing,
                differing,
                ours,
                theirs);
        out.flush();
        return broken ? TallyCommand.BROKEN : differing > 0 ? TallyCommand.DIFFERS : TallyCommand.DONE;
    }

    private void compare(Election election, Recorded known) {
        Optional<Procedure> procedure = known.procedure();
        if (procedure.isEmpty()) {
            err.println("unknown rule " + known.rule());
            return;
        }
        compared++;
        long begin = System.nanoTime();
        Outcome outcome = Tally.count(election, procedure.get());
        double seconds = (System.nanoTime() - begin) / 1e9;
        boolean agrees = known.agrees(outcome);
        if (!agrees) {
            differing++;
        }
        boolean timed = !known.seconds().isEmpty();
        double reference = timed ? new BigDecimal(known.seconds()).doubleValue() : 0;
        if (timed) {
            ours += seconds;
            theirs += reference;
        }
        out.printf(
                Locale.ROOT,
                ROW,
                known.instance(),
                known.rule(),
                agrees ? "same" : "DIFFERS",
                String.format(Locale.ROOT, "%.4f", seconds),
                timed ? String.format(Locale.ROOT, "%.4f", reference) : "-",
                timed ? String.format(Locale.ROOT, "%.0f", reference / seconds) : "-");
    }
}
