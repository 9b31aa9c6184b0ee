package org.gongzhi.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Bodies;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Reference;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.draw.Telling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code gongzhi explain CODE} and {@code gongzhi explain DIR WHAT} (解释): the page of a check; or who may do what, by when,
 * under which rule, and what happens if not.
 */
@Command(
        name = "explain",
        description = "Explain the code of a fault, or an institution, a step, a role, a body.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..2",
            paramLabel = "CODE | DIR WHAT",
            description = "such as R112, or a directory and: INSTITUTION, INSTITUTION/STEP, INSTITUTION/ROLE, BODY")
    private List<String> what = new ArrayList<>();

    @Option(names = "--lang", description = "zh or en", defaultValue = "zh", converter = CheckCommand.Languages.class)
    private Language language = Language.ZH;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return what.size() == 1 ? code(what.getFirst()) : thing(Path.of(what.getFirst()), what.getLast());
    }

    private int code(String code) {
        Optional<String> page = Reference.find(code, language);
        if (page.isEmpty()) {
            new Reader(spec.commandLine(), language)
                    .say(Text.of(
                            "没有检查项“%s”。可用：%s",
                            "there is no check `%s`. Known: %s", code, String.join(" ", Reference.codes())));
            return 2;
        }
        spec.commandLine().getOut().println(page.get());
        return 0;
    }

    private int thing(Path directory, String name) {
        Reader reader = new Reader(spec.commandLine(), language);
        Optional<Rulebook> book = reader.book(directory);
        if (book.isEmpty()) {
            return 1;
        }
        Bodies.@Nullable Body body = book.get().bodies().bodies().get(name);
        if (body != null) {
            book.get().institutions().forEach(institution -> {
                List<Text> told = Telling.body(body, institution, book.get());
                if (!told.isEmpty()) {
                    tell(institution.title(), told);
                }
            });
            return 0;
        }
        int slash = name.indexOf('/');
        Optional<Institution> institution = reader.institution(book.get(), slash < 0 ? name : name.substring(0, slash));
        return institution.isEmpty()
                ? 2
                : inside(reader, institution.get(), book.get(), slash < 0 ? "" : name.substring(slash + 1));
    }

    private int inside(Reader reader, Institution institution, Rulebook book, String part) {
        Telling telling = new Telling(institution, book);
        if (part.isEmpty()) {
            institution.steps().forEach(step -> tell(step.title(), telling.step(step)));
            return 0;
        }
        Optional<Institution.Step> step = institution.findStep(part);
        Optional<Institution.Role> role = institution.findRole(part);
        if (step.isEmpty() && role.isEmpty()) {
            reader.say(Text.of("“%s”里没有“%s”", "`%s` has no `%s`", institution.name(), part));
            return 2;
        }
        step.ifPresent(one -> tell(one.title(), telling.step(one)));
        role.ifPresent(one -> tell(one.title(), telling.role(one)));
        return 0;
    }

    private void tell(Text title, List<Text> told) {
        spec.commandLine().getOut().println(title.in(language));
        told.forEach(text -> spec.commandLine().getOut().println("  " + text.in(language)));
    }
}
