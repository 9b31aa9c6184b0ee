package org.gongzhi.bench.rulebook;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongzhi.rulebook.Rulebook;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * The mutation benchmark of the checks (检查的变异测试): a sound rulebook is damaged in many ways, one at a time. All that is
 * harmful should be found, nothing harmless flagged.
 */
public final class Mutants {
    private final Path directory;
    private final Path copy;
    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    private Mutants(Path directory, Path copy) {
        this.directory = directory;
        this.copy = copy;
    }

    /** Runs it on a directory, {@code rulebooks/futian} if none is given, and prints the table; ends with 1 if anything is amiss. */
    public static void main(String... arguments) throws IOException {
        Path directory = Path.of(arguments.length == 0 ? "rulebooks/futian" : arguments[0]);
        Path copy = Files.createTempDirectory("mutants");
        Mutants mutants = new Mutants(directory, copy);
        mutants.copyAll();
        if (!Rulebook.read(copy).faults().isEmpty()) {
            throw new IllegalArgumentException("%s has faults already".formatted(directory));
        }
        mutants.run(mutants.files("institutions"), Institutional.all());
        mutants.run(mutants.files("rules"), Legal.all());
        System.exit(mutants.tell(new PrintStream(System.out, true, StandardCharsets.UTF_8)) ? 0 : 1);
    }

    private void copyAll() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(directory.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private List<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.list(copy.resolve(folder))) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private void run(List<Path> files, List<Damage> damages) throws IOException {
        for (Path file : files) {
            String sound = Files.readString(file);
            for (Damage damage : damages) {
                int places = damage.at().apply(read(sound)).size();
                for (int place = 0; place < places; place++) {
                    Object fresh = read(sound);
                    damage.at().apply(fresh).get(place).run();
                    String written = write(fresh);
                    if (!written.equals(write(read(sound)))) {
                        Files.writeString(file, written);
                        count(damage, file, place, !Rulebook.read(copy).faults().isEmpty());
                    }
                }
            }
            Files.writeString(file, sound);
        }
    }

    private void count(Damage damage, Path file, int place, boolean found) {
        String key = (damage.harmful() ? "harmful  " : "harmless ") + damage.name();
        int[] count = counts.computeIfAbsent(key, name -> new int[2]);
        count[0]++;
        count[1] += found ? 1 : 0;
        if (found != damage.harmful()) {
            wrong.add("%s: %s, place %d".formatted(damage.name(), file.getFileName(), place));
        }
    }

    private boolean tell(PrintStream out) {
        int[] sums = new int[4];
        counts.forEach((name, count) -> {
            int from = name.startsWith("harmful") ? 0 : 2;
            sums[from] += count[0];
            sums[from + 1] += count[1];
            out.printf(java.util.Locale.ROOT, "%5d of %5d found  %s%n", count[1], count[0], name);
        });
        out.printf(
                java.util.Locale.ROOT,
                "%d operators, %d mutants: %d of %d harmful found, %d of %d harmless flagged%n",
                counts.size(),
                sums[0] + sums[2],
                sums[1],
                sums[0],
                sums[3],
                sums[2]);
        wrong.forEach(out::println);
        return wrong.isEmpty();
    }

    private static Object read(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    private static String write(Object value) {
        try {
            DumpSettings settings = DumpSettings.builder()
                    .setDefaultFlowStyle(FlowStyle.BLOCK)
                    .setDereferenceAliases(true)
                    .build();
            return new Dump(settings).dumpToString(value);
        } catch (RuntimeException unwritable) {
            throw new UncheckedIOException(new IOException("a mutant can't be written", unwritable));
        }
    }
}
