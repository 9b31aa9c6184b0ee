package org.gongzhi.rulebook.tree;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;
import org.jspecify.annotations.Nullable;

/**
 * A set of keys while it is read (键表). Each key that the reader asks for is a known one; {@link #close} reports what is left
 * over, with the nearest known key.
 */
public final class Sheet {
    private final Place place;
    private final Map<String, Node.Entry> left = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();
    private final Faults faults;

    private Sheet(Place place, List<Node.Entry> entries, Faults faults) {
        this.place = place;
        this.faults = faults;
        for (Node.Entry entry : entries) {
            left.put(entry.key().text(), entry);
        }
    }

    /** Opens a node that should have keys; anything else is a fault and reads as having none. */
    public static Sheet of(Node node, Faults faults) {
        if (node instanceof Node.Keys keys) {
            return new Sheet(keys.place(), keys.entries(), faults);
        }
        faults.add(
                "R006",
                node.place(),
                Text.of("这里应写键和值", "keys with values belong here"),
                Text.of("例如  title: {zh: …, en: …}", "for example  title: {zh: …, en: …}"));
        return new Sheet(node.place(), List.of(), faults);
    }

    public Place place() {
        return place;
    }

    public Faults faults() {
        return faults;
    }

    /** Whether a key is there. */
    public boolean has(String key) {
        return left.containsKey(key);
    }

    /** The value of a key, which is then known and read. */
    public Optional<Node> take(String key) {
        known.add(key);
        Node.@Nullable Entry entry = left.remove(key);
        return entry == null ? Optional.empty() : Optional.of(entry.value());
    }

    /** Where a key stands, or this sheet's own place if it isn't there. */
    public Place placeOf(String key) {
        Node.@Nullable Entry entry = left.get(key);
        return entry == null ? place : entry.key().place();
    }

    /** The value of a key that must be there; its absence is a fault. */
    public Optional<Node> need(String key, String example) {
        Optional<Node> value = take(key);
        if (value.isEmpty()) {
            faults.add(
                    "R005",
                    place,
                    Text.of("缺少“%s”", "`%s` is missing", key),
                    Text.of("例如  %s: %s", "for example  %s: %s", key, example));
        }
        return value;
    }

