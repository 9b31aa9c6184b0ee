package org.gongzhi.tally.vote;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One paper ballot of an election, without its voter (选票).
 *
 * @param marks by the name of a candidate or of someone written in; a candidate without a mark is an abstention
 */
public record Paper(Map<String, Choice> marks, State state) {
    public Paper {
        marks = Map.copyOf(marks);
    }

    /** Whether it can be read at all (选票状态). */
    public enum State {
        READABLE,
        /** Nobody can say what it means (无法辨认). */
        UNREADABLE,
        /** It is not one of those issued (非统一制发). */
        FOREIGN
    }

    /** A readable ballot that says yes to these and nothing of the others. */
    public static Paper naming(String... names) {
        Map<String, Choice> marks = new LinkedHashMap<>();
        for (String name : names) {
            marks.put(name, Choice.YES);
        }
        return new Paper(marks, State.READABLE);
    }

    long named() {
        return marks.values().stream().filter(Choice.YES::equals).count();
    }
}
