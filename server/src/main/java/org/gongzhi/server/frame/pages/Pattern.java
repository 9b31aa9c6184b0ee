package org.gongzhi.server.frame.pages;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gongzhi.exact.Text;
import org.gongzhi.server.frame.Words;
import org.jspecify.annotations.Nullable;

/**
 * The page that shows every element in all its states (样式总览).
 *
 * @param dues one of each standing
 * @param statuses one of each tone
 * @param empty the kinds of field, nothing typed
 * @param wrong the same with a fault each
 */
public record Pattern(
        Frame frame,
        List<Notice> notices,
        List<Due> dues,
        List<Status> statuses,
        Note note,
        List<Verdict> verdicts,
        List<Field> empty,
        List<Field> wrong,
        List<ActForm> acts,
        List<Entry> timeline,
        List<Fact> facts,
        List<Figure> figures) {
    public Pattern {
        notices = List.copyOf(notices);
        dues = List.copyOf(dues);
        statuses = List.copyOf(statuses);
        verdicts = List.copyOf(verdicts);
        empty = List.copyOf(empty);
        wrong = List.copyOf(wrong);
        acts = List.copyOf(acts);
        timeline = List.copyOf(timeline);
        facts = List.copyOf(facts);
        figures = List.copyOf(figures);
    }

    /** The page with its examples, which stand in the message files. */
    public static Pattern of(Frame frame) {
        return new Examples(frame).pattern();
    }

    /** Puts the examples together. */
    private static final class Examples {
        private final Frame frame;
        private final Words words;
        private final LocalDateTime noon;

        Examples(Frame frame) {
            this.frame = frame;
            this.words = frame.words();
            this.noon = frame.today().atTime(12, 0);
        }

        Pattern pattern() {
            return new Pattern(
                    frame,
                    List.of(
                            new Notice(Notice.Kind.DONE, said("notice.done"), Text.NONE),
                            new Notice(Notice.Kind.SAID, said("notice.said"), Text.NONE),
                            new Notice(Notice.Kind.CAREFUL, said("notice.careful"), said("notice.careful-more")),
                            new Notice(Notice.Kind.WRONG, said("notice.wrong"), said("notice.wrong-more"))),
                    List.of(
                            due(Due.Standing.AMPLE, 3, Span.Unit.WORKING_DAYS),
                            due(Due.Standing.SOON, 1, Span.Unit.WORKING_HOURS),
                            due(Due.Standing.OVERDUE, 2, Span.Unit.WORKING_DAYS),
                            due(Due.Standing.STOPPED, 0, Span.Unit.DAYS),
                            due(Due.Standing.MET, 0, Span.Unit.DAYS)),
                    statuses(),
                    note(),
                    List.of(
                            verdict(Verdict.Holding.HOLDS, "16 ≥ 2/3 × 24 = 16", Text.NONE, Text.NONE),
                            verdict(Verdict.Holding.FAILS, "15 ≥ 2/3 × 24 = 16", said("note.margin"), Text.NONE),
                            verdict(Verdict.Holding.NOT_EVALUATED, "", Text.NONE, said("verdict.why"))),
                    fields("e", Text.NONE),
                    fields("w", said("field.fault")),
                    List.of(
                            act("first", ActForm.Weight.FIRST, Text.NONE),
                            act("usual", ActForm.Weight.USUAL, Text.NONE),
                            act("grave", ActForm.Weight.GRAVE, Text.NONE),
                            act("shut", ActForm.Weight.USUAL, said("act.shut-why"))),
                    List.of(entry(words.say("pattern.timeline.typed"), note()), entry("", null), entry("", null)),
                    List.of(
                            new Fact(said("fact.label"), said("timeline.typed"), true, said("field.seen"), List.of()),
                            Fact.of(said("long"), said("long.word")),
                            Fact.typed(said("long"), words.say("pattern.long.latin"))),
                    List.of(
                            new Figure(said("figure.label"), 1873, 1962, said("figure.unit"), note()),
                            new Figure(said("figure.label"), 0, 0, said("figure.unit"), null)));
        }

        private List<Status> statuses() {
            return List.of(
                    new Status(said("status.open"), Status.Tone.OPEN),
                    new Status(said("status.waiting"), Status.Tone.WAITING),
                    new Status(said("status.done"), Status.Tone.DONE),
                    new Status(said("status.declined"), Status.Tone.DECLINED),
                    new Status(said("status.draft"), Status.Tone.DRAFT));
        }

        private List<Field> fields(String prefix, Text fault) {
            List<Option> few = options(3);
            List<Option> scale = IntStream.iterate(5, step -> step > 0, step -> step - 1)
                    .mapToObj(step -> Option.of(Integer.toString(step), said("rating." + step)))
                    .toList();
            boolean wrong = !fault.isEmpty();
            String typed = wrong ? "x" : "";
            List<Field> fields = new ArrayList<>();
            fields.add(new Field.Line(asked(prefix, "line", true, fault), Field.Line.Typing.TEXT, typed, 40));
            fields.add(new Field.Area(
                    new Asked(
                            prefix + "-area",
                            said("field.area"),
                            said("field.area-hint"),
                            true,
                            said("field.seen"),
                            fault),
                    typed,
                    4000));
            fields.add(new Field.Choice(asked(prefix, "choice", true, fault), few, wrong ? "2" : ""));
            fields.add(new Field.Choice(asked(prefix, "many", false, fault), options(12), ""));
            fields.add(new Field.Rating(asked(prefix, "rating", true, fault), scale, wrong ? "4" : ""));
            fields.add(new Field.Place(
                    asked(prefix, "place", true, fault),
                    List.of(new Field.PlaceOption(words.in(said("option", 1)), words.in(said("option-hint")))),
                    typed,
                    ""));
            fields.add(new Field.Files(
                    asked(prefix, "files", false, fault),
                    Field.Files.Accepts.IMAGES,
                    6,
                    wrong ? List.of(new Field.KeptFile("k1", "IMG_2034.jpg")) : List.of()));
            fields.add(new Field.Contact(asked(prefix, "contact", false, fault), "", ""));
            fields.add(new Field.Tick(asked(prefix, "tick", true, fault), false));
            return fields;
        }

        private List<Option> options(int many) {
            return IntStream.rangeClosed(1, many)
                    .mapToObj(number -> new Option(
                            Integer.toString(number),
                            said("option", number),
                            number == 2 ? said("option-hint") : Text.NONE))
                    .toList();
        }

        private Asked asked(String prefix, String kind, boolean required, Text fault) {
            return new Asked(prefix + "-" + kind, said("field." + kind), Text.NONE, required, Text.NONE, fault);
        }

        private ActForm act(String name, ActForm.Weight weight, Text shut) {
            Field reason = new Field.Line(asked(name, "line", true, Text.NONE), Field.Line.Typing.TEXT, "", 200);
            return new ActForm(
                    name,
                    said("act." + name),
                    said("act.explains"),
                    "/pattern",
                    List.of(),
                    List.of(reason),
                    weight,
                    shut);
        }

        private Entry entry(String typed, @Nullable Note note) {
            return new Entry(
                    noon, said("timeline.what"), said("timeline.who"), typed, List.of(), Status.Tone.OPEN, note);
        }

        private Due due(Due.Standing standing, long left, Span.Unit unit) {
            return new Due(noon, standing, new Span(left, unit), null);
        }

        private Note note() {
            return new Note(
                    said("note.says"), said("note.cite"), "15 ≥ 2/3 × 24 = 16", said("note.margin"), "/institutions");
        }

        private Verdict verdict(Verdict.Holding holding, String comparison, Text margin, Text why) {
            return new Verdict(
                    holding,
                    said("verdict.rule"),
                    said("note.cite"),
                    said("verdict.on"),
                    comparison,
                    margin,
                    why,
                    "/institutions",
                    List.of());
        }

        private Text said(String key, Object... arguments) {
            return Text.same(words.say("pattern." + key, arguments));
        }
    }
}