    /** All remaining keys with their values: for sheets whose keys are names. */
    public List<Node.Entry> names() {
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : left.values()) {
            if (isName(entry.key().text())) {
                entries.add(entry);
            } else {
                faults.add(
                        "R006",
                        entry.key().place(),
                        Text.of("“%s”不能作名称", "`%s` can't be a name", entry.key().text()),
                        Text.of("名称由小写字母、数字和连字符组成", "names are made of small letters, digits and hyphens"));
            }
        }
        left.clear();
        return entries;
    }

    /** A title in both languages, which must be there. */
    public Text title(String key) {
        return need(key, "{zh: …, en: …}").map(this::bilingual).orElse(Text.NONE);
    }

    private Text bilingual(Node node) {
        Sheet sheet = of(node, faults);
        String zh = sheet.take("zh").flatMap(value -> text(value)).orElse("");
        String en = sheet.take("en").flatMap(value -> text(value)).orElse("");
        sheet.close();
        if (zh.isBlank() || en.isBlank()) {
            faults.add(
                    "R007",
                    node.place(),
                    Text.of(
                            "缺少%s",
                            "%s is missing",
                            zh.isBlank() ? Text.of("中文", "the Chinese text") : Text.of("英文", "the English text")),
                    Text.of("写作  {zh: …, en: …}", "write  {zh: …, en: …}"));
        }
        return Text.of(zh, en);
    }

    /** Reads a node as one line of text. */
    public Optional<String> text(Node node) {
        if (node instanceof Node.Scalar scalar && !scalar.isBlank()) {
            return Optional.of(scalar.text());
        }
        faults.add("R006", node.place(), Text.of("这里应写文字", "text belongs here"), Text.NONE);
        return Optional.empty();
    }

    /** The text of a key, if it is there. */
    public Optional<String> text(String key) {
        return take(key).flatMap(this::text);
    }

    /** Reads a node as a name. */
    public Optional<String> name(Node node) {
        Optional<String> text = text(node);
        if (text.isPresent() && !isName(text.get().replace(".", ""))) {
            faults.add(
                    "R006",
                    node.place(),
                    Text.of("“%s”不是名称", "`%s` is not a name", text.get()),
                    Text.of("名称由小写字母、数字和连字符组成", "names are made of small letters, digits and hyphens"));
            return Optional.empty();
        }
        return text;
    }

    /** The name of a key, if it is there. */
    public Optional<String> name(String key) {
        return take(key).flatMap(this::name);
    }

    /** One name or a list of names, with their places; nothing if the key is not there. */
    public List<Node.Scalar> list(String key) {
        return take(key).map(this::list).orElse(List.of());
    }

    private List<Node.Scalar> list(Node node) {
        List<Node.Scalar> names = new ArrayList<>();
        for (Node item : node instanceof Node.Items items ? items.nodes() : List.of(node)) {
            if (name(item).isPresent() && item instanceof Node.Scalar scalar) {
                names.add(scalar);
            }
        }
        return List.copyOf(names);
    }

    /** One node or a list of nodes. */
    public static List<Node> items(Node node) {
        return node instanceof Node.Items items ? items.nodes() : List.of(node);
    }

    /** The date of a key, if it is there. */
    public Optional<LocalDate> date(String key) {
        return take(key).flatMap(this::date);
    }

    /** Reads a node as a date. */
    public Optional<LocalDate> date(Node node) {
        return text(node).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException notADate) {
                faults.add(
                        "R006",
                        node.place(),
                        Text.of("“%s”不是日期", "`%s` is not a date", text),
                        Text.of("例如  2026-01-31", "for example  2026-01-31"));
                return Optional.empty();
            }
        });
    }

    /** The whole number of a key, if it is there; a number outside the bounds is a fault. */
    public Optional<Integer> number(String key, int least, int most) {
        return take(key)
                .flatMap(node -> text(node).flatMap(text -> {
                    if (text.matches("-?[0-9]{1,9}")) {
                        int number = Integer.parseInt(text);
                        if (number >= least && number <= most) {
                            return Optional.of(number);
                        }
                    }
                    faults.add(
                            "R006",
                            node.place(),
                            Text.of(
                                    "“%s”不是 %s 到 %s 的整数",
                                    "`%s` is not a whole number from %s to %s", text, least, most),
                            Text.NONE);
                    return Optional.empty();
                }));
    }

    /** Whether a key says {@code true} or {@code yes}; {@code false} if it is not there. */
    public boolean yes(String key) {
        return take(key).flatMap(this::yesOrNo).orElse(false);
    }

    /** Reads a node as {@code yes} or {@code no}. */
    public Optional<Boolean> yesOrNo(Node node) {
        return text(node).flatMap(text -> switch (text) {
            case "true", "yes" -> Optional.of(true);
            case "false", "no" -> Optional.of(false);
            default -> {
                faults.add(
                        "R006",
                        node.place(),
                        Text.of("“%s”不是 yes 或 no", "`%s` is neither yes nor no", text),
                        Text.NONE);
                yield Optional.empty();
            }
        });
    }

    /** One of the words of a choice. */
    public <T> Optional<T> choice(Node node, Map<String, T> words) {
        return text(node).flatMap(text -> {
            @Nullable T meant = words.get(text);
            if (meant == null) {
                faults.add(
                        "R006",
                        node.place(),
                        Text.of("这里不能写“%s”", "`%s` can't stand here", text),
                        Nearest.mend(text, words.keySet()));
                return Optional.empty();
            }
            return Optional.of(meant);
        });
    }

    /** Reports the keys that nobody asked for. */
    public void close() {
        for (Node.Entry entry : left.values()) {
            String key = entry.key().text();
            faults.add(
                    "R004",
                    entry.key().place(),
                    Text.of("这里没有“%s”这个键", "there is no key `%s` here", key),
                    Nearest.mend(key, known));
        }
        left.clear();
    }

    /** Whether a text can be a name: small letters, digits and hyphens, beginning with a letter. */
    public static boolean isName(String text) {
        return text.length() <= 80 && text.matches("[a-z][a-z0-9-]*");
    }
}
