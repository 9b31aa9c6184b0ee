package org.gongzhi.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongzhi.exact.Language;
import org.gongzhi.rulebook.Reference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gongzhi explain CODE}: the page of a check (解释检查项). */
@Command(name = "explain", description = "Explain the code of a fault.", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CODE", description = "such as R112")
    private String code = "";

    @Option(names = "--lang", description = "zh or en", defaultValue = "zh", converter = CheckCommand.Languages.class)
    private Language language = Language.ZH;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Optional<String> page = Reference.find(code, language);
        if (page.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            language == Language.ZH
                                    ? "没有检查项“%s”。可用：%s".formatted(code, String.join(" ", Reference.codes()))
                                    : "there is no check `%s`. Known: %s"
                                            .formatted(code, String.join(" ", Reference.codes())));
            return 2;
        }
        spec.commandLine().getOut().println(page.get());
        return 0;
    }
}
