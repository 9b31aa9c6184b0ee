package org.gongzhi.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.layout.Layout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gongzhi format DIR}: every file in canonical layout (规范格式). */
@Command(name = "format", description = "Write every file in canonical layout.", mixinStandardHelpOptions = true)
final class FormatCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the directory of the rulebook")
    private Path directory = Path.of(".");

    @Option(names = "--check", description = "change nothing; end with 1 if a file is not in canonical layout")
    private boolean check;

    @Option(names = "--lang", description = "zh or en", defaultValue = "zh", converter = CheckCommand.Languages.class)
    private Language language = Language.ZH;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Reader reader = new Reader(spec.commandLine(), language);
        try (Stream<Path> found = Files.walk(directory, 3)) {
            List<Path> files = found.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            boolean changed = false;
            boolean unread = false;
            for (Path file : files) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                Optional<String> laid = Layout.of(file.toString(), text);
                if (laid.isEmpty()) {
                    unread = true;
                    reader.say(Text.of("%s 读不成 YAML，请先 check", "%s can't be read as YAML; check it first", file));
                } else if (!laid.get().equals(text)) {
                    changed = true;
                    spec.commandLine().getOut().println(file);
                    if (!check) {
                        Files.writeString(file, laid.get());
                    }
                }
            }
            return unread || (check && changed) ? 1 : 0;
        } catch (IOException | UncheckedIOException unreadable) {
            reader.say(Text.of("读写不了目录“%s”", "the directory `%s` can't be read or written", directory));
            return 2;
        }
    }
}
