package org.gongzhi.server.matters;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Course;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.State;
import org.gongzhi.server.access.Frames;
import org.gongzhi.server.files.Darkroom;
import org.gongzhi.server.files.Pictures;
import org.gongzhi.server.frame.Pages;
import org.gongzhi.server.frame.Said;
import org.gongzhi.server.frame.pages.ActForm;
import org.gongzhi.server.frame.pages.Fact;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.institutions.Editions;
import org.gongzhi.server.journal.Act;
import org.gongzhi.server.journal.Actor;
import org.gongzhi.server.journal.Clock;
import org.gongzhi.server.journal.District;
import org.gongzhi.server.journal.Journal;
import org.gongzhi.server.matters.pages.Follow;
import org.gongzhi.server.matters.pages.FollowEntry;
import org.gongzhi.server.store.Work;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where those who opened a matter follow it by number and code, and answer, rate or appeal (查进度). */
@Controller
class Following {
    private final Editions editions;
    private final Hall hall;
    private final Matters matters;
    private final Clerk clerk;
    private final Sheets sheets;
    private final Acts acts;
    private final Slips slips;
    private final Guesses guesses;
    private final Journal journal;
    private final Pictures pictures;
    private final Darkroom darkroom;
    private final Drafts drafts;
    private final Pages pages;
    private final Frames frames;
    private final Clock clock;
    private final District district;
    private final Work work;

    Following(
            Editions editions,
            Hall hall,
            Matters matters,
            Clerk clerk,
            Sheets sheets,
            Acts acts,
            Slips slips,
            Guesses guesses,
            Journal journal,
            Pictures pictures,
            Darkroom darkroom,
            Drafts drafts,
            Pages pages,
            Frames frames,
            Clock clock,
            District district,
            Work work) {
        this.editions = editions;
        this.hall = hall;
        this.matters = matters;
        this.clerk = clerk;
        this.sheets = sheets;
        this.acts = acts;
        this.slips = slips;
        this.guesses = guesses;
        this.journal = journal;
        this.pictures = pictures;
        this.darkroom = darkroom;
        this.drafts = drafts;
        this.pages = pages;
        this.frames = frames;
        this.clock = clock;
        this.district = district;
        this.work = work;
    }

    @GetMapping("/follow")
    void entry(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.show(response, new FollowEntry(frames.frame(request), "/follow", "", "", Text.NONE));
    }

