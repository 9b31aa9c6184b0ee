package org.gongzhi.rulebook.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The comments of a file (注释).
 *
 * @param lines comments that fill a line, by its number
 * @param trailing comments behind something, by the number of the line
 */
public record Comments(Map<Integer, String> lines, Map<Integer, String> trailing) {
    /** The comments of a file that can be read. */
    public static Comments of(String text) {
        LoadSettings settings = LoadSettings.builder().setParseComments(true).build();
        ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, text));
        Map<Integer, String> lines = new TreeMap<>();
        Map<Integer, String> trailing = new TreeMap<>();
        List<Event> events = new ArrayList<>();
        while (parser.hasNext()) {
            events.add(parser.next());
        }
        for (Event event : events) {
            if (event instanceof CommentEvent comment && comment.getStartMark().isPresent()) {
                int line = comment.getStartMark().get().getLine() + 1;
                if (comment.getCommentType() == CommentType.BLOCK) {
                    lines.put(line, "#" + comment.getValue().stripTrailing());
                } else if (comment.getCommentType() == CommentType.IN_LINE) {
                    trailing.put(line, "#" + comment.getValue().stripTrailing());
                }
            }
        }
        return new Comments(lines, trailing);
    }
}
