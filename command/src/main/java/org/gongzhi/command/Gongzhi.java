package org.gongzhi.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Gongzhi that needs no server (共治命令). */
@Command(
        name = "gongzhi",
        mixinStandardHelpOptions = true,
        description = "Institutions and counts, without a server.",
        subcommands = {
            CheckCommand.class,
            ExplainCommand.class,
            DrawCommand.class,
            HandbookCommand.class,
            DiffCommand.class,
            FormatCommand.class,
            SimulateCommand.class,
            TallyCommand.class
        })
public final class Gongzhi {
    private Gongzhi() {}

    /** Runs one command and ends with its exit code: 0 done, 1 a fault was found, 2 the call could not be understood. */
    public static void main(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs one command with its output and messages going to writers. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Gongzhi()).setOut(out).setErr(err).execute(arguments);
    }
}
