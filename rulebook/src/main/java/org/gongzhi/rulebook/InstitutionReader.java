package org.gongzhi.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution.Ref;
import org.gongzhi.rulebook.tree.Faults;
import org.gongzhi.rulebook.tree.Node;
import org.gongzhi.rulebook.tree.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads one file of {@code institutions/} (制度读取); its steps are read by {@link StepReader}. */
final class InstitutionReader {
    private final Faults faults;
    private final Map<String, Text> dictionary;

    private InstitutionReader(Map<String, Text> dictionary, Faults faults) {
        this.dictionary = dictionary;
        this.faults = faults;
    }

    /** An institution; where a part can't be read, a fault is added and the part is left out. */
    static Institution read(Node root, String source, Map<String, Text> dictionary, Faults faults) {
        return new InstitutionReader(dictionary, faults).institution(root, source);
    }

    private Institution institution(Node root, String source) {
        Sheet sheet = Sheet.of(root, faults);
        String name = sheet.need("institution", "resident-request")
                .flatMap(sheet::name)
                .orElse("");
        Text title = sheet.title("title");
        LocalDate from = sheet.need("from", "2026-01-01").flatMap(sheet::date).orElse(LocalDate.EPOCH);
        String level = sheet.need("level", "community").flatMap(sheet::name).orElse("");
        String cite = sheet.text("cite").orElse("");
        List<Ref> by = new ArrayList<>();
        List<String> through = new ArrayList<>();
        sheet.need("opens", "{by: [anyone], through: [web]}").ifPresent(node -> {
            Sheet opens = Sheet.of(node, faults);
            by.addAll(refs(opens, "by"));
            opens.list("through").forEach(channel -> through.add(channel.text()));
            opens.close();
        });
        Map<String, List<Ref>> seenBy = seenBy(sheet);
        List<Institution.Field> fields = new ArrayList<>();
        sheet.take("fields").ifPresent(node -> {
            for (Node.Entry entry : Sheet.of(node, faults).names()) {
                fields.add(field(entry, seenBy));
            }
        });
        unknownFields(seenBy, fields);
        List<Institution.Role> roles = new ArrayList<>();
        sheet.take("roles").ifPresent(node -> {
            for (Node.Entry entry : Sheet.of(node, faults).names()) {
                roles.add(role(entry));
            }
        });
        Ref begins = sheet.need("begins", "received")
                .flatMap(node -> sheet.name(node).map(step -> new Ref(node.place(), step)))
                .orElse(new Ref(root.place(), ""));
        List<Institution.Step> steps = new ArrayList<>();
        sheet.need("steps", "{received: …}").ifPresent(node -> {
            for (Node.Entry entry : Sheet.of(node, faults).names()) {
                steps.add(StepReader.read(entry, dictionary, faults));
            }
        });
        Institution.Publication publication = publication(sheet);
        List<Institution.Measure> measures = new ArrayList<>();
        sheet.take("measures").ifPresent(node -> {
            for (Node.Entry entry : Sheet.of(node, faults).names()) {
                measures.add(measure(entry));
            }
        });
        List<Institution.Walk> walks = new ArrayList<>();
        sheet.take("examples").ifPresent(node -> {
            for (Node item : Sheet.items(node)) {
                walk(item, source).ifPresent(walks::add);
            }
        });
        String transition = sheet.take("transition")
                .flatMap(node -> sheet.choice(node, Map.of("stay", "stay", "move", "move")))
                .orElse("stay");
        sheet.close();
        return new Institution(
                name,
                root.place(),
                title,
                from,
                level,
                cite,
                by,
                through,
                fields,
                roles,
                begins,
                steps,
                publication,
                measures,
                walks,
                transition,
                source);
    }

    private Map<String, List<Ref>> seenBy(Sheet sheet) {
        Map<String, List<Ref>> seenBy = new HashMap<>();
        sheet.take("seen-by").ifPresent(node -> {
            for (Node.Entry entry : Sheet.of(node, faults).names()) {
                Sheet one = Sheet.of(
                        new Node.Keys(
                                entry.key().place(),
                                List.of(new Node.Entry(
                                        new Node.Scalar(entry.key().place(), "roles", true), entry.value()))),
                        faults);
                List<Ref> roles = new ArrayList<>(refs(one, "roles"));
                roles.addFirst(new Ref(entry.key().place(), entry.key().text()));
                seenBy.put(entry.key().text(), roles);
            }
        });
        return seenBy;
    }

    private void unknownFields(Map<String, List<Ref>> seenBy, List<Institution.Field> fields) {
        List<String> names = fields.stream().map(Institution.Field::name).toList();
        seenBy.forEach((field, refs) -> {
            if (!names.contains(field)) {
                faults.add(
                        "R110",
                        refs.getFirst().place(),
                        Text.of("没有字段“%s”", "there is no field `%s`", field),
                        org.gongzhi.rulebook.tree.Nearest.mend(field, names));
            }
        });
    }

