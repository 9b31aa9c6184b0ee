package org.gongzhi.server.institutions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rule;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.draw.Drawing;
import org.gongzhi.server.access.Frames;
import org.gongzhi.server.access.Hats;
import org.gongzhi.server.bodies.Bodies;
import org.gongzhi.server.bodies.Body;
import org.gongzhi.server.bodies.Capacity;
import org.gongzhi.server.frame.Pages;
import org.gongzhi.server.frame.Said;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.frame.pages.Status;
import org.gongzhi.server.institutions.pages.Institution.Holder;
import org.gongzhi.server.institutions.pages.Institution.LawLine;
import org.gongzhi.server.institutions.pages.Institution.Move;
import org.gongzhi.server.institutions.pages.Institution.Step;
import org.gongzhi.server.institutions.pages.Institutions;
import org.gongzhi.server.journal.District;
import org.gongzhi.server.people.People;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How we are governed (制度公开): each institution's text, its steps and deadlines, and who holds its roles. */
@Controller
class Registry {
    private final Editions editions;
    private final Bodies bodies;
    private final People people;
    private final District district;
    private final Hats hats;
    private final Pages pages;
    private final Frames frames;

    Registry(
            Editions editions, Bodies bodies, People people, District district, Hats hats, Pages pages, Frames frames) {
        this.editions = editions;
        this.bodies = bodies;
        this.people = people;
        this.district = district;
        this.hats = hats;
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping("/institutions")
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Frame frame = frames.frame(request);
        Rulebook book = editions.inForce();
        List<Institutions.Row> rows = book.institutions().stream()
                .map(one -> new Institutions.Row(
                        "/institutions/" + one.name(),
                        one.title(),
                        about(one),
                        status(one, frame),
                        one.from(),
                        book.digest().substring(0, 12),
                        Organs.missing(one).orElse(Text.NONE)))
                .toList();
        pages.show(response, new Institutions(frame, rows));
    }

    @GetMapping("/institutions/{name}")
    void text(HttpServletRequest request, HttpServletResponse response, @PathVariable String name) throws IOException {
        Rulebook book = editions.inForce();
        Optional<Institution> found = book.findInstitution(name);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Institution institution = found.get();
        Frame frame = frames.frame(request);
        List<LawLine> lines = new ArrayList<>();
        for (String line : institution.source().stripTrailing().split("\n", -1)) {
            lines.add(LawLine.of(lines.size() + 1, line));
        }
        pages.show(
                response,
                new org.gongzhi.server.institutions.pages.Institution(
                        frame,
                        institution.name(),
                        institution.title(),
                        about(institution),
                        status(institution, frame),
                        institution.from(),
                        book.digest(),
                        institution.place().file(),
                        steps(book, institution),
                        holders(book, institution, hats.worn(request), frame.today()),
                        lines,
                        "/institutions/" + institution.name() + "/text"));
    }

