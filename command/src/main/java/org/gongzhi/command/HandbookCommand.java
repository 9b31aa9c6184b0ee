package org.gongzhi.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongzhi.exact.Language;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.draw.Handbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gongzhi handbook DIR}: the whole rulebook as a book (制度手册). */
@Command(name = "handbook", description = "Write the rulebook as one book.", mixinStandardHelpOptions = true)
final class HandbookCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the directory of the rulebook")
    private Path directory = Path.of(".");

    @Option(names = "--lang", description = "zh or en", defaultValue = "zh", converter = CheckCommand.Languages.class)
    private Language language = Language.ZH;

    @Option(names = "--out", description = "the file to write; without it the book is printed")
    private Optional<Path> file = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Reader reader = new Reader(spec.commandLine(), language);
        Optional<Rulebook> book = reader.book(directory);
        return book.isEmpty() ? 1 : reader.write(Handbook.html(book.get(), language), file);
    }
}
