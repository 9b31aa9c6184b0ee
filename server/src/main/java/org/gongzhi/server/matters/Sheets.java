package org.gongzhi.server.matters;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Choices;
import org.gongzhi.rulebook.Event;
import org.gongzhi.rulebook.Finding;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Possible;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.State;
import org.gongzhi.rulebook.Timetable;
import org.gongzhi.server.bodies.Bodies;
import org.gongzhi.server.bodies.Capacity;
import org.gongzhi.server.files.Pictures;
import org.gongzhi.server.frame.Said;
import org.gongzhi.server.frame.Words;
import org.gongzhi.server.frame.pages.Attachment;
import org.gongzhi.server.frame.pages.Due;
import org.gongzhi.server.frame.pages.Entry;
import org.gongzhi.server.frame.pages.Next;
import org.gongzhi.server.frame.pages.Note;
import org.gongzhi.server.frame.pages.Span;
import org.gongzhi.server.frame.pages.Status;
import org.gongzhi.server.frame.pages.Verdict;
import org.gongzhi.server.institutions.Editions;
import org.gongzhi.server.journal.Clock;
import org.gongzhi.server.journal.District;
import org.gongzhi.server.journal.Journal;
import org.gongzhi.server.people.People;
import org.gongzhi.server.territory.Territory;
import org.gongzhi.server.territory.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets out on pages where a matter stands (事项呈现): status, what comes next, until when and by which rule. */
@Component
class Sheets {
    /** The last quarter of the time is soon. */
    private static final int SOON = 4;

    private final Bodies bodies;
    private final People people;
    private final Territory territory;
    private final District district;
    private final Clock clock;
    private final Clerk clerk;
    private final Seats seats;
    private final Editions editions;

    Sheets(
            Bodies bodies,
            People people,
            Territory territory,
            District district,
            Clock clock,
            Clerk clerk,
            Seats seats,
            Editions editions) {
        this.bodies = bodies;
        this.people = people;
        this.territory = territory;
        this.district = district;
        this.clock = clock;
        this.clerk = clerk;
        this.seats = seats;
        this.editions = editions;
    }

    /** Who reads a timeline: each reads what was written for them. */
    enum Reader {
        OFFICER,
        OPENER,
        PUBLIC
    }

    Status status(Institution institution, String step) {
        Optional<Institution.Step> found = institution.findStep(step);
        Text word = found.map(Institution.Step::title).orElse(Text.same(step));
        Status.Tone tone = found.map(Sheets::tone).orElse(Status.Tone.OPEN);
        return new Status(word, tone);
    }

    static Status.Tone tone(Institution.Step step) {
        Institution.Ending ending = step.ending();
        if (ending != null) {
            return switch (ending) {
                case DONE -> Status.Tone.DONE;
                case DECLINED -> Status.Tone.DECLINED;
            };
        }
        Institution.Ref who = step.who();
        return who != null && who.name().equals(Institution.OPENER) ? Status.Tone.WAITING : Status.Tone.OPEN;
    }

    /** Until when a matter's step should be done, with the rule in the margin; null where no clock runs. */
    @Nullable
    Due due(Words words, Institution institution, State state) {
        LocalDateTime due = state.due();
        if (due == null || state.ended() != null) {
            return null;
        }
        return due(
                due, state.since(), unit(institution, state), note(words, institution, state.step(), state.deadline()));
    }

    /** The same for a list, where no rule is told. */
    @Nullable
    Due due(Row row) {
        Instant due = row.dueAt();
        if (due == null || row.closedAt() != null) {
            return null;
        }
        Institution institution =
                editions.edition(row.edition()).course(row.institution()).institution();
        return due(clock.local(due), clock.local(row.movedAt()), unit(institution, clerk.state(row)), null);
    }

    /** In what unit the rule counts the time of a matter's step. */
    private org.gongzhi.rulebook.Span.Unit unit(Institution institution, State state) {
        return editions.edition(state.edition())
                .course(institution.name())
                .period(state)
                .map(org.gongzhi.rulebook.Span::unit)
                .orElse(org.gongzhi.rulebook.Span.Unit.DAYS);
    }

    private Due due(LocalDateTime due, LocalDateTime since, org.gongzhi.rulebook.Span.Unit unit, @Nullable Note note) {
        LocalDateTime now = clock.local();
        boolean over = now.isAfter(due);
        Duration all = Duration.between(since, due);
        Due.Standing standing = over
                ? Due.Standing.OVERDUE
                : Duration.between(now, due).multipliedBy(SOON).compareTo(all) < 0
                        ? Due.Standing.SOON
                        : Due.Standing.AMPLE;
        return new Due(due, standing, over ? left(due, now, unit) : left(now, due, unit), note);
    }

