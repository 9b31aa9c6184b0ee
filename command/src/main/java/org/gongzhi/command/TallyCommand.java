package org.gongzhi.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongzhi.tally.Election;
import org.gongzhi.tally.Outcome;
import org.gongzhi.tally.Procedure;
import org.gongzhi.tally.Tally;
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

    @Option(
            names = "--against",
            paramLabel = "JSON",
            description = "hold every rule against the outcomes recorded in this file")
    private @Nullable Path against;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (files.isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "name a .pb file, or a directory of them");
        }
        List<Path> all = TallyFiles.expand(files);
        if (against != null) {
            return new TallyAgainst(out, spec.commandLine().getErr(), options.language())
                    .run(all, against, options.duplicates());
        }
        Procedure procedure = options.procedure(spec.commandLine());
        int exit = DONE;
        for (Path file : all) {
            Optional<Election> election =
                    TallyFiles.read(file, options, spec.commandLine().getErr());
            if (election.isEmpty()) {
                exit = BROKEN;
                continue;
            }
            Outcome outcome = Tally.count(election.get(), procedure);
            out.println(String.join(",", outcome.selected()));
        }
        out.flush();
        return exit;
    }
}
