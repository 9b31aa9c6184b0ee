package org.gongzhi.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution.Ref;
import org.gongzhi.rulebook.tree.Faults;
import org.gongzhi.rulebook.tree.Node;
import org.gongzhi.rulebook.tree.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads the steps of an institution (步骤读取). */
final class StepReader {
    private final Faults faults;
    private final Map<String, Text> dictionary;

    private StepReader(Map<String, Text> dictionary, Faults faults) {
        this.dictionary = dictionary;
        this.faults = faults;
    }

    static Institution.Step read(Node.Entry entry, Map<String, Text> dictionary, Faults faults) {
        return new StepReader(dictionary, faults).step(entry);
    }

    private Institution.Step step(Node.Entry entry) {
        Sheet sheet = Sheet.of(entry.value(), faults);
        Text title = InstitutionReader.title(sheet, entry.key().text(), dictionary);
        @Nullable Ref who = InstitutionReader.ref(sheet, "who");
        Optional<Competence> function = sheet.take("function").flatMap(node -> sheet.choice(node, Competence.WORDS));
        Optional<Institution.Within> within = sheet.take("within").flatMap(node -> within(node, sheet));
        List<Institution.Overdue> overdue = new ArrayList<>();
        sheet.take("overdue").ifPresent(node -> {
            for (Node item : Sheet.items(node)) {
                overdue(item).ifPresent(overdue::add);
            }
        });
        List<Institution.Action> actions = new ArrayList<>();
        sheet.take("actions").ifPresent(node -> {
            for (Node.Entry action : Sheet.of(node, faults).names()) {
                actions.add(action(action));
            }
        });
        boolean stopsClock = sheet.yes("stops-clock");
        Institution.@Nullable Move onTimeout =
                sheet.take("on-timeout").map(this::move).orElse(null);
        Optional<Institution.Ending> ending =
                sheet.take("final").flatMap(node -> sheet.choice(node, Institution.Ending.WORDS));
        Institution.@Nullable Appeal appeal =
                sheet.take("appeal").map(this::appeal).orElse(null);
        @Nullable Ref follows = InstitutionReader.ref(sheet, "follows");
        Optional<Organ> organ = OrganReader.read(sheet);
        sheet.close();
        if (ending.isEmpty() && (who == null || actions.isEmpty())) {
            faults.add(
                    "R005",
                    entry.key().place(),
                    Text.of(
                            "步骤“%s”没有写明谁能做什么",
                            "the step `%s` doesn't say who can do what",
                            entry.key().text()),
                    Text.of("请写 who: 和 actions:，或写 final: done", "add who: and actions:, or final: done"));
        }
        return new Institution.Step(
                entry.key().text(),
                entry.key().place(),
                title,
                who,
                function.orElse(null),
                within.orElse(null),
                overdue,
                actions,
                stopsClock,
                onTimeout,
                ending.orElse(null),
                appeal,
                follows,
                organ.orElse(null));
    }

    private Optional<Institution.Within> within(Node node, Sheet sheet) {
        if (node instanceof Node.Scalar scalar && scalar.text().startsWith("rule ")) {
            return Optional.of(
                    new Institution.Within.ByRule(node.place(), scalar.text().substring("rule ".length())));
        }
        if (node instanceof Node.Scalar scalar && scalar.text().endsWith(".deadline")) {
            String field = scalar.text().substring(0, scalar.text().length() - ".deadline".length());
            return Optional.of(new Institution.Within.ByChoice(node.place(), field));
        }
        return Spans.read(node, sheet).map(span -> new Institution.Within.Fixed(node.place(), span));
    }

    private Optional<Institution.Overdue> overdue(Node node) {
        Sheet sheet = Sheet.of(node, faults);
        Optional<Span> after = sheet.need("after", "1 working day").flatMap(one -> Spans.read(one, sheet));
        List<Bodies.Seat> tells = sheet.list("tell").stream()
                .map(seat -> Bodies.Seat.read(seat.place(), seat.text()))
                .toList();
        Bodies.@Nullable Seat escalates = InstitutionReader.seat(sheet, "escalate-to");
        sheet.close();
        if (tells.isEmpty() && escalates == null) {
            faults.add(
                    "R005",
                    node.place(),
                    Text.of("逾期后没有告知任何人", "nobody is told when this time is over"),
                    Text.of(
                            "例如  {after: 0 hours, tell: work-station.head}",
                            "for example  {after: 0 hours, tell: work-station.head}"));
        }
        return after.map(span -> new Institution.Overdue(node.place(), span, tells, escalates));
    }

    private Institution.Action action(Node.Entry entry) {
        Sheet sheet = Sheet.of(entry.value(), faults);
        Text title = InstitutionReader.title(sheet, entry.key().text(), dictionary);
        Ref to = to(sheet, entry.key().place());
        List<Ref> asks = InstitutionReader.refs(sheet, "asks");
        List<Ref> tells = InstitutionReader.refs(sheet, "tells");
        List<Ref> requires = InstitutionReader.refs(sheet, "requires");
        Place limited = sheet.placeOf("at-most");
        Optional<Integer> atMost = sheet.number("at-most", 1, 1_000);
        Place thenPlace = sheet.placeOf("then");
        Optional<Node> then = sheet.take("then");
        sheet.close();
        if (then.isPresent() && atMost.isEmpty()) {
            faults.add(
                    "R112",
                    thenPlace,
                    Text.of("有 then 而没有 at-most", "there is a `then:` without an `at-most:`"),
                    Text.of("请补上  at-most: 2", "add for example  at-most: 2"));
        }
        boolean closed = then.isPresent()
                && then.get() instanceof Node.Scalar scalar
                && scalar.text().equals("closed");
        Institution.@Nullable Limit limit = null;
        if (atMost.isPresent()) {
            limit = new Institution.Limit(
                    limited, atMost.get(), then.isEmpty() || closed ? null : move(then.get()), closed);
        }
        return new Institution.Action(entry.key().text(), entry.key().place(), title, to, asks, tells, requires, limit);
    }

    private Institution.Move move(Node node) {
        Sheet sheet = Sheet.of(node, faults);
        Ref to = to(sheet, node.place());
        List<Ref> tells = InstitutionReader.refs(sheet, "tells");
        sheet.close();
        return new Institution.Move(to, tells);
    }

    private static Ref to(Sheet sheet, Place place) {
        @Nullable Ref to = sheet.has("to") ? InstitutionReader.ref(sheet, "to") : null;
        if (to == null) {
            sheet.need("to", "closed");
            return new Ref(place, "");
        }
        return to;
    }

    private Institution.Appeal appeal(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return new Institution.Appeal(node.place(), new Ref(node.place(), scalar.text()), null, null);
        }
        Sheet sheet = Sheet.of(node, faults);
        @Nullable Text outside = sheet.has("outside") ? sheet.title("outside") : null;
        sheet.take("outside");
        @Nullable Ref to = outside == null ? to(sheet, node.place()) : null;
        Optional<Span> within = sheet.take("within").flatMap(span -> Spans.read(span, sheet));
        sheet.close();
        return new Institution.Appeal(node.place(), to, within.orElse(null), outside);
    }
}
