package org.gongzhi.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.simulate.Report;
import org.gongzhi.rulebook.simulate.Scenario;
import org.gongzhi.rulebook.simulate.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gongzhi simulate DIR INSTITUTION}: where it jams, and what deadline could be kept (模拟). */
@Command(name = "simulate", description = "Run an institution under a load.", mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "the directory of the rulebook")
    private Path directory = Path.of(".");

    @Parameters(index = "1", paramLabel = "INSTITUTION", description = "its name")
    private String name = "";

    @Option(names = "--matters", description = "how many arrive", defaultValue = "10000")
    private int matters = 10_000;

    @Option(names = "--per-hour", description = "how many arrive in an office hour", defaultValue = "6")
    private double perHour = 6;

    @Option(names = "--recorded", description = "a CSV whose first column is the arrival in office minutes")
    private Optional<Path> recorded = Optional.empty();

    @Option(names = "--staff", description = "how many act in a role: clerk=2")
    private Map<String, Integer> staff = new LinkedHashMap<>();

    @Option(names = "--minutes", description = "the mean time of an act at a step: received=10")
    private Map<String, Double> minutes = new LinkedHashMap<>();

    @Option(names = "--weight", description = "how often an action is chosen: replied.satisfied=9")
    private Map<String, Double> weights = new LinkedHashMap<>();

    @Option(names = "--seed", description = "of the random numbers", defaultValue = "1")
    private long seed = 1;

    @Option(names = "--format", description = "table, csv or svg", defaultValue = "table")
    private String format = "table";

    @Option(names = "--lang", description = "zh or en", defaultValue = "zh", converter = CheckCommand.Languages.class)
    private Language language = Language.ZH;

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
        if (matters < 1 || perHour <= 0 || staff.values().stream().anyMatch(number -> number < 1)) {
            reader.say(Text.of("件数、到达率和人数须大于 0", "matters, arrivals and staff are more than 0"));
            return 2;
        }
        Optional<List<Double>> arrivals = arrivals(reader);
        if (arrivals.isEmpty()) {
            return 2;
        }
        int number = arrivals.get().isEmpty() ? matters : arrivals.get().size();
        Scenario scenario = new Scenario(seed, number, perHour, arrivals.get(), staff, minutes, false, weights);
        Report report = Simulation.run(institution.get(), book.get(), scenario);
        return switch (format) {
            case "table" -> reader.write(report.table(language), Optional.empty());
            case "csv" -> reader.write(report.csv(), Optional.empty());
            case "svg" -> reader.write(report.svg(language), Optional.empty());
            default -> reader.misunderstood("--format: table, csv, svg");
        };
    }

    private Optional<List<Double>> arrivals(Reader reader) {
        List<Double> arrivals = new ArrayList<>();
        if (recorded.isEmpty()) {
            return Optional.of(arrivals);
        }
        try {
            int number = 0;
            for (String line : Files.readAllLines(recorded.get())) {
                number++;
                String cell = line.split(",", -1)[0].strip();
                if (cell.matches("[0-9]+(\\.[0-9]+)?")) {
                    arrivals.add(Double.parseDouble(cell));
                } else if (number > 1) {
                    reader.say(Text.of(
                            "%s 第 %s 行不是数：%s", "%s, line %s is not a number: %s", recorded.get(), number, cell));
                    return Optional.empty();
                }
            }
        } catch (IOException unreadable) {
            reader.say(Text.of("读不了文件“%s”", "the file `%s` can't be read", recorded.get()));
            return Optional.empty();
        }
        arrivals.sort(Double::compare);
        return Optional.of(arrivals);
    }
}
