package org.gongzhi.server.matters;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.State;
import org.gongzhi.server.access.Frames;
import org.gongzhi.server.files.Darkroom;
import org.gongzhi.server.frame.Pages;
import org.gongzhi.server.frame.Said;
import org.gongzhi.server.frame.pages.Fact;
import org.gongzhi.server.frame.pages.Field;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.frame.pages.Note;
import org.gongzhi.server.institutions.Editions;
import org.gongzhi.server.institutions.Organs;
import org.gongzhi.server.journal.Act;
import org.gongzhi.server.journal.Actor;
import org.gongzhi.server.journal.Clock;
import org.gongzhi.server.journal.District;
import org.gongzhi.server.matters.pages.FileRequest;
import org.gongzhi.server.matters.pages.Receipt;
import org.gongzhi.server.store.Work;
import org.gongzhi.server.territory.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where residents file, without an account (受理窗口): the form, and the receipt after it. */
@Controller
class Counter {
    private static final String ANYONE = "anyone";
    private static final String WEB = "web";

    /** The version of a UUID that was drawn at random. */
    private static final int RANDOM = 4;

    private final Editions editions;
    private final Forms forms;
    private final Drafts drafts;
    private final Darkroom darkroom;
    private final Hall hall;
    private final Matters matters;
    private final Clerk clerk;
    private final Sheets sheets;
    private final Slips slips;
    private final Pages pages;
    private final Frames frames;
    private final Clock clock;
    private final District district;
    private final Work work;
    private final String front;

    Counter(
            Editions editions,
            Forms forms,
            Drafts drafts,
            Darkroom darkroom,
            Hall hall,
            Matters matters,
            Clerk clerk,
            Sheets sheets,
            Slips slips,
            Pages pages,
            Frames frames,
            Clock clock,
            District district,
            Work work,
            @Value("${gongzhi.front:resident-request}") String front) {
        this.editions = editions;
        this.forms = forms;
        this.drafts = drafts;
        this.darkroom = darkroom;
        this.hall = hall;
        this.matters = matters;
        this.clerk = clerk;
        this.sheets = sheets;
        this.slips = slips;
        this.pages = pages;
        this.frames = frames;
        this.clock = clock;
        this.district = district;
        this.work = work;
        this.front = front;
    }

