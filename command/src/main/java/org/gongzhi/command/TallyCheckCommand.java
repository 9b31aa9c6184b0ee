package org.gongzhi.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Language;
import org.gongzhi.tally.Checkup;
import org.gongzhi.tally.DuplicateVoters;
import org.gongzhi.tally.PbFile;
import org.gongzhi.tally.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what is odd in .pb files (文件体检命令). Ends with 0 if nothing is, 1 if something is, 2 if a file cannot be counted. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Lists what is odd in .pb files, and why one cannot be counted.")
final class TallyCheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "a .pb file or a directory of them", arity = "1..*")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = {"--lang", "--language"},
            description = "zh or en (default: ${DEFAULT-VALUE})",
            defaultValue = "${env:GONGZHI_LANGUAGE:-zh}",
            converter = CheckCommand.Languages.class)
    private Language language = Language.ZH;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int exit = TallyCommand.DONE;
        for (Path file : TallyFiles.expand(files)) {
            List<Fault> found = new ArrayList<>();
            switch (PbFile.read(file, DuplicateVoters.REFUSE)) {
                case Reading.Read reading -> {
                    found.addAll(reading.oddities());
                    found.addAll(Checkup.of(reading.election()));
                    exit = Math.max(exit, found.isEmpty() ? TallyCommand.DONE : TallyCommand.DIFFERS);
                }
                case Reading.Unreadable broken -> {
                    found.addAll(broken.faults());
                    exit = TallyCommand.BROKEN;
                }
            }
            found.stream().sorted().forEach(fault -> out.println(fault.in(language)));
        }
        out.flush();
        return exit;
    }
}
