package org.gongzhi.rulebook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.tree.Faults;
import org.gongzhi.rulebook.tree.Node;
import org.gongzhi.rulebook.tree.Sheet;

/** Reads {@code bodies.yaml} (机构文件读取). */
final class BodiesReader {
    private BodiesReader() {}

    static Bodies read(Node root, Faults faults) {
        Sheet sheet = Sheet.of(root, faults);
        List<Bodies.Level> levels = new ArrayList<>();
        sheet.need("levels", "{district: {zh: 区, en: district}}").ifPresent(node -> {
            Sheet names = Sheet.of(node, faults);
            for (Node.Entry entry : names.names()) {
                levels.add(new Bodies.Level(entry.key().text(), title(entry, faults)));
            }
        });
        Map<String, Bodies.Body> bodies = new LinkedHashMap<>();
        sheet.need("bodies", "{…}").ifPresent(node -> {
            for (Node.Entry entry : Sheet.of(node, faults).names()) {
                bodies.put(entry.key().text(), body(entry, levels, faults));
            }
        });
        Map<String, Text> people = new LinkedHashMap<>();
        people.put("anyone", Text.of("任何人", "anyone"));
        sheet.take("people").ifPresent(node -> {
            for (Node.Entry entry : Sheet.of(node, faults).names()) {
                people.put(entry.key().text(), title(entry, faults));
            }
        });
        sheet.close();
        return new Bodies(levels, bodies, people);
    }

    /** A name whose value is its title. */
    private static Text title(Node.Entry entry, Faults faults) {
        Node wrapped = new Node.Keys(
                entry.key().place(),
                List.of(new Node.Entry(new Node.Scalar(entry.key().place(), "title", true), entry.value())));
        return Sheet.of(wrapped, faults).title("title");
    }

    private static Bodies.Body body(Node.Entry entry, List<Bodies.Level> levels, Faults faults) {
        Sheet sheet = Sheet.of(entry.value(), faults);
        Text title = sheet.title("title");
        Map<String, String> known = new LinkedHashMap<>();
        levels.forEach(level -> known.put(level.name(), level.name()));
        String level = sheet.need("level", "community")
                .flatMap(node -> sheet.choice(node, known))
                .orElse("");
        Set<Competence> functions = EnumSet.noneOf(Competence.class);
        sheet.take("functions").ifPresent(node -> {
            for (Node item : Sheet.items(node)) {
                sheet.choice(item, Competence.WORDS).ifPresent(functions::add);
            }
        });
        Map<String, Bodies.Post> posts = new LinkedHashMap<>();
        sheet.take("posts").ifPresent(node -> {
            for (Node.Entry post : Sheet.of(node, faults).names()) {
                posts.put(post.key().text(), post(post, faults));
            }
        });
        sheet.close();
        return new Bodies.Body(entry.key().text(), entry.key().place(), title, level, functions, posts);
    }

    private static Bodies.Post post(Node.Entry entry, Faults faults) {
        Sheet sheet = Sheet.of(entry.value(), faults);
        Text title = sheet.title("title");
        int seats = sheet.number("seats", 1, 100_000).orElse(1);
        var term = sheet.take("term").flatMap(node -> Spans.read(node, sheet));
        boolean votes = sheet.yes("votes");
        List<Bodies.Seat> incompatible = sheet.list("incompatible").stream()
                .map(seat -> Bodies.Seat.read(seat.place(), seat.text()))
                .toList();
        sheet.close();
        return new Bodies.Post(
                entry.key().text(), entry.key().place(), title, seats, term.orElse(null), votes, incompatible);
    }
}
