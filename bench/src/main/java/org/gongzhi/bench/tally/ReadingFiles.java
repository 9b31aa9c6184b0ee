package org.gongzhi.bench.tally;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.gongzhi.tally.Election;
import org.gongzhi.tally.PbFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading one file from memory (读取文件). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReadingFiles {
    @Param({"drawn", "Poland_Wroclaw_2020", "France_Toulouse_2022", "Poland_Warszawa_2020_Wawer", "Poland_Krakow_2018"})
    String election = "";

    private byte[] bytes = new byte[0];

    /** Brings the file into memory and says how large it is. */
    @Setup
    public void load() {
        bytes = election.equals("drawn")
                ? PbFile.write(Ballotbox.large()).getBytes(StandardCharsets.UTF_8)
                : Ballotbox.bytes(election);
        System.out.printf("%n%s has %d bytes%n", election, bytes.length);
    }

    /** Reads. */
    @Benchmark
    public Election read() {
        return Ballotbox.read(bytes);
    }
}
