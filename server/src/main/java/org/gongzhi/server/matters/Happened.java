package org.gongzhi.server.matters;

import java.util.Map;
import org.gongzhi.rulebook.Event;

/**
 * An event as the journal keeps it (事件记录).
 *
 * @param answers what was written with the act, without personal fields
 */
record Happened(Event event, Map<String, String> answers) {
    Happened {
        answers = Map.copyOf(answers);
    }
}