    @PostMapping("/follow")
    void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String typedNumber = Typed.clean(request, "number");
        String typedCode = Typed.clean(request, "code");
        Optional<Number> number = Number.read(typedNumber);
        Text fault;
        if (number.isEmpty()) {
            fault = Said.of("fault.number");
        } else if (!guesses.mayTry(number.get(), request.getRemoteAddr())) {
            fault = Said.of("fault.too-often");
        } else if (!hall.isOpener(act(), number.get(), typedCode, request.getRemoteAddr())) {
            fault = Said.of("fault.code");
        } else {
            slips.follow(request, response, number.get(), canonical(typedCode));
            response.sendRedirect("/follow/" + number.get());
            return;
        }
        pages.show(
                response,
                422,
                new FollowEntry(
                        frames.frame(request, "/follow"), "/follow", shown(typedNumber), shown(typedCode), fault));
    }

    @GetMapping("/follow/{typed}")
    void follow(HttpServletRequest request, HttpServletResponse response, @PathVariable String typed)
            throws IOException {
        Optional<Slips.Slip> slip = slip(request, typed);
        if (slip.isEmpty()) {
            String shown = Number.read(typed).map(Number::toString).orElse("");
            pages.show(response, new FollowEntry(frames.frame(request, "/follow"), "/follow", shown, "", Text.NONE));
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        show(response, 200, slip.get(), frames.frame(request), Acts.Attempt.NONE);
    }

    @PostMapping("/follow/{typed}/{action}")
    void act(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String typed,
            @PathVariable String action)
            throws IOException {
        Optional<Slips.Slip> slip = slip(request, typed);
        if (slip.isEmpty()) {
            response.sendRedirect("/follow");
            return;
        }
        Act act = act();
        Row row = row(act, slip.get().number());
        Course course = hall.course(row);
        Typed answers =
                acts.read(request, course, clerk.state(row), Set.of(Institution.OPENER), action, darkroom, drafts);
        Reply reply = answers.faults().isEmpty()
                ? hall.act(
                        act,
                        slip.get().number(),
                        slip.get().code(),
                        new Hall.Attempted(Acts.revision(request), action, answers.answers(), answers.pictures()))
                : new Reply.Refused(Text.NONE, answers.faults(), List.of());
        Acts.Attempt attempt = acts.attempt(reply, action, answers);
        if (reply instanceof Reply.Done) {
            response.sendRedirect("/follow/" + slip.get().number() + "?" + Frames.SAID + "=sent");
            return;
        }
        Frame frame = frames.frame(request, "/follow/" + slip.get().number());
        show(response, 422, slip.get(), acts.noticed(frame, reply), attempt);
    }

    /** A photo of the matter, for the one who sent it. */
    @GetMapping("/follow/{typed}/photo/{id}")
    void photo(
            HttpServletRequest request, HttpServletResponse response, @PathVariable String typed, @PathVariable UUID id)
            throws IOException {
        Optional<byte[]> jpeg = slip(request, typed)
                .flatMap(slip -> work.reading(
                        district.reach(),
                        jdbc -> pictures.findJpeg(
                                jdbc, district.id(), slip.number().matter(), id)));
        acts.send(response, jpeg);
    }

    private void show(HttpServletResponse response, int status, Slips.Slip slip, Frame frame, Acts.Attempt attempt)
            throws IOException {
        Row row = row(act(), slip.number());
        Course course = hall.course(row);
        Institution institution = course.institution();
        State state = clerk.state(row);
        String base = "/follow/" + slip.number();
        List<Journal.Entry> events =
                work.reading(district.reach(), jdbc -> journal.events(jdbc, district.id(), row.id()));
        List<Pictures.Shown> photos =
                work.reading(district.reach(), jdbc -> pictures.pictures(jdbc, district.id(), row.id()));
        List<ActForm> open = acts.forms(
                editions.edition(row.edition()),
                course,
                row,
                state,
                Set.of(Institution.OPENER),
                base,
                attempt,
                frame.today());
        pages.show(
                response,
                status,
                new Follow(
                        frame,
                        institution.title(),
                        Sheets.href(institution),
                        slip.number().toString(),
                        title(row, institution),
                        sheets.status(institution, row.step()),
                        sheets.next(frame.words(), institution, state, row.pos(), frame.today(), Sheets.Reader.OPENER),
                        open,
                        facts(row, institution),
                        sheets.timeline(
                                frame.words(), row.edition(), institution, events, photos, base, Sheets.Reader.OPENER),
                        Text.NONE));
    }

    private String title(Row row, Institution institution) {
        return row.summary().isBlank()
                ? Acts.shortened(clerk.form(row)
                        .getOrDefault("description", institution.title().zh()))
                : row.summary();
    }

    private List<Fact> facts(Row row, Institution institution) {
        Map<String, String> form = clerk.form(row);
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                Said.of("fact.category"),
                Sheets.category(editions.edition(row.edition()), institution, row.category())));
        facts.add(Fact.of(Said.of("fact.place"), sheets.community(row.pos())));
        String detail = form.getOrDefault("place.detail", "");
        if (!detail.isBlank()) {
            facts.add(Fact.typed(Said.of("fact.address"), detail));
        }
        for (Institution.Field field : institution.form()) {
            String answer = form.getOrDefault(field.name(), "");
            if (field.type() == Institution.Type.TEXT && !answer.isBlank()) {
                facts.add(Fact.typed(field.title(), answer));
            }
        }
        return facts;
    }

    private Row row(Act act, Number number) {
        return work.reading(act.reach(), jdbc -> matters.find(jdbc, district.id(), number.matter()))
                .orElseThrow(() -> new IllegalStateException("matter " + number + " is gone"));
    }

    /** The slip that belongs to the number in the address, checked anew each time. */
    private Optional<Slips.Slip> slip(HttpServletRequest request, String typed) {
        Optional<Number> number = Number.read(typed);
        return slips.followed(request)
                .filter(slip -> number.isPresent() && slip.number().equals(number.get()))
                .filter(slip -> hall.isOpener(act(), slip.number(), slip.code(), request.getRemoteAddr()));
    }

    private Act act() {
        return clock.act(new Actor.Opener(), district.reach());
    }

    private static String canonical(String code) {
        String letters = code.toUpperCase(java.util.Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return letters.length() > 4 ? letters.substring(0, 4) + "-" + letters.substring(4) : letters;
    }

    private static String shown(String typed) {
        return typed.length() > 40 ? typed.substring(0, 40) : typed;
    }
}
