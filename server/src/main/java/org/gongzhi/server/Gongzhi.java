package org.gongzhi.server;

import java.util.Locale;
import org.gongzhi.exact.Language;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The platform: one program for a district (共治平台). {@code ./gongzhi run} and {@code ./gongzhi import} call it. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableScheduling
@Command(
        name = "gongzhi",
        mixinStandardHelpOptions = true,
        subcommands = {Run.class, Import.class})
public class Gongzhi {
    /** Runs one command; ends with 0 if it was done, 1 if something stood in the way, 2 if the call was not understood. */
    public static void main(String... arguments) {
        CommandLine line = new CommandLine(new Gongzhi());
        line.setExecutionExceptionHandler((cause, command, parsed) -> {
            System.err.println("\n" + Complaint.of(cause).in(language()));
            return 1;
        });
        int code = line.execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** The language of the terminal. */
    static Language language() {
        for (String variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = System.getenv(variable);
            if (value != null && !value.isBlank()) {
                return value.toLowerCase(Locale.ROOT).startsWith("zh") ? Language.ZH : Language.EN;
            }
        }
        return Language.EN;
    }
}
