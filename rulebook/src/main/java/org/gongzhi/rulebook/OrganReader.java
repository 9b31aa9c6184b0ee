package org.gongzhi.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution.Ref;
import org.gongzhi.rulebook.tree.Node;
import org.gongzhi.rulebook.tree.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads the settings of the organ that serves a step (机关设置读取). */
final class OrganReader {
    static final Set<String> METHODS = Set.of("one-choice", "approval", "ranking", "points", "shares");
    private static final Ref NOTHING = new Ref(org.gongzhi.exact.Place.of(""), "");

    private OrganReader() {}

    /** The organ of a step, if it has one; two are a fault. */
    static Optional<Organ> read(Sheet step) {
        List<Organ> organs = new ArrayList<>();
        step.take("vote").ifPresent(node -> {
            Sheet sheet = Sheet.of(node, step.faults());
            Bodies.@Nullable Seat by = InstitutionReader.seat(sheet, "by");
            if (by == null) {
                sheet.need("by", "residents-council");
            }
            organs.add(new Organ.Vote(
                    node.place(),
                    by == null ? new Bodies.Seat(node.place(), "", null) : by,
                    needed(sheet, "quorum", "council-quorum"),
                    needed(sheet, "carried", "council-majority")));
            sheet.close();
        });
        step.take("ballot").ifPresent(node -> {
            Sheet sheet = Sheet.of(node, step.faults());
            java.util.Map<String, String> methods = new java.util.TreeMap<>();
            METHODS.forEach(method -> methods.put(method, method));
            organs.add(new Organ.Ballot(
                    node.place(),
                    needed(sheet, "electorate", "resident"),
                    sheet.need("method", "approval")
                            .flatMap(method -> sheet.choice(method, methods))
                            .orElse(""),
                    InstitutionReader.ref(sheet, "valid")));
            sheet.close();
        });
        step.take("rating").ifPresent(node -> {
            Sheet sheet = Sheet.of(node, step.faults());
            List<Bodies.Seat> raters = sheet.list("raters").stream()
                    .map(one -> Bodies.Seat.read(one.place(), one.text()))
                    .toList();
            organs.add(new Organ.Rating(
                    node.place(),
                    raters,
                    InstitutionReader.seat(sheet, "rated"),
                    needed(sheet, "scale", "four-grades")));
            sheet.close();
        });
        step.take("notice").ifPresent(node -> {
            Sheet sheet = Sheet.of(node, step.faults());
            organs.add(new Organ.Notice(node.place(), needed(sheet, "objections-to", "supervisor")));
            sheet.close();
        });
        step.take("pay").ifPresent(node -> {
            Sheet sheet = Sheet.of(node, step.faults());
            String from = sheet.need("from", "fiscal").flatMap(sheet::name).orElse("");
            organs.add(new Organ.Payment(
                    node.place(), from, sheet.yes("two-person"), InstitutionReader.ref(sheet, "approved-by")));
            sheet.close();
        });
        step.take("document").ifPresent(node -> {
            Sheet sheet = Sheet.of(node, step.faults());
            organs.add(new Organ.Document(
                    node.place(),
                    sheet.need("form", "transfer-letter").flatMap(sheet::name).orElse("")));
            sheet.close();
        });
        Optional<Node> opens = step.take("opens");
        opens.flatMap(step::name)
                .ifPresent(name -> organs.add(new Organ.SubMatter(
                        opens.orElseThrow().place(), new Ref(opens.orElseThrow().place(), name))));
        if (organs.size() > 1) {
            step.faults()
                    .add(
                            "R006",
                            organs.get(1).place(),
                            Text.of("一个步骤只能由一个机关办理", "a step is served by one organ only"),
                            Text.of("请分成两个步骤", "make two steps of it"));
        }
        return organs.stream().findFirst();
    }

    private static Ref needed(Sheet sheet, String key, String example) {
        @Nullable Ref ref = InstitutionReader.ref(sheet, key);
        if (ref == null) {
            sheet.need(key, example);
            return NOTHING;
        }
        return ref;
    }
}
