package org.gongzhi.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongzhi.exact.Text;
import org.gongzhi.tally.Election;
import org.gongzhi.tally.ElectionPackage;
import org.gongzhi.tally.Explanation;
import org.gongzhi.tally.Outcome;
import org.gongzhi.tally.Procedure;
import org.gongzhi.tally.Tally;
import org.gongzhi.tally.TieCheck;
import org.gongzhi.tally.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts the ballots of .pb files (计票命令). Ends with 0 if all was counted, 1 if outcomes differ, 2 if a file is broken. */
@Command(
        name = "tally",
        mixinStandardHelpOptions = true,
        subcommands = {TallyCheckCommand.class, TallyVerifyCommand.class},
        description = "Counts the ballots of .pb files; a directory stands for all of them in it.")
final class TallyCommand implements Callable<Integer> {
    static final int DONE = 0;
    static final int DIFFERS = 1;
    static final int BROKEN = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "a .pb file, plain or gzip, or a directory of them", arity = "0..*")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private TallyOptions options = new TallyOptions();

    @Option(names = "--json", description = "write the outcome and its explanation as JSON")
    private boolean json;

    @Option(names = "--brief", description = "with --json: the outcome without its explanation")
    private boolean brief;

    @Option(names = "--text", description = "write the outcome and its explanation as text (the default)")
    private boolean text;

    @Option(names = "--html", paramLabel = "OUT", description = "write the explained outcome as a page into this file")
    private @Nullable Path html;

    @Option(names = "--package", paramLabel = "OUT", description = "write an election package into this file")
    private @Nullable Path packed;

    @Option(
            names = "--against",
            paramLabel = "JSON",
            description = "hold every rule against the outcomes recorded in this file")
    private @Nullable Path against;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (files.isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "name a .pb file, or a directory of them");
        }
        int exit;
        try {
            exit = count(TallyFiles.expand(files), out, err);
        } catch (IOException e) {
            err.println(Text.of("文件无法读写：%s", "a file cannot be read or written: %s", String.valueOf(e.getMessage()))
                    .in(options.language()));
            exit = BROKEN;
        }
        out.flush();
        err.flush();
        return exit;
    }

    private int count(List<Path> all, PrintWriter out, PrintWriter err) throws IOException {
        if (against != null) {
            return new TallyAgainst(out, err, options.language()).run(all, against, options.duplicates());
        }
        Procedure procedure = options.procedure(spec.commandLine());
        return all.size() == 1 ? one(all.getFirst(), procedure, out, err) : several(all, procedure, out, err);
    }

    private int one(Path file, Procedure asked, PrintWriter out, PrintWriter err) throws IOException {
        Optional<Election> election = readable(file, asked, err);
        Optional<Procedure> fitted = election.flatMap(read -> options.forFile(file, read, asked, err));
        if (election.isEmpty() || fitted.isEmpty()) {
            return BROKEN;
        }
        Procedure procedure = fitted.get();
        if (packed != null || (json && brief)) {
            TieCheck.Checked checked = TieCheck.count(election.get(), procedure);
            if (packed != null) {
                Files.writeString(packed, ElectionPackage.write(election.get(), procedure, checked));
            }
            if (json && brief) {
                out.print(Report.json(election.get(), procedure, checked));
                return DONE;
            }
        }
        boolean quiet = (html != null || packed != null) && !text && !json;
        if (quiet && html == null) {
            return DONE;
        }
        Explanation explanation = Explanation.of(election.get(), procedure, Tally.count(election.get(), procedure));
        if (html != null) {
            Files.writeString(html, Report.html(explanation, options.language()));
        }
        if (json) {
            out.print(Report.json(explanation));
        } else if (!quiet) {
            out.print(Report.text(explanation, options.language()));
        }
        return DONE;
    }

    private Optional<Election> readable(Path file, Procedure procedure, PrintWriter err) {
        Optional<Election> election = TallyFiles.read(file, options, err);
        Optional<Text> misfit = election.flatMap(procedure::misfit);
        misfit.ifPresent(why -> err.println(file + "  T302  " + why.in(options.language())));
        return misfit.isPresent() ? Optional.empty() : election;
    }

    /** A progress line while they run, a table of all at the end. */
    private int several(List<Path> all, Procedure procedure, PrintWriter out, PrintWriter err) {
        String row = "%-52.52s %9s %9s %8s %16s %5s %9s%n";
        out.printf(row, "election", "ballots", "projects", "funded", "spent", "full", "seconds");
        int exit = DONE;
        int done = 0;
        for (Path file : all) {
            done++;
            err.printf("\r%d/%d %-60.60s", done, all.size(), TallyFiles.name(file));
            err.flush();
            Optional<Election> election = readable(file, procedure, err);
            Optional<Procedure> fitted = election.flatMap(read -> options.forFile(file, read, procedure, err));
            if (election.isEmpty() || fitted.isEmpty()) {
                exit = BROKEN;
                continue;
            }
            long begin = System.nanoTime();
            Outcome outcome = Tally.count(election.get(), fitted.get());
            double seconds = (System.nanoTime() - begin) / 1e9;
            out.printf(
                    row,
                    TallyFiles.name(file),
                    election.get().ballots().size(),
                    election.get().projects().size(),
                    outcome.chosen().size(),
                    outcome.totalCost(),
                    outcome.exhaustive() ? "yes" : "no",
                    String.format(Locale.ROOT, "%.4f", seconds));
        }
        err.printf("\r%-70s\r", "");
        return exit;
    }
}
