package org.gongzhi.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Gongzhi that needs no server (共治命令). */
@Command(
        name = "gongzhi",
        mixinStandardHelpOptions = true,
        subcommands = {TallyCommand.class},
        description = "Institutions and counts, without a server.")
public final class Gongzhi {
    private Gongzhi() {}

    /** Runs one command and ends with its exit code: 0 done, 1 a fault was found, 2 the call could not be understood. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Gongzhi()).execute(arguments));
    }
}
