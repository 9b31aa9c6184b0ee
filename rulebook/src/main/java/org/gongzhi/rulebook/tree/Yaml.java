package org.gongzhi.rulebook.tree;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one YAML file as a tree (YAML 读取). What lets a file mean something other than what a clerk sees in it is refused
 * by name: anchors, aliases, tags, merge keys, several documents, tabs, a key twice.
 */
public final class Yaml {
    private static final int LARGEST = 1 << 20;
    private static final int DEEPEST = 16;

    private final String file;
    private final Faults faults;
    private final Iterator<Event> events;

    private Yaml(String file, Faults faults, Iterator<Event> events) {
        this.file = file;
        this.faults = faults;
        this.events = events;
    }

    /** The text of a file, or empty with a fault if it is too large or not in UTF-8. */
    public static Optional<String> decode(String file, byte[] bytes, Faults faults) {
        if (bytes.length > LARGEST) {
            faults.add(
                    "R008",
                    Place.of(file),
                    Text.of("文件有 %s 字节，超过 1 MiB", "the file has %s bytes, more than 1 MiB", bytes.length),
                    Text.of("请分成几个文件", "divide it into several files"));
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
            faults.learn(file, content);
            return Optional.of(content);
        } catch (CharacterCodingException notUtf8) {
            faults.add(
                    "R008",
                    Place.of(file),
                    Text.of("文件不是 UTF-8 编码", "the file is not written in UTF-8"),
                    Text.of("请另存为 UTF-8", "save it as UTF-8"));
            return Optional.empty();
        }
    }

    /** The tree of a file; empty, with at least one fault, if it can't be read as one. */
    public static Optional<Node> read(String file, byte[] bytes, Faults faults) {
        Optional<String> text = decode(file, bytes, faults);
        if (text.isEmpty() || hasTab(file, text.get(), faults)) {
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        int before = faults.count();
        try {
            Iterator<Event> events = new ParserImpl(settings, new StreamReader(settings, text.get()));
            Optional<Node> root = new Yaml(file, faults, events).document();
            return faults.count() > before ? Optional.empty() : root;
        } catch (Refusal refusal) {
            faults.add(refusal.code, refusal.place, refusal.what, refusal.mend);
        } catch (MarkedYamlEngineException broken) {
            Place place = broken.getProblemMark().map(mark -> place(file, mark)).orElse(Place.of(file));
            faults.add(
                    "R001",
                    place,
                    Text.of("这里读不成 YAML：%s", "this can't be read as YAML: %s", broken.getProblem()),
                    Text.NONE);
        } catch (YamlEngineException broken) {
            faults.add(
                    "R001",
                    Place.of(file),
                    Text.of("这里读不成 YAML：%s", "this can't be read as YAML: %s", firstLine(broken)),
                    Text.NONE);
        }
        return Optional.empty();
    }

    private static String firstLine(YamlEngineException broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
    }

    private static boolean hasTab(String file, String text, Faults faults) {
        int line = 0;
        boolean has = false;
        for (String content : text.lines().toList()) {
            line++;
            int at = content.indexOf('\t');
            if (at >= 0) {
                has = true;
                faults.add(
                        "R002",
                        new Place(file, line, content.codePointCount(0, at) + 1),
                        Text.of("这里有制表符", "a tab stands here"),
                        Text.of("请用空格", "use blanks"));
            }
        }
        return has;
    }

    private Optional<Node> document() {
        events.next();
        if (!(events.next() instanceof org.snakeyaml.engine.v2.events.DocumentStartEvent start)) {
            throw new Refusal(
                    "R001",
                    Place.of(file),
                    Text.of("文件是空的", "the file is empty"),
                    Text.of("请写入内容或删去文件", "write something into it or remove it"));
        }
        if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
            throw refused(
                    start,
                    Text.of("YAML 指令", "a YAML directive"),
                    Text.of("请删去以 %% 开头的行", "remove the lines that begin with %%"));
        }
        Node root = node(events.next(), 0);
        events.next();
        Event after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw refused(
                    after,
                    Text.of("第二个文档", "a second document"),
                    Text.of("一个文件只写一个文档", "write one document to a file"));
        }
        return Optional.of(root);
    }

    private Node node(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new Refusal(
                    "R008",
                    place(event),
                    Text.of("嵌套超过 %s 层", "this is nested more than %s levels deep", DEEPEST),
                    Text.NONE);
        }
        if (event instanceof AliasEvent) {
            throw refused(event, Text.of("别名（*）", "an alias (*)"), Text.of("请把内容写在这里", "write here what is meant"));
        }
        if (event instanceof NodeEvent named && named.getAnchor().isPresent()) {
            throw refused(event, Text.of("锚（&）", "an anchor (&)"), Text.of("请删去", "remove it"));
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent list -> {
                untagged(list, list.getTag().isPresent());
                yield items(list, depth);
            }
            case MappingStartEvent keys -> {
                untagged(keys, keys.getTag().isPresent());
                yield keys(keys, depth);
            }
            default -> throw new IllegalStateException("event %s in %s".formatted(event, file));
        };
    }

    private Node.Scalar scalar(ScalarEvent scalar) {
        untagged(scalar, scalar.getTag().isPresent());
        return new Node.Scalar(place(scalar), scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN);
    }

    private Node.Items items(Event start, int depth) {
        List<Node> nodes = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            nodes.add(node(event, depth + 1));
        }
        return new Node.Items(place(start), nodes);
    }

    private Node.Keys keys(Event start, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, Place> known = new HashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Node name = node(event, depth + 1);
            if (!(name instanceof Node.Scalar key)) {
                throw refused(event, Text.of("结构作键", "a structure as a key"), Text.of("键应是一个词", "a key is one word"));
            }
            if (key.plain() && key.text().equals("<<")) {
                throw refused(
                        event, Text.of("合并键（<<）", "a merge key (<<)"), Text.of("请把内容写在这里", "write here what is meant"));
            }
            Node value = node(events.next(), depth + 1);
            @Nullable Place first = known.putIfAbsent(key.text(), key.place());
            if (first == null) {
                entries.add(new Node.Entry(key, value));
            } else {
                faults.add(
                        "R003",
                        key.place(),
                        Text.of("键“%s”已在第 %s 行写过", "the key `%s` stands already in line %s", key.text(), first.line()),
                        Text.of("请删去其中一个", "remove one of the two"));
            }
        }
        return new Node.Keys(place(start), entries);
    }

    private void untagged(Event event, boolean tagged) {
        if (tagged) {
            throw refused(event, Text.of("标签（!）", "a tag (!)"), Text.of("请删去", "remove it"));
        }
    }

    private Refusal refused(Event event, Text thing, Text mend) {
        return new Refusal("R002", place(event), Text.of("规则文件中不允许%s", "%s is not allowed in a rulebook", thing), mend);
    }

    private Place place(Event event) {
        return event.getStartMark().map(mark -> place(file, mark)).orElse(Place.of(file));
    }

    private static Place place(String file, Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Ends the reading of one file. */
    private static final class Refusal extends RuntimeException {
        private final String code;
        private final transient Place place;
        private final transient Text what;
        private final transient Text mend;

        Refusal(String code, Place place, Text what, Text mend) {
            super(what.en(), null, false, false);
            this.code = code;
            this.place = place;
            this.what = what;
            this.mend = mend;
        }
    }
}