    @GetMapping({"/file", "/file/{name}"})
    void form(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable(required = false) @Nullable String name)
            throws IOException {
        Optional<Institution> institution = opened(name);
        if (institution.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Typed nothing = new Typed(Map.of(), Map.of(), Map.of(), List.of(), List.of());
        pages.show(
                response,
                page(
                        frames.frame(request),
                        institution.get(),
                        nothing,
                        Map.of(),
                        UUID.randomUUID().toString()));
    }

    @PostMapping({"/file", "/file/{name}"})
    void file(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable(required = false) @Nullable String name)
            throws IOException {
        Optional<Institution> found = opened(name);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Institution institution = found.get();
        Typed typed = Typed.read(request, institution.form(), darkroom, drafts);
        UUID once = once(request.getParameter("once"));
        LocalDate today = clock.today();
        Map<String, Text> faults = new LinkedHashMap<>(typed.faults());
        String place = typed.answers().getOrDefault("place", "");
        Optional<Unit> community = forms.community(place, today);
        if (community.isEmpty()) {
            faults.put("place", forms.communityFault(place, today));
        }
        // The institution is asked even where the page found faults: all of them are told at once.
        Act act = clock.act(new Actor.Opener(), district.reach());
        Reply reply = community.isPresent() && faults.isEmpty()
                ? hall.open(
                        act,
                        new Filing(
                                institution.name(),
                                ANYONE,
                                WEB,
                                community.get(),
                                typed.answers(),
                                typed.pictures(),
                                once))
                : hall.tryOpening(act, institution, ANYONE, WEB, typed.answers());
        switch (reply) {
            case Reply.Opened opened -> {
                slips.give(request, response, opened.number(), opened.code());
                response.sendRedirect("/receipt");
            }
            case Reply.Refused refused -> {
                Map<String, Text> all = new LinkedHashMap<>(refused.beside());
                all.putAll(faults);
                Frame frame = frames.frame(request, "/file");
                pages.show(
                        response,
                        422,
                        page(
                                all.isEmpty() ? withNotice(frame, refused.why()) : frame,
                                institution,
                                typed,
                                all,
                                once.toString()));
            }
            case Reply.Done done -> throw new IllegalStateException("opening moved " + done.number());
            case Reply.Overtaken overtaken -> throw new IllegalStateException("opening overtaken");
            case Reply.Unknown unknown -> throw new IllegalStateException("opening an unknown matter");
        }
    }

    static Frame withNotice(Frame frame, Text why) {
        return new Frame(
                frame.words(),
                frame.district(),
                frame.path(),
                frame.today(),
                frame.csrf(),
                frame.menu(),
                frame.capacity(),
                new org.gongzhi.server.frame.pages.Notice(
                        org.gongzhi.server.frame.pages.Notice.Kind.WRONG, why, Text.NONE));
    }

    /** The receipt of what was filed last from this browser. */
    @GetMapping("/receipt")
    void receipt(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Slips.Slip> slip = slips.last(request);
        Act act = clock.act(new Actor.Opener(), district.reach());
        if (slip.isEmpty()
                || !hall.isOpener(act, slip.get().number(), slip.get().code(), request.getRemoteAddr())) {
            response.sendRedirect("/follow");
            return;
        }
        Number number = slip.get().number();
        Row row = work.reading(act.reach(), jdbc -> matters.find(jdbc, district.id(), number.matter()))
                .orElseThrow();
        Frame frame = frames.frame(request);
        Institution institution = hall.course(row).institution();
        State state = clerk.state(row);
        response.setHeader("Cache-Control", "no-store");
        pages.show(
                response,
                new Receipt(
                        frame,
                        institution.title(),
                        number.toString(),
                        slip.get().code(),
                        clock.local(row.openedAt()),
                        sheets.status(institution, row.step()),
                        sheets.next(frame.words(), institution, state, row.pos(), frame.today(), Sheets.Reader.OPENER),
                        facts(row, institution),
                        "/follow/" + number,
                        request.getServerName() + (isUsual(request) ? "" : ":" + request.getServerPort()) + "/follow",
                        ""));
    }

    private List<Fact> facts(Row row, Institution institution) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                Said.of("fact.category"),
                Sheets.category(editions.edition(row.edition()), institution, row.category())));
        facts.add(Fact.of(Said.of("fact.place"), sheets.community(row.pos())));
        Map<String, String> form = clerk.form(row);
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

    private static boolean isUsual(HttpServletRequest request) {
        return request.getServerPort() == 80 || request.getServerPort() == 443;
    }

    private Optional<Institution> opened(@Nullable String name) {
        return editions.inForce().institutions().stream()
                .filter(one -> one.name().equals(name == null ? front : name))
                .filter(one -> Organs.missing(one).isEmpty())
                .findFirst();
    }

    private FileRequest page(Frame frame, Institution institution, Typed typed, Map<String, Text> faults, String once) {
        Rulebook book = editions.inForce();
        List<Field> fields = forms.fields(
                book, institution, institution.form(), typed.shown(), faults, typed.drafts(), frame.today());
        return new FileRequest(
                frame,
                institution.title(),
                Sheets.href(institution),
                "/file/" + institution.name(),
                once,
                fields,
                seen(institution),
                next(institution),
                rule(institution),
                Text.NONE);
    }

    private static List<FileRequest.Seen> seen(Institution institution) {
        List<FileRequest.Seen> seen = new ArrayList<>();
        for (Institution.Field field : institution.form()) {
            if (field.personal()) {
                Text who = Forms.join(field.seenBy().stream()
                        .flatMap(role -> institution.findRole(role.name()).stream())
                        .map(Institution.Role::title)
                        .toList());
                org.gongzhi.rulebook.Span keep = field.keep();
                seen.add(new FileRequest.Seen(
                        field.title(), Said.of("seen.personal", who, keep == null ? Text.NONE : keep.told())));
            }
        }
        seen.add(new FileRequest.Seen(Said.of("seen.rest"), Said.of("seen.workers")));
        seen.add(new FileRequest.Seen(Said.of("seen.public"), Said.of("seen.everybody")));
        return seen;
    }

    private static Text next(Institution institution) {
        return institution
                .findStep(institution.begins().name())
                .filter(step -> step.within() instanceof Institution.Within.Fixed)
                .map(step -> Said.of("file.next", who(institution, step), span(step)))
                .orElse(Said.of("file.next-plain"));
    }

    private static Text who(Institution institution, Institution.Step step) {
        Institution.Ref who = step.who();
        return who == null
                ? Text.NONE
                : institution.findRole(who.name()).map(Institution.Role::title).orElse(Text.NONE);
    }

    private static Text span(Institution.Step step) {
        return step.within() instanceof Institution.Within.Fixed fixed
                ? fixed.span().told()
                : Text.NONE;
    }

    private static @Nullable Note rule(Institution institution) {
        return institution
                .findStep(institution.begins().name())
                .map(step -> Note.of(
                        Said.of("file.rule", step.title(), span(step)),
                        Said.of(
                                "cite.institution",
                                institution.title(),
                                step.place().line()),
                        Sheets.href(institution) + "#L" + step.place().line()))
                .orElse(null);
    }

    /** A form without its key, or with one that we did not make, gets a new one: it can still be sent. */
    private static UUID once(@Nullable String key) {
        try {
            UUID once = key == null ? UUID.randomUUID() : UUID.fromString(key);
            // Ours are drawn at random; a key made from a name is an import's, and must not be had by guessing.
            return once.version() == RANDOM ? once : UUID.randomUUID();
        } catch (IllegalArgumentException notOurs) {
            return UUID.randomUUID();
        }
    }
}
