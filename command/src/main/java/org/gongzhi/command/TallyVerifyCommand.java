package org.gongzhi.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Text;
import org.gongzhi.tally.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recomputes an election package (核验命令). Ends with 0 if it is confirmed, 1 if it is refuted, 2 if it cannot be read. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Recomputes an election package and confirms or refutes it.")
final class TallyVerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "an election package")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path file;

    @Option(names = "--digest", paramLabel = "HEX", description = "the digest that was published for it")
    private @Nullable String published;

    @Option(
            names = {"--lang", "--language"},
            description = "zh or en (default: ${DEFAULT-VALUE})",
            defaultValue = "${env:GONGZHI_LANGUAGE:-zh}",
            converter = CheckCommand.Languages.class)
    private Language language = Language.ZH;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            err.println(file + "  T401  " + new Text("文件不是 UTF-8", "the file is not UTF-8").in(language));
            return TallyCommand.BROKEN;
        } catch (IOException e) {
            err.println(file + "  T101  " + new Text("文件无法读取", "the file cannot be read").in(language));
            return TallyCommand.BROKEN;
        }
        int exit = switch (Verification.of(text, file.toString())) {
            case Verification.Confirmed confirmed -> confirmed(confirmed, out);
            case Verification.Refuted refuted -> {
                for (Fault fault : refuted.differences()) {
                    out.println(fault.in(language));
                }
                out.println(new Text("不予确认", "refuted").in(language));
                yield TallyCommand.DIFFERS;
            }
        };
        out.flush();
        return exit;
    }

    private int confirmed(Verification.Confirmed confirmed, PrintWriter out) {
        if (published != null && !published.equalsIgnoreCase(confirmed.digest())) {
            out.println(Text.of(
                            "不予确认：公布的摘要是 %s，此包的摘要是 %s",
                            "refuted: the published digest is %s, that of this package %s",
                            published,
                            confirmed.digest())
                    .in(language));
            return TallyCommand.DIFFERS;
        }
        out.println(
                Text.of("确认。摘要 %s", "confirmed, digest %s", confirmed.digest()).in(language));
        return TallyCommand.DONE;
    }
}
