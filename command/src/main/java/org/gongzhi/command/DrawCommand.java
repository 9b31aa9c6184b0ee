package org.gongzhi.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongzhi.exact.Language;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.draw.Drawing;
import org.gongzhi.rulebook.draw.Mermaid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gongzhi draw DIR INSTITUTION}: an institution as a drawing (制度图). */
@Command(name = "draw", description = "Draw an institution.", mixinStandardHelpOptions = true)
final class DrawCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "the directory of the rulebook")
    private Path directory = Path.of(".");

    @Parameters(index = "1", paramLabel = "INSTITUTION", description = "its name, such as resident-request")
    private String name = "";

    @Option(names = "--lang", description = "zh or en", defaultValue = "zh", converter = CheckCommand.Languages.class)
    private Language language = Language.ZH;

    @Option(names = "--format", description = "svg or mermaid", defaultValue = "svg")
    private String format = "svg";

    @Option(names = "--out", description = "the file to write; without it the drawing is printed")
    private Optional<Path> file = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Reader reader = new Reader(spec.commandLine(), language);
        Optional<Rulebook> book = reader.book(directory);
        if (book.isEmpty()) {
            return 1;
        }
        Optional<Institution> institution = reader.institution(book.get(), name);
        if (institution.isEmpty()) {
            return 2;
        }
        if (!format.equals("svg") && !format.equals("mermaid")) {
            return reader.misunderstood("--format: svg, mermaid");
        }
        String drawn = format.equals("svg")
                ? Drawing.svg(institution.get(), book.get(), language)
                : Mermaid.of(institution.get(), language);
        return reader.write(drawn, file);
    }
}
