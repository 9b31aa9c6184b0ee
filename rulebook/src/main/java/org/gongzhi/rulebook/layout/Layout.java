package org.gongzhi.rulebook.layout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongzhi.rulebook.tree.Comments;
import org.gongzhi.rulebook.tree.Faults;
import org.gongzhi.rulebook.tree.Node;
import org.gongzhi.rulebook.tree.Yaml;

/**
 * The canonical layout of a file (规范格式): keys in one order, two blanks a level, short things in one line. Comments stay
 * where they stood; what the file means doesn't change.
 */
public final class Layout {
    private static final int WIDEST = 160;
    private static final List<String> ORDER = List.of(
            "institution",
            "rule",
            "list",
            "levels",
            "bodies",
            "people",
            "zone",
            "office-hours",
            "title",
            "zh",
            "en",
            "on",
            "from",
            "level",
            "cite",
            "unverified",
            "opens",
            "by",
            "through",
            "inputs",
            "type",
            "of",
            "words",
            "facts",
            "required",
            "max",
            "personal",
            "keep",
            "written-by",
            "public-as",
            "fields",
            "seen-by",
            "roles",
            "body",
            "post",
            "deputy",
            "assigned-by",
            "begins",
            "steps",
            "who",
            "function",
            "vote",
            "ballot",
            "rating",
            "notice",
            "pay",
            "document",
            "stops-clock",
            "within",
            "overdue",
            "after",
            "tell",
            "escalate-to",
            "on-timeout",
            "actions",
            "to",
            "asks",
            "requires",
            "tells",
            "at-most",
            "then",
            "final",
            "appeal",
            "outside",
            "follows",
            "public",
            "shows",
            "measures",
            "versions",
            "tables",
            "rows",
            "gives",
            "require",
            "all",
            "any",
            "except",
            "when",
            "repealed",
            "examples",
            "walk",
            "holds",
            "margin",
            "transition");

    private final Comments comments;
    private final StringBuilder out = new StringBuilder();
    private int told;

    private Layout(Comments comments) {
        this.comments = comments;
    }

    /** The file in canonical layout; empty if it can't be read as YAML. */
    public static Optional<String> of(String file, String text) {
        Faults faults = new Faults();
        return Yaml.read(file, text.getBytes(StandardCharsets.UTF_8), faults).map(root -> {
            Layout layout = new Layout(Comments.of(text));
            layout.block(root, 0);
            layout.comments(Integer.MAX_VALUE, 0);
            return layout.out.toString();
        });
    }

    private void block(Node node, int depth) {
        switch (node) {
            case Node.Keys keys -> sorted(keys).forEach(entry -> entry(entry, depth, indent(depth)));
            case Node.Items items -> items.nodes().forEach(item -> item(item, depth));
            case Node.Scalar scalar -> out.append(scalar(scalar)).append('\n');
        }
    }

    private void entry(Node.Entry entry, int depth, String begin) {
        comments(entry.key().place().line(), depth);
        String key = begin + scalar(entry.key()) + ":";
        Node value = entry.value();
        if (value instanceof Node.Scalar scalar && scalar.text().contains("\n")) {
            literal(key, scalar, depth);
            return;
        }
        Optional<String> line = inOneLine(value, depth, key);
        if (line.isPresent()) {
            out.append(key).append(line.get().isEmpty() ? "" : " ").append(line.get());
            trailing(value, entry.key().place().line());
        } else {
            out.append(key);
            trailing(entry.key(), entry.key().place().line());
            block(value, depth + 1);
        }
    }

    private void item(Node item, int depth) {
        comments(item.place().line(), depth);
        String dash = indent(depth) + "- ";
        Optional<String> line = inOneLine(item, depth + 1, dash);
        if (line.isPresent()) {
            out.append(dash).append(line.get());
            trailing(item, item.place().line());
        } else if (item instanceof Node.Keys keys) {
            String begin = dash;
            for (Node.Entry entry : sorted(keys)) {
                entry(entry, depth + 1, begin);
                begin = indent(depth + 1);
            }
        } else {
            out.append(dash.stripTrailing()).append('\n');
            block(item, depth + 1);
        }
    }

    private void literal(String key, Node.Scalar scalar, int depth) {
        out.append(key).append(scalar.text().endsWith("\n") ? " |\n" : " |-\n");
        scalar.text()
                .lines()
                .forEach(line -> out.append(line.isBlank() ? "" : indent(depth + 1) + line)
                        .append('\n'));
    }

