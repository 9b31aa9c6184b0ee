package org.gongzhi.bench.tally;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.gongzhi.exact.Fraction;
import org.gongzhi.tally.Ballots;
import org.gongzhi.tally.DuplicateVoters;
import org.gongzhi.tally.Election;
import org.gongzhi.tally.PbFile;
import org.gongzhi.tally.Project;
import org.gongzhi.tally.Reading;
import org.gongzhi.tally.VoteType;

/** The elections that are measured (测试用选举). */
final class Ballotbox {
    private Ballotbox() {}

    /** The unpacked bytes of a real election; the folder is the system property {@code elections}. */
    static byte[] bytes(String name) {
        Path file =
                Path.of(System.getProperty("elections", "../shared/data/pb")).resolve(name + ".pb.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Election read(byte[] bytes) {
        return switch (PbFile.read(new ByteArrayInputStream(bytes), "bench", DuplicateVoters.REFUSE)) {
            case Reading.Read read -> read.election();
            case Reading.Unreadable broken ->
                throw new IllegalStateException(broken.faults().toString());
        };
    }

    /** 100,000 voters, 200 projects, 1 to 15 approvals each, hardly two ballots alike; drawn from one seed. */
    static Election large() {
        Random random = new Random(20260504);
        List<Project> projects = new ArrayList<>();
        for (int p = 0; p < 200; p++) {
            projects.add(Project.of(String.valueOf(p), Fraction.of(10_000L + random.nextInt(300) * 1_000L)));
        }
        Ballots.Box box = new Ballots.Box(false);
        for (int v = 0; v < 100_000; v++) {
            List<Integer> names = new ArrayList<>();
            for (int i = 1 + random.nextInt(15); i > 0; i--) {
                double skew = random.nextDouble();
                names.add((int) (skew * skew * 200));
            }
            box.cast(names);
        }
        return new Election("drawn", VoteType.APPROVAL, Fraction.of(6_000_000), Map.of(), projects, box.ballots());
    }
}
