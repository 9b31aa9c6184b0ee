package org.gongzhi.server.matters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Event;
import org.gongzhi.rulebook.Finding;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Outcome;
import org.gongzhi.rulebook.Span;
import org.gongzhi.rulebook.State;
import org.gongzhi.server.frame.Said;
import org.gongzhi.server.journal.Act;
import org.gongzhi.server.journal.Actor;
import org.gongzhi.server.journal.Clock;
import org.gongzhi.server.journal.Consequences;
import org.gongzhi.server.people.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Puts what came of an act into the form in which it is kept, and reads it back (文书). */
@Component
class Clerk {
    private static final TypeReference<TreeMap<String, String>> FORM = new TypeReference<>() {};

    /** Room for the events and findings of one act beneath its revision. */
    private static final int EVENTS = 100;

    private static final int FINDINGS = 1000;

    private final JsonMapper json;
    private final Clock clock;
    private final Seats seats;

    Clerk(JsonMapper json, Clock clock, Seats seats) {
        this.json = json;
        this.clock = clock;
        this.seats = seats;
    }

    /** The number of the first event of an act on a matter of some revision; its pictures are numbered from there too. */
    static int firstEvent(int revision) {
        return revision * EVENTS;
    }

    /** Whether a picture came with the act that an event follows from. */
    static boolean isOfAct(int event, int picture) {
        return picture / EVENTS == event / EVENTS;
    }

    /** A personal field on its way into the vault. */
    record Personal(String plain, int keepDays) {}

    private record EventRow(int nr, Instant at, LocalDate law, boolean by_time, Happened body) {}

    private record FindingRow(int nr, int event_nr, Finding body) {}

    private record TaskRow(int nr, long body_id, List<String> posts, String role) {}

    private record SealedRow(String field, String key_id, String cipher, int keep_days) {}

    /** Takes the personal fields out of what was filled in: they go to the vault and nowhere else. */
    Map<String, Personal> takePersonal(Institution institution, Map<String, String> answers) {
        Map<String, Personal> personal = new LinkedHashMap<>();
        for (Institution.Field field : institution.fields()) {
            if (field.personal()) {
                String plain = answers.remove(field.name());
                if (plain != null && !plain.isBlank()) {
                    personal.put(field.name(), new Personal(plain, days(field.keep())));
                }
            }
        }
        return personal;
    }

    private static int days(@Nullable Span keep) {
        if (keep == null) {
            throw new IllegalStateException("a personal field without a time to keep passed the check");
        }
        return switch (keep.unit()) {
            case DAYS, WORKING_DAYS -> keep.amount();
            case MONTHS -> keep.amount() * 30;
            case YEARS -> keep.amount() * 365;
            case HOURS, WORKING_HOURS -> Math.max(1, keep.amount() / 24);
        };
    }

    /** The personal fields, sealed, as the statement that opens a matter takes them. */
    String sealed(Vault vault, int district, long matter, Map<String, Personal> personal) {
        List<SealedRow> rows = new ArrayList<>();
        personal.forEach((field, one) -> rows.add(new SealedRow(
                field,
                Vault.KEY_ID,
                HexFormat.of().formatHex(vault.seal(district, matter, field, one.plain())),
                one.keepDays())));
        return json.writeValueAsString(rows);
    }

    /**
     * What is written of a matter after an act.
     *
     * @param revision before the act
     * @param form the matter's fields after it
     * @param answers what was written with the act
     */
    Matters.Written written(
            Act act,
            Institution institution,
            long id,
            long pos,
            int revision,
            Map<String, String> form,
            Map<String, String> answers,
            Outcome.Done done) {
        State now = done.now();
        List<Seats.Turn> turns = seats.turns(institution, now, pos, act.lawDate());
        String summary = form.getOrDefault("summary", "");
        return new Matters.Written(
                id,
                pos,
                now.step(),
                json.writeValueAsString(now),
                json.writeValueAsString(form),
                form.getOrDefault("category", ""),
                summary,
                isPublic(institution, now) && !summary.isBlank(),
                clock.instant(now.since()),
                instant(now.due()),
                instant(now.next()),
                now.ended() == null ? null : clock.instant(now.since()),
                Bigrams.of(form.getOrDefault("description", ""), summary, form.getOrDefault("place.detail", "")),
                events(act, revision, answers, done.events()),
                findings(revision, done.findings()),
                tasks(turns),
                UUID.randomUUID(),
                json.writeValueAsString(consequences(act, institution, id, pos, now, done.events())));
    }