    private Institution.Field field(Node.Entry entry, Map<String, List<Ref>> seenBy) {
        Sheet sheet = Sheet.of(entry.value(), faults);
        String name = entry.key().text();
        Text title = title(sheet, name, dictionary);
        Institution.Type type = sheet.need("type", "text")
                .flatMap(node -> sheet.choice(node, Institution.Type.WORDS))
                .orElse(Institution.Type.TEXT);
        @Nullable Ref of = ref(sheet, "of");
        if (type == Institution.Type.CHOICE && of == null) {
            sheet.need("of", "request-categories");
        }
        boolean required = sheet.yes("required");
        int max = sheet.number("max", 1, 100_000).orElse(0);
        boolean personal = sheet.yes("personal");
        Optional<Span> keep = sheet.take("keep").flatMap(node -> Spans.read(node, sheet));
        @Nullable Ref writtenBy = ref(sheet, "written-by");
        @Nullable Ref publicAs = ref(sheet, "public-as");
        sheet.close();
        List<Ref> seers = seenBy.getOrDefault(name, List.of());
        return new Institution.Field(
                name,
                entry.key().place(),
                title,
                type,
                of,
                required,
                max,
                personal || type == Institution.Type.CONTACT,
                keep.orElse(null),
                writtenBy,
                publicAs,
                seers.isEmpty() ? seers : seers.subList(1, seers.size()));
    }

    private Institution.Role role(Node.Entry entry) {
        Sheet sheet = Sheet.of(entry.value(), faults);
        Text title = title(sheet, entry.key().text(), dictionary);
        Bodies.@Nullable Seat body = seat(sheet, "body");
        Optional<String> post = sheet.name("post");
        Bodies.@Nullable Seat seat =
                body == null ? null : new Bodies.Seat(body.place(), body.body(), post.orElse(body.post()));
        Bodies.@Nullable Seat deputy = seat(sheet, "deputy");
        @Nullable Ref assignedBy = ref(sheet, "assigned-by");
        List<Bodies.Seat> from = sheet.list("from").stream()
                .map(one -> Bodies.Seat.read(one.place(), one.text()))
                .toList();
        if (seat == null && from.isEmpty()) {
            sheet.need("body", "work-station");
        }
        sheet.close();
        return new Institution.Role(entry.key().text(), entry.key().place(), title, seat, deputy, assignedBy, from);
    }

    private Institution.Publication publication(Sheet sheet) {
        Optional<Node> node = sheet.take("public");
        if (node.isEmpty()) {
            return new Institution.Publication(sheet.place(), List.of(), null);
        }
        Sheet inner = Sheet.of(node.get(), faults);
        List<Ref> shows = refs(inner, "shows");
        @Nullable Ref after = ref(inner, "after");
        inner.close();
        return new Institution.Publication(node.get().place(), shows, after);
    }

    private Institution.Measure measure(Node.Entry entry) {
        Sheet sheet = Sheet.of(entry.value(), faults);
        Text title = title(sheet, entry.key().text(), dictionary);
        List<Ref> part = refs(sheet, "part");
        boolean onTime = sheet.yes("on-time");
        List<Ref> of = refs(sheet, "of");
        List<Ref> median = refs(sheet, "median-days");
        sheet.close();
        boolean days = median.size() == 2;
        if (days ? !part.isEmpty() || !of.isEmpty() : part.isEmpty() || of.isEmpty()) {
            faults.add(
                    "R005",
                    entry.key().place(),
                    Text.of("指标没有说明数什么、以什么为基数", "the figure doesn't say what is counted and of what"),
                    Text.of(
                            "例如  {part: [closed], of: [received]} 或 {median-days: [received, closed]}",
                            "for example  {part: [closed], of: [received]} or {median-days: [received, closed]}"));
        }
        return new Institution.Measure(
                entry.key().text(),
                entry.key().place(),
                title,
                part,
                onTime,
                of,
                days ? median.getFirst() : null,
                days ? median.getLast() : null);
    }

    /** The lines of a walk, each at its own place in the file. */
    private Optional<Institution.Walk> walk(Node node, String source) {
        Sheet sheet = Sheet.of(node, faults);
        Optional<Node> text = sheet.need("walk", "|");
        sheet.close();
        if (text.isEmpty() || !(text.get() instanceof Node.Scalar scalar)) {
            return Optional.empty();
        }
        List<String> file = source.lines().toList();
        List<Institution.Walk.Line> lines = new ArrayList<>();
        int at = scalar.place().line();
        for (String written : scalar.text().lines().toList()) {
            String line = (written.contains("#") ? written.substring(0, written.indexOf('#')) : written).strip();
            if (line.isEmpty()) {
                continue;
            }
            int found = at - 1;
            while (found < file.size() && !file.get(found).contains(line)) {
                found++;
            }
            at = found < file.size() ? found + 1 : at;
            int column = found < file.size() ? file.get(found).indexOf(line) + 1 : 1;
            lines.add(new Institution.Walk.Line(
                    new org.gongzhi.exact.Place(scalar.place().file(), at, column), line));
            at++;
        }
        return Optional.of(new Institution.Walk(scalar.place(), lines));
    }

    /** A name and its place, if the key is there. */
    static @Nullable Ref ref(Sheet sheet, String key) {
        Optional<Node> node = sheet.take(key);
        return node.flatMap(sheet::name)
                .map(name -> new Ref(node.orElseThrow().place(), name))
                .orElse(null);
    }

    /** Names with their places; a single one needs no brackets. */
    static List<Ref> refs(Sheet sheet, String key) {
        return sheet.list(key).stream()
                .map(one -> new Ref(one.place(), one.text()))
                .toList();
    }

    /** A seat, if the key is there. */
    static Bodies.@Nullable Seat seat(Sheet sheet, String key) {
        @Nullable Ref ref = ref(sheet, key);
        return ref == null ? null : Bodies.Seat.read(ref.place(), ref.name());
    }

    /** The title of a named thing: its own, or the one that words.yaml gives to its name. */
    static Text title(Sheet sheet, String name, Map<String, Text> dictionary) {
        @Nullable Text known = dictionary.get(name);
        if (!sheet.has("title") && known != null) {
            sheet.take("title");
            return known;
        }
        return sheet.title("title");
    }
}