    /** What lies between two times, counted as the rule counts. */
    private Span left(LocalDateTime from, LocalDateTime to, org.gongzhi.rulebook.Span.Unit unit) {
        Timetable timetable = editions.inForce().timetable();
        return switch (unit) {
            case WORKING_HOURS -> {
                Duration working = timetable.workingBetween(from, to);
                yield working.toHours() < 1
                        ? new Span(working.toMinutes(), Span.Unit.WORKING_MINUTES)
                        : new Span(working.toHours(), Span.Unit.WORKING_HOURS);
            }
            case WORKING_DAYS -> {
                int days = timetable.workingDaysBetween(from.toLocalDate(), to.toLocalDate());
                yield days == 0 ? plain(Duration.between(from, to)) : new Span(days, Span.Unit.WORKING_DAYS);
            }
            case HOURS, DAYS, MONTHS, YEARS -> plain(Duration.between(from, to));
        };
    }

    private static Span plain(Duration left) {
        if (left.toHours() < 1) {
            return new Span(Math.max(1, left.toMinutes()), Span.Unit.MINUTES);
        }
        return left.toDays() < 2 ? new Span(left.toHours(), Span.Unit.HOURS) : new Span(left.toDays(), Span.Unit.DAYS);
    }

    /** The rule of a deadline, as it stands in the margin. */
    @Nullable
    Note note(Words words, Institution institution, String step, @Nullable Finding finding) {
        if (finding == null) {
            return null;
        }
        int line = institution.findStep(step).map(one -> one.place().line()).orElse(0);
        return new Note(
                finding.title(),
                Said.of("cite.institution", institution.title(), line),
                words.in(finding.comparison()),
                margin(finding),
                href(institution) + "#L" + line);
    }

    static String href(Institution institution) {
        return "/institutions/" + institution.name();
    }

    private static Text margin(Finding finding) {
        Long margin = finding.margin();
        if (margin == null) {
            return Text.NONE;
        }
        return margin < 0
                ? Said.of("margin.missing", -margin, finding.unit())
                : Said.of("margin.spare", margin, finding.unit());
    }

    /** What happens next, who has to act, until when. */
    Next next(Words words, Institution institution, State state, long pos, LocalDate today, Reader reader) {
        Optional<Institution.Step> step = institution.findStep(state.step());
        if (state.ended() != null) {
            Text ended = step.map(Institution.Step::title).orElse(Text.NONE);
            boolean appeal = editions
                    .edition(state.edition())
                    .course(institution.name())
                    .possible(state, Set.of(Institution.OPENER))
                    .stream()
                    .map(Possible::until)
                    .anyMatch(until -> until == null || !clock.local().isAfter(until));
            return new Next(Said.of(appeal ? "next.ended-appeal" : "next.ended", ended), Text.NONE, null);
        }
        String role = step.map(Institution.Step::who).map(Institution.Ref::name).orElse("");
        Due due = due(words, institution, state);
        if (role.equals(Institution.OPENER)) {
            return new Next(
                    Said.of(reader == Reader.OPENER ? "next.opener" : "next.waits-for-opener", title(step)),
                    Said.of("who.opener"),
                    due);
        }
        Text body = seats.name(institution, state, role, pos, today);
        Text who = body.isEmpty()
                ? institution.findRole(role).map(Institution.Role::title).orElse(Text.NONE)
                : body;
        return new Next(Said.of("next.office", who, title(step)), who, due);
    }

    private static Text title(Optional<Institution.Step> step) {
        return step.map(Institution.Step::title).orElse(Text.NONE);
    }

    /** The category that was chosen, in its own words. */
    static Text category(Rulebook book, Institution institution, String chosen) {
        return institution
                .findField("category")
                .flatMap(field -> Optional.ofNullable(field.of()))
                .flatMap(of -> book.findList(of.name()))
                .flatMap(list -> list.find(chosen))
                .map(Choices.Choice::title)
                .orElse(institution.title());
    }

    /** Where a matter lies, as it may be told to everybody: the community. */
    Text community(long pos) {
        return territory.findAt(Unit.Kind.COMMUNITY, pos).map(Unit::name).orElse(Text.NONE);
    }

    /** What happened to a matter, newest first, as far as it was written for this reader. */
    List<Entry> timeline(
            Words words,
            String edition,
            Institution institution,
            List<Journal.Entry> events,
            List<Pictures.Shown> pictures,
            String base,
            Reader reader) {
        List<Entry> timeline = new ArrayList<>();
        for (Journal.Entry entry : events) {
            Happened happened = clerk.happened(entry.body());
            Event event = happened.event();
            if (reader != Reader.OFFICER && event.kind() == Event.Kind.TOLD) {
                continue;
            }
            boolean mine = isFor(institution, event, reader);
            timeline.add(new Entry(
                    event.at(),
                    what(institution, event),
                    who(entry, reader),
                    mine ? typed(words, editions.edition(edition), institution, happened.answers()) : "",
                    mine && isAct(event) ? photos(base, entry.nr(), pictures) : List.of(),
                    event.to().isEmpty()
                            ? Status.Tone.OPEN
                            : status(institution, event.to()).tone(),
                    null));
        }
        return timeline;
    }

    /** Of all that follows from an act, its own event: one in each act, but not always the first. */
    private static boolean isAct(Event event) {
        return switch (event.kind()) {
            case OPENED, ACTED, APPEALED -> true;
            case TOLD, ESCALATED, TIMED_OUT -> false;
        };
    }

