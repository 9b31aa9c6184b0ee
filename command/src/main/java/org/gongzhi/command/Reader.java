package org.gongzhi.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import picocli.CommandLine;

/** Reads what a command works on and writes what comes of it; says why it can't (读写与告知). */
record Reader(CommandLine line, Language language) {
    /** The rulebook of a directory; empty, with its faults told, if it has any. */
    Optional<Rulebook> book(Path directory) {
        Rulebook.Reading reading = Rulebook.read(directory);
        reading.faults().forEach(fault -> line.getErr().println(fault.in(language)));
        return reading.findRulebook();
    }

    /** An institution of it; empty, with the known ones told, if there is none. */
    Optional<Institution> institution(Rulebook book, String name) {
        Optional<Institution> found = book.findInstitution(name);
        if (found.isEmpty()) {
            String known = book.institutions().stream().map(Institution::name).collect(Collectors.joining(", "));
            say(Text.of("没有制度“%s”。可用：%s", "there is no institution `%s`. Known: %s", name, known));
        }
        return found;
    }

    /** Prints a text, or writes it into a file. */
    int write(String text, Optional<Path> file) {
        if (file.isEmpty()) {
            line.getOut().print(text);
            line.getOut().flush();
            return 0;
        }
        try {
            Files.writeString(file.get(), text);
            line.getOut().println(file.get());
            return 0;
        } catch (IOException unwritable) {
            say(Text.of("写不了文件“%s”", "the file `%s` can't be written", file.get()));
            return 2;
        }
    }

    int misunderstood(String known) {
        say(Text.of("可用：%s", "known: %s", known));
        return 2;
    }

    void say(Text text) {
        line.getErr().println(text.in(language));
    }
}
