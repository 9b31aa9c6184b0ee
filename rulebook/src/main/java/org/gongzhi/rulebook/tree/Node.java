package org.gongzhi.rulebook.tree;

import java.util.List;
import org.gongzhi.exact.Place;

/** A part of a file with its place (节点). Every scalar is text; the key above it says what type it has. */
public sealed interface Node {
    /** Where it begins. */
    Place place();

    /**
     * A word, a number, a sentence: always as text (标量).
     *
     * @param plain whether it stands without quotes; an empty plain scalar means that nothing was written
     */
    record Scalar(Place place, String text, boolean plain) implements Node {
        /** Whether nothing was written after the key. */
        public boolean isBlank() {
            return plain && text.isEmpty();
        }
    }

    /** A list (列表). */
    record Items(Place place, List<Node> nodes) implements Node {
        public Items {
            nodes = List.copyOf(nodes);
        }
    }

    /** Keys with their values, in the order of the file (键值). No key stands twice. */
    record Keys(Place place, List<Entry> entries) implements Node {
        public Keys {
            entries = List.copyOf(entries);
        }
    }

    /** One key with its value (键). */
    record Entry(Scalar key, Node value) {}
}
