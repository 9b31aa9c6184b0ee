package org.gongzhi.rulebook;

import java.util.List;
import java.util.Map;
import org.gongzhi.exact.Text;

/** What came of an act (行为结果). A refusal is an answer, not an exception. */
public sealed interface Outcome {
    /** It was done. */
    record Done(State now, List<Event> events, List<Finding> findings) implements Outcome {
        public Done {
            events = List.copyOf(events);
            findings = List.copyOf(findings);
        }
    }

    /**
     * It can't be done.
     *
     * @param why a sentence for whoever tried
     * @param beside what is wrong with each field, by its name
     * @param findings the rules that stand against it
     */
    record Refused(Text why, Map<String, Text> beside, List<Finding> findings) implements Outcome {
        public Refused {
            beside = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(beside));
            findings = List.copyOf(findings);
        }

        static Refused because(Text why) {
            return new Refused(why, Map.of(), List.of());
        }
    }
}
