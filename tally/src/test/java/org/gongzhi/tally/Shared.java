package org.gongzhi.tally;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongzhi.exact.Language;
import org.junit.jupiter.api.Assumptions;

/** The real elections beside the project; where they are absent, tests on them are skipped. */
final class Shared {
    private Shared() {}

    static Path folder() {
        for (String up : List.of("..", "../..", "../../..")) {
            Path folder = Path.of(up, "shared", "data", "pb");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        Assumptions.abort("the elections of ../shared/data/pb are not here");
        throw new AssertionError();
    }

    static Election election(String name) {
        Path file = folder().resolve(name + ".gz");
        return switch (PbFile.read(file)) {
            case Reading.Read read -> read.election();
            case Reading.Unreadable broken ->
                fail(broken.faults().stream()
                        .map(fault -> fault.in(Language.EN))
                        .collect(Collectors.joining("\n")));
        };
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder())) {
            return all.filter(path -> path.toString().endsWith(".pb.gz"))
                    .sorted()
                    .toList();
        }
    }
}