    /** The institution as a drawing: lanes of those who act, periods, timers, appeals. */
    @GetMapping("/institutions/{name}/drawing.svg")
    void drawing(HttpServletRequest request, HttpServletResponse response, @PathVariable String name)
            throws IOException {
        Rulebook book = editions.inForce();
        Optional<Institution> found = book.findInstitution(name);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Language language = frames.frame(request).words().language();
        response.setContentType("image/svg+xml");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "max-age=300");
        response.getOutputStream()
                .write(Drawing.svg(found.get(), book, language).getBytes(StandardCharsets.UTF_8));
    }

    /** The file as it stands, for whoever wants to check it elsewhere. */
    @GetMapping("/institutions/{name}/text")
    void raw(HttpServletResponse response, @PathVariable String name) throws IOException {
        Optional<Institution> found = editions.inForce().findInstitution(name);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(found.get().source().getBytes(StandardCharsets.UTF_8));
    }

    /** The comment at the head of the file says what the institution is for; where there is none, its citation. */
    private static Text about(Institution institution) {
        return institution.cite().isEmpty() ? Text.NONE : halves(institution.cite());
    }

    /** A citation in both languages stands as {@code 中文 / English}. */
    private static Text halves(String cite) {
        int slash = cite.indexOf(" / ");
        return slash < 0 ? Text.same(cite) : new Text(cite.substring(0, slash), cite.substring(slash + 3));
    }

    private static Status status(Institution institution, Frame frame) {
        if (Organs.missing(institution).isPresent()) {
            return new Status(Said.of("institution.draft"), Status.Tone.DRAFT);
        }
        return institution.from().isAfter(frame.today())
                ? new Status(Said.of("institution.later", institution.from()), Status.Tone.DRAFT)
                : new Status(Said.of("institution.in-force"), Status.Tone.DONE);
    }

    private static List<Step> steps(Rulebook book, Institution institution) {
        List<Step> steps = new ArrayList<>();
        for (Institution.Step step : institution.steps()) {
            List<Text> overdue = new ArrayList<>();
            step.overdue().forEach(one -> overdue.add(overdue(book, one)));
            Institution.Move timeout = step.onTimeout();
            if (timeout != null) {
                overdue.add(
                        Said.of("step.timeout", title(institution, timeout.to().name())));
            }
            List<Move> moves = step.actions().stream()
                    .map(action -> new Move(
                            action.title(), title(institution, action.to().name()), limit(institution, action)))
                    .toList();
            Institution.Ref who = step.who();
            steps.add(new Step(
                    step.name(),
                    step.title(),
                    who == null ? Text.NONE : role(institution, who.name()),
                    within(book, step),
                    overdue,
                    moves,
                    tone(step),
                    step.place().line()));
        }
        return steps;
    }

    private static Status.Tone tone(Institution.Step step) {
        Institution.Ending ending = step.ending();
        if (ending == null) {
            Institution.Ref who = step.who();
            return who != null && who.name().equals(Institution.OPENER) ? Status.Tone.WAITING : Status.Tone.OPEN;
        }
        return switch (ending) {
            case DONE -> Status.Tone.DONE;
            case DECLINED -> Status.Tone.DECLINED;
        };
    }

    private static Text within(Rulebook book, Institution.Step step) {
        Institution.Within within = step.within();
        if (within == null) {
            return Text.NONE;
        }
        return switch (within) {
            case Institution.Within.Fixed fixed -> fixed.span().told();
            case Institution.Within.ByChoice by -> Said.of("step.by-choice");
            case Institution.Within.ByRule by ->
                Said.of(
                        "step.by-rule",
                        book.findRule(by.rule()).map(Rule::title).orElse(Text.same(by.rule())));
        };
    }

    private static Text seats(Rulebook book, List<org.gongzhi.rulebook.Bodies.Seat> seats) {
        return join(seats.stream().map(seat -> book.bodies().title(seat)).toList());
    }

    private static Text overdue(Rulebook book, Institution.Overdue overdue) {
        Text after = overdue.after().amount() == 0
                ? Said.of("step.at-once")
                : overdue.after().told();
        org.gongzhi.rulebook.Bodies.Seat higher = overdue.escalatesTo();
        if (higher != null) {
            return Said.of("step.escalates", after, book.bodies().title(higher));
        }
        return Said.of("step.tells", after, seats(book, overdue.tells()));
    }

    private static Text limit(Institution institution, Institution.Action action) {
        Institution.Limit limit = action.limit();
        if (limit == null) {
            return Text.NONE;
        }
        Institution.Move then = limit.then();
        return then == null
                ? Said.of("step.at-most", limit.atMost())
                : Said.of(
                        "step.at-most-then",
                        limit.atMost(),
                        title(institution, then.to().name()));
    }

    private static Text title(Institution institution, String step) {
        return institution.findStep(step).map(Institution.Step::title).orElse(Text.same(step));
    }

    private static Text role(Institution institution, String role) {
        return role.equals(Institution.OPENER)
                ? Said.of("who.opener")
                : institution.findRole(role).map(Institution.Role::title).orElse(Text.same(role));
    }

    private List<Holder> holders(Rulebook book, Institution institution, Optional<Capacity> reader, LocalDate today) {
        List<Holder> holders = new ArrayList<>();
        for (Institution.Role role : institution.roles()) {
            org.gongzhi.rulebook.Bodies.Seat seat = role.seat();
            if (seat == null) {
                holders.add(new Holder(role.title(), Said.of("role.assigned"), seats(book, role.from()), "", null));
                continue;
            }
            Optional<Body> body = reader.flatMap(capacity ->
                    bodies.findResponsible(seat.body(), capacity.reach().lo()));
            List<Capacity> held = body.map(one -> bodies.holders(district.id(), one.id(), today))
                    .orElse(List.of());
            holders.add(new Holder(
                    role.title(),
                    body.isPresent() ? post(book, seat) : book.bodies().title(seat),
                    body.map(Body::name).orElse(Text.NONE),
                    held.stream()
                            .filter(one -> one.postKind().equals(seat.post()))
                            .map(one -> people.name(one.person()).zh())
                            .findFirst()
                            .orElse(""),
                    null));
        }
        return holders;
    }

    /** The post alone, where the body is named beside it. */
    private static Text post(Rulebook book, org.gongzhi.rulebook.Bodies.Seat seat) {
        return book.bodies()
                .find(seat)
                .map(kind -> kind.posts().get(seat.post()))
                .map(org.gongzhi.rulebook.Bodies.Post::title)
                .orElse(Text.NONE);
    }

    private static Text join(List<Text> texts) {
        return new Text(
                String.join("、", texts.stream().map(Text::zh).toList()),
                String.join(", ", texts.stream().map(Text::en).toList()));
    }
}
