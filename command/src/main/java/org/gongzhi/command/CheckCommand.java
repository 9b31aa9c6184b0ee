package org.gongzhi.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Rulebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gongzhi check DIR}: all that is wrong with a rulebook (检查制度汇编). */
@Command(name = "check", description = "Tell all that is wrong with a rulebook.", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    /** How faults are written out. */
    enum Format {
        TEXT,
        JSON,
        SARIF
    }

    @Parameters(paramLabel = "DIR", description = "the directory of the rulebook")
    private Path directory = Path.of(".");

    @Option(names = "--lang", description = "zh or en", defaultValue = "zh", converter = Languages.class)
    private Language language = Language.ZH;

    @Option(names = "--format", description = "text, json or sarif", defaultValue = "text", converter = Formats.class)
    private Format format = Format.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Rulebook.Reading reading = Rulebook.read(directory);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> text(reading, out);
            case JSON -> out.println(FaultsAsJson.of(reading.faults()));
            case SARIF -> out.println(FaultsAsJson.sarif(reading.faults(), language));
        }
        return reading.faults().isEmpty() ? 0 : 1;
    }

    private void text(Rulebook.Reading reading, PrintWriter out) {
        List<Fault> faults = reading.faults();
        for (Fault fault : faults) {
            out.println(fault.in(language));
        }
        Text told = reading.findRulebook()
                .map(book -> Text.of(
                        "没有差错：%s 个制度，%s 条规则，版本 %s",
                        "no fault: %s institutions, %s rules, edition %s",
                        book.institutions().size(),
                        book.rules().size(),
                        book.digest().substring(0, 12)))
                .orElse(Text.of("%s 处差错", faults.size() == 1 ? "%s fault" : "%s faults", faults.size()));
        out.println(told.in(language));
    }

    /** Reads {@code zh} and {@code en}. */
    static final class Languages implements picocli.CommandLine.ITypeConverter<Language> {
        @Override
        public Language convert(String value) {
            return switch (value) {
                case "zh" -> Language.ZH;
                case "en" -> Language.EN;
                default -> throw new picocli.CommandLine.TypeConversionException("zh or en");
            };
        }
    }

    /** Reads the formats. */
    static final class Formats implements picocli.CommandLine.ITypeConverter<Format> {
        @Override
        public Format convert(String value) {
            for (Format format : Format.values()) {
                if (format.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return format;
                }
            }
            throw new picocli.CommandLine.TypeConversionException("text, json or sarif");
        }
    }
}
