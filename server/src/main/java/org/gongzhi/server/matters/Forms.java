package org.gongzhi.server.matters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Choices;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.server.bodies.Body;
import org.gongzhi.server.frame.Said;
import org.gongzhi.server.frame.pages.Asked;
import org.gongzhi.server.frame.pages.Field;
import org.gongzhi.server.frame.pages.Option;
import org.gongzhi.server.territory.Territory;
import org.gongzhi.server.territory.Unit;
import org.springframework.stereotype.Component;

/** Makes forms of what institutions ask (表单): each type of field of the language has its question on a page. */
@Component
class Forms {
    /** A text up to this length is one line. */
    private static final int LINE = 120;

    private static final int USUAL_RATING = 5;

    private final Territory territory;

    Forms(Territory territory) {
        this.territory = territory;
    }

    /** The questions of an institution's fields, with what was typed and what is wrong. */
    List<Field> fields(
            Rulebook book,
            Institution institution,
            List<Institution.Field> fields,
            Map<String, String> typed,
            Map<String, Text> faults,
            List<Drafts.Draft> drafts,
            LocalDate today) {
        List<Field> asked = new ArrayList<>();
        for (Institution.Field field : fields) {
            asked.add(field(book, institution, field, typed, faults, drafts, today));
        }
        return asked;
    }

    private Field field(
            Rulebook book,
            Institution institution,
            Institution.Field field,
            Map<String, String> typed,
            Map<String, Text> faults,
            List<Drafts.Draft> drafts,
            LocalDate today) {
        String name = field.name();
        String value = typed.getOrDefault(name, "");
        Asked asked = new Asked(
                name,
                field.title(),
                Text.NONE,
                field.required(),
                seenBy(institution, field),
                faults.getOrDefault(name, Text.NONE));
        return switch (field.type()) {
            case TEXT ->
                field.max() > 0 && field.max() <= LINE
                        ? new Field.Line(asked, Field.Line.Typing.TEXT, value, field.max())
                        : new Field.Area(asked, value, field.max());
            case CHOICE -> new Field.Choice(asked, choices(book, field), value);
            case PLACE -> new Field.Place(asked, places(today), value, typed.getOrDefault(name + ".detail", ""));
            case IMAGE, FILE ->
                new Field.Files(
                        asked,
                        Field.Files.Accepts.IMAGES,
                        Math.max(1, field.max()),
                        drafts.stream()
                                .map(draft -> new Field.KeptFile(draft.token(), draft.name()))
                                .toList());
            case CONTACT ->
                new Field.Contact(
                        asked, typed.getOrDefault(name + ".person", ""), typed.getOrDefault(name + ".phone", ""));
            case DATE -> new Field.Line(asked, Field.Line.Typing.DATE, value, 0);
            case NUMBER, MONEY -> new Field.Line(asked, Field.Line.Typing.NUMBER, value, 0);
            case MATTER -> new Field.Line(asked, Field.Line.Typing.CODE, value, 0);
            case YES_NO ->
                new Field.Choice(
                        asked,
                        List.of(Option.of("yes", Said.of("choice.yes")), Option.of("no", Said.of("choice.no"))),
                        value);
            case RATING -> new Field.Rating(asked, ratings(field), value);
        };
    }

    /** The question to whom a role is assigned. */
    Field assigns(Institution.Role role, List<Body> bodies, Map<String, String> typed, Map<String, Text> faults) {
        Asked asked = new Asked(
                role.name(), role.title(), Text.NONE, true, Text.NONE, faults.getOrDefault(role.name(), Text.NONE));
        List<Option> options = bodies.stream()
                .map(body -> Option.of(Seats.assignment(body), body.name()))
                .toList();
        return new Field.Choice(asked, options, typed.getOrDefault(role.name(), ""));
    }

    private static Text seenBy(Institution institution, Institution.Field field) {
        return join(field.seenBy().stream()
                .flatMap(role -> institution.findRole(role.name()).stream())
                .map(Institution.Role::title)
                .toList());
    }

    static Text join(List<Text> texts) {
        return new Text(
                String.join("、", texts.stream().map(Text::zh).toList()),
                String.join(", ", texts.stream().map(Text::en).toList()));
    }

    private static List<Option> choices(Rulebook book, Institution.Field field) {
        return Optional.ofNullable(field.of())
                .flatMap(of -> book.findList(of.name()))
                .map(Choices::choices)
                .orElse(List.of())
                .stream()
                .map(choice -> Option.of(choice.name(), choice.title()))
                .toList();
    }

    private static List<Option> ratings(Institution.Field field) {
        int most = field.max() == 0 ? USUAL_RATING : field.max();
        return IntStream.rangeClosed(1, most)
                .mapToObj(step -> most - step + 1)
                .map(step -> Option.of(
                        Integer.toString(step),
                        most == USUAL_RATING ? Said.of("rating." + step) : Text.same(Integer.toString(step))))
                .toList();
    }

    private List<Field.PlaceOption> places(LocalDate today) {
        return territory.communities(today).stream()
                .map(unit -> new Field.PlaceOption(
                        unit.name().zh(),
                        territory
                                        .findUnit(unit.parent())
                                        .map(street -> street.name().zh())
                                        .orElse("")
                                + " "
                                + unit.initials()))
                .toList();
    }

    /** The community that somebody means: by its name, its name without 社区, its English name, or its initials. */
    Optional<Unit> community(String typed, LocalDate today) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        List<Unit> communities = territory.communities(today);
        List<Unit> named = communities.stream()
                .filter(unit -> unit.name().zh().equals(wanted)
                        || unit.shortName().equals(wanted)
                        || unit.name().en().equalsIgnoreCase(wanted))
                .toList();
        if (!named.isEmpty()) {
            return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
        }
        List<Unit> sounding = communities.stream()
                .filter(unit -> unit.initials().equals(wanted))
                .toList();
        return sounding.size() == 1 ? Optional.of(sounding.getFirst()) : Optional.empty();
    }

    /** What somebody may have meant who typed a name that is none. */
    Text communityFault(String typed, LocalDate today) {
        if (typed.isBlank()) {
            return Said.of("fault.place-empty");
        }
        String start = typed.strip().toLowerCase(Locale.ROOT);
        List<Text> near = territory.communities(today).stream()
                .filter(unit -> unit.name().zh().contains(start.substring(0, 1))
                        || unit.initials().equals(start)
                        || unit.name().en().toLowerCase(Locale.ROOT).startsWith(start))
                .limit(5)
                .map(Unit::name)
                .toList();
        String quoted = typed.length() > 40 ? typed.substring(0, 40) + "…" : typed;
        return near.isEmpty()
                ? Said.of("fault.place-unknown", quoted)
                : Said.of("fault.place-near", quoted, join(near));
    }
}