    /** A thing in one line, if it is flat enough, fits, and no comment stands inside it. */
    private Optional<String> inOneLine(Node node, int depth, String before) {
        boolean top = depth < 1 && !(node instanceof Node.Scalar) && deepness(node) > 2;
        if (top || deepness(node) > 2 || isLong(node) || hasCommentInside(node)) {
            return Optional.empty();
        }
        String line = flow(node);
        return before.length() + line.length() + 1 > WIDEST ? Optional.empty() : Optional.of(line);
    }

    private static boolean isLong(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar.text().contains("\n");
            case Node.Items items ->
                items.nodes().stream().anyMatch(Layout::isLong)
                        || (items.nodes().size() > 1 && items.nodes().stream().anyMatch(item -> deepness(item) > 0));
            case Node.Keys keys -> keys.entries().stream().anyMatch(entry -> isLong(entry.value()));
        };
    }

    private boolean hasCommentInside(Node node) {
        int first = node.place().line();
        int last = last(node);
        return comments.lines().keySet().stream().anyMatch(line -> line > first && line <= last)
                || comments.trailing().keySet().stream().anyMatch(line -> line >= first && line < last);
    }

    private static int last(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar.place().line();
            case Node.Items items ->
                items.nodes().stream()
                        .mapToInt(Layout::last)
                        .max()
                        .orElse(items.place().line());
            case Node.Keys keys ->
                keys.entries().stream()
                        .mapToInt(entry -> last(entry.value()))
                        .max()
                        .orElse(keys.place().line());
        };
    }

    private static int deepness(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> 0;
            case Node.Items items ->
                1 + items.nodes().stream().mapToInt(Layout::deepness).max().orElse(0);
            case Node.Keys keys ->
                1
                        + keys.entries().stream()
                                .mapToInt(entry -> deepness(entry.value()))
                                .max()
                                .orElse(0);
        };
    }

    private static String flow(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar(scalar);
            case Node.Items items ->
                items.nodes().stream().map(Layout::flow).collect(Collectors.joining(", ", "[", "]"));
            case Node.Keys keys ->
                sorted(keys).stream()
                        .map(entry -> scalar(entry.key()) + ": " + flow(entry.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /** Known keys stand in one order; names stand as they stood. */
    private static List<Node.Entry> sorted(Node.Keys keys) {
        boolean known = keys.entries().stream()
                .allMatch(entry -> ORDER.contains(entry.key().text()));
        if (!known) {
            return keys.entries();
        }
        List<Node.Entry> sorted = new ArrayList<>(keys.entries());
        sorted.sort(Comparator.comparingInt(entry -> ORDER.indexOf(entry.key().text())));
        return sorted;
    }

    /** Without quotes where YAML reads the same text again. */
    private static String scalar(Node.Scalar scalar) {
        String text = scalar.text();
        boolean safe = !text.isEmpty()
                && text.strip().equals(text)
                && "-?:,[]{}#&*!|>'\"%@`".indexOf(text.charAt(0)) < 0
                && text.chars().noneMatch(c -> ",[]{}".indexOf(c) >= 0 || Character.isISOControl(c))
                && !text.contains(": ")
                && !text.contains(" #")
                && !text.endsWith(":");
        boolean signed = text.matches("-[0-9].*|[<>=].*") && text.indexOf(',') < 0;
        if (safe || (signed && !text.startsWith(">")) || (text.isEmpty() && scalar.plain())) {
            return text;
        }
        return text.chars().anyMatch(Character::isISOControl)
                ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\""
                : "'" + text.replace("'", "''") + "'";
    }

    private void comments(int before, int depth) {
        for (Map.Entry<Integer, String> comment : new TreeMap<>(comments.lines()).entrySet()) {
            if (comment.getKey() > told && comment.getKey() < before) {
                out.append(indent(depth)).append(comment.getValue()).append('\n');
                told = comment.getKey();
            }
        }
    }

    private void trailing(Node node, int line) {
        String comment =
                comments.trailing().getOrDefault(last(node), comments.trailing().getOrDefault(line, ""));
        out.append(comment.isEmpty() ? "" : "  " + comment).append('\n');
    }

    private static String indent(int depth) {
        return "  ".repeat(depth);
    }
}