    /** The pictures that came with an act. */
    private static List<Attachment> photos(String base, int event, List<Pictures.Shown> pictures) {
        List<Attachment> photos = new ArrayList<>();
        for (Pictures.Shown picture : pictures) {
            if (Clerk.isOfAct(event, picture.nr())) {
                photos.add(new Attachment(
                        Integer.toString(photos.size() + 1),
                        base + "/photo/" + picture.id(),
                        picture.width() + " × " + picture.height(),
                        true));
            }
        }
        return photos;
    }

    /** The opener reads what they wrote and what was written to them; everybody reads neither. */
    private static boolean isFor(Institution institution, Event event, Reader reader) {
        return switch (reader) {
            case OFFICER -> true;
            case PUBLIC -> false;
            case OPENER ->
                event.kind() == Event.Kind.OPENED
                        || event.role().equals(Institution.OPENER)
                        || tellsOpener(institution, event)
                        || institution
                                .findStep(event.to())
                                .filter(step -> tone(step) != Status.Tone.OPEN)
                                .isPresent();
        };
    }

    private static boolean tellsOpener(Institution institution, Event event) {
        return institution
                .findStep(event.step())
                .flatMap(step -> step.findAction(event.action()))
                .filter(action ->
                        action.tells().stream().anyMatch(who -> who.name().equals(Institution.OPENER)))
                .isPresent();
    }

    /** What was written and chosen with an act: texts as typed, choices in their own words. */
    private static String typed(Words words, Rulebook book, Institution institution, Map<String, String> answers) {
        StringBuilder typed = new StringBuilder();
        for (Institution.Field field : institution.fields()) {
            String answer = answers.getOrDefault(field.name(), "");
            if (answer.isBlank()) {
                continue;
            }
            String line = switch (field.type()) {
                case TEXT -> answer;
                case CHOICE -> words.in(Text.of("%s：%s", "%s: %s", field.title(), chosen(book, field, answer)));
                case RATING, NUMBER, MONEY, DATE, MATTER -> words.in(Text.of("%s：%s", "%s: %s", field.title(), answer));
                case PLACE, IMAGE, FILE, CONTACT, YES_NO -> "";
            };
            typed.append(typed.isEmpty() || line.isEmpty() ? "" : "\n").append(line);
        }
        return typed.toString();
    }

    private static Text chosen(Rulebook book, Institution.Field field, String answer) {
        return Optional.ofNullable(field.of())
                .flatMap(of -> book.findList(of.name()))
                .flatMap(list -> list.find(answer))
                .map(Choices.Choice::title)
                .orElse(Text.same(answer));
    }

    private static Text what(Institution institution, Event event) {
        Text to = institution.findStep(event.to()).map(Institution.Step::title).orElse(Text.NONE);
        Text from =
                institution.findStep(event.step()).map(Institution.Step::title).orElse(Text.NONE);
        Text action = institution
                .findStep(event.step())
                .flatMap(step -> step.findAction(event.action()))
                .map(Institution.Action::title)
                .orElse(Said.of("event.appeal"));
        return switch (event.kind()) {
            case OPENED -> Said.of("event.opened", to);
            case ACTED, APPEALED -> Said.of("event.acted", action, to);
            case TOLD -> Said.of("event.told", from);
            case ESCALATED -> Said.of("event.escalated", from);
            case TIMED_OUT -> Said.of("event.timed-out", from, to);
        };
    }

    private Text who(Journal.Entry entry, Reader reader) {
        Long id = entry.capacity();
        if (id == null) {
            return Said.of("who." + entry.actor());
        }
        Optional<Capacity> capacity = bodies.findCapacity(district.id(), id);
        Text post = capacity.map(one -> new Text(
                        one.bodyName().zh() + one.postName().zh(),
                        one.bodyName().en() + ", " + one.postName().en()))
                .orElse(Text.NONE);
        return capacity.isPresent() && reader == Reader.OFFICER
                ? Text.of("%s %s", "%s, %s", post, people.name(capacity.get().person()))
                : post;
    }

    /** A finding as it stands on a page. */
    Verdict verdict(Words words, Institution institution, Finding finding) {
        String rule = finding.rule();
        int slash = rule.indexOf('/');
        Text cite = slash < 0 || !finding.cite().isEmpty()
                ? Text.same(finding.cite())
                : Said.of("cite.institution", institution.title(), line(institution, rule.substring(slash + 1)));
        Text on = Said.of(
                finding.verified() ? "finding.on" : "finding.on-unverified",
                finding.on(),
                finding.edition().substring(0, Math.min(12, finding.edition().length())));
        return new Verdict(
                finding.holds() ? Verdict.Holding.HOLDS : Verdict.Holding.FAILS,
                finding.title(),
                cite,
                on,
                words.in(finding.comparison()),
                margin(finding),
                Text.NONE,
                href(institution) + (slash < 0 ? "" : "#L" + line(institution, rule.substring(slash + 1))),
                finding.parts().stream()
                        .map(part -> verdict(words, institution, part))
                        .toList());
    }

    private static int line(Institution institution, String step) {
        return institution.findStep(step).map(one -> one.place().line()).orElse(1);
    }
}
