package org.gongzhi.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.draw.Differences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gongzhi diff OLD NEW}: what changed between two editions, in sentences (版本差异). */
@Command(name = "diff", description = "Tell what changed between two rulebooks.", mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "OLD", description = "the directory of the older rulebook")
    private Path old = Path.of(".");

    @Parameters(index = "1", paramLabel = "NEW", description = "the directory of the newer rulebook")
    private Path now = Path.of(".");

    @Option(names = "--lang", description = "zh or en", defaultValue = "zh", converter = CheckCommand.Languages.class)
    private Language language = Language.ZH;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Reader reader = new Reader(spec.commandLine(), language);
        Optional<Rulebook> before = reader.book(old);
        Optional<Rulebook> after = reader.book(now);
        if (before.isEmpty() || after.isEmpty()) {
            return 1;
        }
        List<Text> told = Differences.between(before.get(), after.get());
        told.forEach(text -> spec.commandLine().getOut().println(text.in(language)));
        if (told.isEmpty()) {
            Text same = Text.of("两个版本规定相同。", "Both editions say the same.");
            spec.commandLine().getOut().println(same.in(language));
        }
        return 0;
    }
}
