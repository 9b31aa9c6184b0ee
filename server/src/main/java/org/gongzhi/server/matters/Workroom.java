package org.gongzhi.server.matters;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Bodies;
import org.gongzhi.rulebook.Competence;
import org.gongzhi.rulebook.Course;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.State;
import org.gongzhi.server.access.Frames;
import org.gongzhi.server.access.Hats;
import org.gongzhi.server.bodies.Capacity;
import org.gongzhi.server.files.Darkroom;
import org.gongzhi.server.files.Pictures;
import org.gongzhi.server.frame.Pages;
import org.gongzhi.server.frame.Said;
import org.gongzhi.server.frame.pages.Fact;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.frame.pages.Pager;
import org.gongzhi.server.frame.pages.Verdict;
import org.gongzhi.server.institutions.Editions;
import org.gongzhi.server.journal.Act;
import org.gongzhi.server.journal.Actor;
import org.gongzhi.server.journal.Clock;
import org.gongzhi.server.journal.Journal;
import org.gongzhi.server.matters.pages.Desk;
import org.gongzhi.server.matters.pages.Inbox;
import org.gongzhi.server.messages.Notes;
import org.gongzhi.server.people.Vault;
import org.gongzhi.server.store.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where those who hold office work (工作台): what waits for them, by what runs out first, and each matter. */
@Controller
class Workroom {
    private static final int LIST = 100;
    private static final int BESIDE = 12;
    private static final int EDITION = 12;

    private final Editions editions;
    private final Hats hats;
    private final Hall hall;
    private final Matters matters;
    private final Clerk clerk;
    private final Sheets sheets;
    private final Seats seats;
    private final Acts acts;
    private final Journal journal;
    private final Notes notes;
    private final Vault vault;
    private final Pictures pictures;
    private final Darkroom darkroom;
    private final Drafts drafts;
    private final Pages pages;
    private final Frames frames;
    private final Clock clock;
    private final Work work;

    Workroom(
            Editions editions,
            Hats hats,
            Hall hall,
            Matters matters,
            Clerk clerk,
            Sheets sheets,
            Seats seats,
            Acts acts,
            Journal journal,
            Notes notes,
            Vault vault,
            Pictures pictures,
            Darkroom darkroom,
            Drafts drafts,
            Pages pages,
            Frames frames,
            Clock clock,
            Work work) {
        this.editions = editions;
        this.hats = hats;
        this.hall = hall;
        this.matters = matters;
        this.clerk = clerk;
        this.sheets = sheets;
        this.seats = seats;
        this.acts = acts;
        this.journal = journal;
        this.notes = notes;
        this.vault = vault;
        this.pictures = pictures;
        this.darkroom = darkroom;
        this.drafts = drafts;
        this.pages = pages;
        this.frames = frames;
        this.clock = clock;
        this.work = work;
    }

    /** Which matters a list shows. */
    private enum View {
        MINE,
        TOLD,
        OPEN,
        ALL;

