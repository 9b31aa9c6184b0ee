package org.gongzhi.tally;

import java.util.List;
import org.gongzhi.exact.Fault;

/** What came of reading a file (读取结果). A file that cannot be counted surely is an answer, not an exception. */
public sealed interface Reading {
    /**
     * The file could be read.
     *
     * @param oddities what is strange in it and changes no count
     */
    record Read(Election election, List<Fault> oddities) implements Reading {
        public Read {
            oddities = List.copyOf(oddities);
        }
    }

    /** The file cannot be counted; every reason that was found, with its place. */
    record Unreadable(List<Fault> faults) implements Reading {
        public Unreadable {
            faults = List.copyOf(faults);
        }
    }
}