    /** From the step after which the institution lets the public read, on. */
    private static boolean isPublic(Institution institution, State now) {
        Institution.Ref after = institution.publication().after();
        return after != null && now.passed().contains(after.name());
    }

    private String events(Act done, int revision, Map<String, String> answers, List<Event> events) {
        List<EventRow> rows = new ArrayList<>();
        for (Event event : events) {
            boolean act = event.kind() == Event.Kind.ACTED || event.kind() == Event.Kind.APPEALED;
            boolean byTime = !act
                    && event.kind() != Event.Kind.OPENED
                    && (done.actor() instanceof Actor.Time || event.at().isBefore(done.local()));
            rows.add(new EventRow(
                    firstEvent(revision) + rows.size(),
                    clock.instant(event.at()),
                    event.at().toLocalDate(),
                    byTime,
                    new Happened(event, act ? answers : Map.of())));
        }
        return json.writeValueAsString(rows);
    }

    private String findings(int revision, List<Finding> findings) {
        List<FindingRow> rows = new ArrayList<>();
        for (Finding finding : findings) {
            rows.add(new FindingRow(revision * FINDINGS + rows.size(), firstEvent(revision), finding));
        }
        return json.writeValueAsString(rows);
    }

    private String tasks(List<Seats.Turn> turns) {
        List<TaskRow> rows = new ArrayList<>();
        for (Seats.Turn turn : turns) {
            rows.add(new TaskRow(rows.size(), turn.body().id(), turn.posts(), turn.role()));
        }
        return json.writeValueAsString(rows);
    }

    private Consequences consequences(
            Act act, Institution institution, long id, long pos, State now, List<Event> events) {
        List<Consequences.Count> counts = new ArrayList<>();
        List<Consequences.Tell> tells = new ArrayList<>();
        for (Event event : events) {
            if (event.kind() == Event.Kind.OPENED) {
                counts.add(new Consequences.Count("opened", 1));
            }
            if (!event.to().isEmpty()) {
                counts.add(new Consequences.Count("to." + event.to(), 1));
            }
            for (String whom : event.whom()) {
                seats.told(institution, now, whom, pos, act.lawDate())
                        .ifPresent(turn -> tells.addAll(tells(turn, institution, event, new Number(id))));
            }
        }
        if (now.ended() != null) {
            counts.add(new Consequences.Count("ended", 1));
        }
        if (events.stream().anyMatch(event -> event.kind() == Event.Kind.APPEALED)) {
            counts.add(new Consequences.Count("ended", -1));
        }
        return new Consequences(institution.name(), act.at(), act.lawDate(), counts, tells);
    }

    private static List<Consequences.Tell> tells(Seats.Turn turn, Institution institution, Event event, Number number) {
        Text step =
                institution.findStep(event.step()).map(Institution.Step::title).orElse(Text.NONE);
        Text says = switch (event.kind()) {
            case ESCALATED -> Said.of("told.escalated", number, step);
            case TOLD -> Said.of("told.overdue", number, step);
            case OPENED, ACTED, TIMED_OUT, APPEALED -> Said.of("told.moved", number, step);
        };
        List<String> posts = turn.posts().isEmpty() ? List.of("") : turn.posts();
        return posts.stream()
                .map(post -> new Consequences.Tell(turn.body().id(), post, says))
                .toList();
    }

    State state(Row row) {
        return json.readValue(row.state(), State.class);
    }

    Map<String, String> form(Row row) {
        return new HashMap<>(json.readValue(row.form(), FORM));
    }

    Happened happened(String body) {
        return json.readValue(body, Happened.class);
    }

    Finding finding(String body) {
        return json.readValue(body, Finding.class);
    }

    private @Nullable Instant instant(@Nullable LocalDateTime local) {
        return local == null ? null : clock.instant(local);
    }
}
