package org.gongzhi.server.matters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Finding;

/** What the hall answers to an act (答复). */
public sealed interface Reply {
    /**
     * A matter was opened, or had been opened by this form already.
     *
     * @param code by which it is followed
     * @param isNew false where the form had been sent before
     */
    record Opened(Number number, String code, boolean isNew) implements Reply {}

    /** The act was done. */
    record Done(Number number) implements Reply {}

    /** Somebody else has acted since this one read the matter; nothing was done. */
    record Overtaken(Number number) implements Reply {}

    /** There is no such matter, or not for this one; the two are not told apart. */
    record Unknown() implements Reply {}

    /**
     * The institution does not allow it.
     *
     * @param why a sentence for the one who tried
     * @param beside what is wrong with each field
     * @param findings the rules that stand against it
     */
    record Refused(Text why, Map<String, Text> beside, List<Finding> findings) implements Reply {
        public Refused {
            beside = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(beside));
            findings = List.copyOf(findings);
        }
    }
}