        static View of(@Nullable String word) {
            return switch (word == null ? "" : word) {
                case "told" -> TOLD;
                case "open" -> OPEN;
                case "all" -> ALL;
                default -> MINE;
            };
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @GetMapping("/inbox")
    void inbox(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Capacity> worn = hats.worn(request);
        if (worn.isEmpty()) {
            response.sendRedirect("/capacity");
            return;
        }
        Capacity capacity = worn.get();
        Act act = act(capacity);
        String query = Typed.clean(request, "q").strip();
        View view = query.isEmpty() ? View.of(request.getParameter("view")) : View.ALL;
        long before = number(request.getParameter("before"));
        int from = from(request.getParameter("from"));
        List<Row> rows = rows(act, capacity, view, query, before, from).stream()
                .filter(row -> mayRead(capacity, row))
                .toList();
        long mine = work.reading(
                act.reach(), jdbc -> matters.waiting(jdbc, act.district(), capacity.body(), capacity.postKind()));
        long told = work.reading(
                act.reach(),
                jdbc -> notes.unseen(jdbc, act.district(), capacity.body(), capacity.postKind()).stream()
                        .map(Notes.Note::matter)
                        .distinct()
                        .count());
        List<Inbox.Row> shown = new ArrayList<>();
        for (Row row : rows.subList(0, Math.min(LIST, rows.size()))) {
            shown.add(listed(row, 0));
        }
        String more = rows.size() > LIST ? more(view, query, rows.get(LIST - 1), from) : "";
        pages.show(
                response,
                new Inbox(
                        frames.frame(request),
                        capacity.bodyName(),
                        filters(view, mine, told),
                        "/inbox",
                        query,
                        shown,
                        more.isEmpty() ? Pager.NONE : new Pager(more, "")));
    }

    /** What runs out is paged by place, what is newest by number. */
    private static String more(View view, String query, Row last, int from) {
        String next = view == View.MINE ? "&from=" + (from + LIST) : "&before=" + last.id();
        return "/inbox?view=" + view.word() + next
                + (query.isEmpty() ? "" : "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private static int from(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,5}") ? Integer.parseInt(typed) : 0;
    }

    private static List<Inbox.Filter> filters(View view, long mine, long told) {
        return List.of(
                new Inbox.Filter(Said.of("view.mine"), "/inbox", view == View.MINE, mine),
                new Inbox.Filter(Said.of("view.told"), "/inbox?view=told", view == View.TOLD, told),
                new Inbox.Filter(Said.of("view.open"), "/inbox?view=open", view == View.OPEN, 0),
                new Inbox.Filter(Said.of("view.all"), "/inbox?view=all", view == View.ALL, 0));
    }

    private List<Row> rows(Act act, Capacity capacity, View view, String query, long before, int from) {
        return work.reading(act.reach(), jdbc -> {
            if (!query.isEmpty()) {
                Optional<Row> exact =
                        Number.read(query).flatMap(number -> matters.find(jdbc, act.district(), number.matter()));
                if (exact.isPresent()) {
                    return List.of(exact.get());
                }
                List<String> words = Bigrams.of(query);
                return words.isEmpty() ? List.<Row>of() : matters.list(jdbc, act, false, words, before, LIST + 1);
            }
            return switch (view) {
                case MINE -> matters.desk(jdbc, act.district(), capacity.body(), capacity.postKind(), from, LIST + 1);
                case TOLD ->
                    notes.unseen(jdbc, act.district(), capacity.body(), capacity.postKind()).stream()
                            .map(Notes.Note::matter)
                            .distinct()
                            .flatMap(matter -> matters.find(jdbc, act.district(), matter).stream())
                            .toList();
                case OPEN -> matters.list(jdbc, act, true, List.of(), before, LIST + 1);
                case ALL -> matters.list(jdbc, act, false, List.of(), before, LIST + 1);
            };
        });
    }

    private Inbox.Row listed(Row row, long here) {
        Institution institution = hall.course(row).institution();
        String summary = row.summary().isBlank()
                ? Acts.shortened(clerk.form(row).getOrDefault("description", ""))
                : row.summary();
        return new Inbox.Row(
                row.number().toString(),
                "/desk/" + row.number(),
                Sheets.category(editions.edition(row.edition()), institution, row.category()),
                summary,
                sheets.community(row.pos()).zh(),
                sheets.status(institution, row.step()),
                sheets.due(row),
                Text.NONE,
                row.id() == here);
    }

    @GetMapping("/desk/{typed}")
    void desk(HttpServletRequest request, HttpServletResponse response, @PathVariable String typed) throws IOException {
        Optional<Capacity> worn = hats.worn(request);
        if (worn.isEmpty()) {
            response.sendRedirect("/capacity");
            return;
        }
        show(response, 200, worn.get(), typed, frames.frame(request), Acts.Attempt.NONE);
    }

    @PostMapping("/desk/{typed}/{action}")
    void act(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String typed,
            @PathVariable String action)
            throws IOException {
        Optional<Capacity> worn = hats.worn(request);
        if (worn.isEmpty()) {
            response.sendRedirect("/capacity");
            return;
        }
        Capacity capacity = worn.get();
        Act act = act(capacity);
        Optional<Row> row = find(act, capacity, typed);
        if (row.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Course course = hall.course(row.get());
        State state = clerk.state(row.get());
        Set<String> roles = seats.roles(course.institution(), state, row.get().pos(), capacity, act.lawDate());
        Typed answers = acts.read(request, course, state, roles, action, darkroom, drafts);
        Reply reply = answers.faults().isEmpty()
                ? hall.act(
                        act,
                        capacity,
                        row.get().number(),
                        new Hall.Attempted(Acts.revision(request), action, answers.answers(), answers.pictures()))
                : new Reply.Refused(Text.NONE, answers.faults(), List.of());
        if (reply instanceof Reply.Done) {
            response.sendRedirect("/desk/" + row.get().number() + "?" + Frames.SAID + "=acted");
            return;
        }
        Frame frame = acts.noticed(frames.frame(request, "/desk/" + row.get().number()), reply);
        show(response, 422, capacity, typed, frame, acts.attempt(reply, action, answers));
    }

    /** A photo of a matter that lies within the reach of the one who looks. */
    @GetMapping("/desk/{typed}/photo/{id}")
    void photo(
            HttpServletRequest request, HttpServletResponse response, @PathVariable String typed, @PathVariable UUID id)
            throws IOException {
        Optional<byte[]> jpeg = hats.worn(request).flatMap(capacity -> {
            Act act = act(capacity);
            return find(act, capacity, typed)
                    .flatMap(row ->
                            work.reading(act.reach(), jdbc -> pictures.findJpeg(jdbc, act.district(), row.id(), id)));
        });
        acts.send(response, jpeg);
    }

    private void show(
            HttpServletResponse response,
            int status,
            Capacity capacity,
            String typed,
            Frame frame,
            Acts.Attempt attempt)
            throws IOException {
        Act act = act(capacity);
        Optional<Row> found = find(act, capacity, typed);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Row row = found.get();
        Course course = hall.course(row);
        Institution institution = course.institution();
        State state = clerk.state(row);
        Set<String> roles = seats.roles(institution, state, row.pos(), capacity, act.lawDate());
        String base = "/desk/" + row.number();
        Read read = work.in(act.reach(), jdbc -> {
            notes.see(jdbc, act.district(), capacity.body(), capacity.postKind(), row.id(), act.at());
            List<Fact> personal = new ArrayList<>();
            for (Institution.Field field : institution.fields()) {
                boolean may = field.personal()
                        && field.seenBy().stream().anyMatch(role -> roles.contains(role.name()))
                        && act.actor() instanceof Actor.Officer;
                if (may && act.actor() instanceof Actor.Officer officer) {
                    vault.read(jdbc, act, officer, row.id(), field.name())
                            .ifPresent(plain -> personal.add(Fact.typed(field.title(), plain)));
                }
            }
            return new Read(
                    journal.events(jdbc, act.district(), row.id()),
                    journal.findings(jdbc, act.district(), row.id()),
                    pictures.pictures(jdbc, act.district(), row.id()),
                    personal,
                    matters.desk(jdbc, act.district(), capacity.body(), capacity.postKind(), 0, BESIDE));
        });
        List<Verdict> verdicts = read.findings().stream()
                .map(one -> sheets.verdict(frame.words(), institution, clerk.finding(one.body())))
                .toList();
        response.setHeader("Cache-Control", "no-store");
        pages.show(
                response,
                status,
                new Desk(
                        frame,
                        "/inbox",
                        read.beside().stream().map(one -> listed(one, row.id())).toList(),
                        institution.title(),
                        Sheets.href(institution),
                        row.edition()
                                .substring(0, Math.min(EDITION, row.edition().length())),
                        row.number().toString(),
                        title(row),
                        sheets.status(institution, row.step()),
                        sheets.next(frame.words(), institution, state, row.pos(), frame.today(), Sheets.Reader.OFFICER),
                        acts.forms(
                                editions.edition(row.edition()),
                                course,
                                row,
                                state,
                                roles,
                                base,
                                attempt,
                                frame.today()),
                        facts(row, institution, read.personal()),
                        verdicts,
                        sheets.timeline(
                                frame.words(),
                                row.edition(),
                                institution,
                                read.events(),
                                read.pictures(),
                                base,
                                Sheets.Reader.OFFICER)));
    }

    private record Read(
            List<Journal.Entry> events,
            List<Journal.Found> findings,
            List<Pictures.Shown> pictures,
            List<Fact> personal,
            List<Row> beside) {}

    private String title(Row row) {
        return row.summary().isBlank()
                ? Acts.shortened(clerk.form(row).getOrDefault("description", ""))
                : row.summary();
    }

    private List<Fact> facts(Row row, Institution institution, List<Fact> personal) {
        Map<String, String> form = clerk.form(row);
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                Said.of("fact.category"),
                Sheets.category(editions.edition(row.edition()), institution, row.category())));
        Text place = sheets.community(row.pos());
        facts.add(Fact.of(Said.of("fact.place"), place));
        String detail = form.getOrDefault("place.detail", "");
        if (!detail.isBlank()) {
            facts.add(Fact.typed(Said.of("fact.address"), detail));
        }
        facts.add(Fact.of(Said.of("fact.channel"), Said.of("channel." + row.channel())));
        for (Institution.Field field : institution.fields()) {
            String answer = form.getOrDefault(field.name(), "");
            if (field.type() == Institution.Type.TEXT && !answer.isBlank()) {
                facts.add(Fact.typed(field.title(), answer));
            }
        }
        facts.addAll(personal);
        return facts;
    }

    private Optional<Row> find(Act act, Capacity capacity, String typed) {
        return Number.read(typed)
                .flatMap(number ->
                        work.reading(act.reach(), jdbc -> matters.find(jdbc, act.district(), number.matter())))
                .filter(row -> mayRead(capacity, row));
    }

    /** Those who work on matters read them: bodies that decide or execute, and whoever has a role in this one. */
    private boolean mayRead(Capacity capacity, Row row) {
        if (worksHere(capacity)) {
            return true;
        }
        Institution institution = hall.course(row).institution();
        Set<String> roles = seats.roles(institution, clerk.state(row), row.pos(), capacity, clock.today());
        return institution.roles().stream().anyMatch(role -> roles.contains(role.name()));
    }

    private boolean worksHere(Capacity capacity) {
        Bodies.Body kind = editions.inForce().bodies().bodies().get(capacity.bodyKind());
        return kind != null
                && (kind.functions().contains(Competence.EXECUTE)
                        || kind.functions().contains(Competence.DECIDE));
    }

    private Act act(Capacity capacity) {
        return clock.act(new Actor.Officer(capacity.person(), capacity.id()), capacity.reach());
    }

    private static long number(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : Long.MAX_VALUE;
    }
}
