package org.gongzhi.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongzhi.exact.Fault;
import org.gongzhi.tally.Election;
import org.gongzhi.tally.PbFile;
import org.gongzhi.tally.Reading;

/** The files that the command line names (文件参数). */
final class TallyFiles {
    private TallyFiles() {}

    /** A directory stands for the .pb files in it, by name. */
    static List<Path> expand(List<Path> named) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    inside.filter(TallyFiles::isElection).sorted().forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static boolean isElection(Path path) {
        return path.toString().endsWith(".pb") || path.toString().endsWith(".pb.gz");
    }

    /** The name of the election: the file's without folders and without {@code .gz}. */
    static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    /** The election, or nothing after its faults were told. */
    static Optional<Election> read(Path file, TallyOptions options, PrintWriter err) {
        return switch (PbFile.read(file, options.duplicates())) {
            case Reading.Read read -> Optional.of(read.election());
            case Reading.Unreadable broken -> {
                for (Fault fault : broken.faults()) {
                    err.println(fault.in(options.language()));
                }
                err.flush();
                yield Optional.empty();
            }
        };
    }
}
