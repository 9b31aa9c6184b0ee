package org.gongzhi.server.matters;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.State;
import org.gongzhi.server.access.Frames;
import org.gongzhi.server.frame.Pages;
import org.gongzhi.server.frame.Said;
import org.gongzhi.server.frame.Words;
import org.gongzhi.server.frame.pages.Fact;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.frame.pages.Option;
import org.gongzhi.server.frame.pages.Pager;
import org.gongzhi.server.institutions.Editions;
import org.gongzhi.server.journal.Clock;
import org.gongzhi.server.journal.District;
import org.gongzhi.server.journal.Journal;
import org.gongzhi.server.matters.pages.PublicList;
import org.gongzhi.server.matters.pages.PublicMatter;
import org.gongzhi.server.store.Reach;
import org.gongzhi.server.store.Work;
import org.gongzhi.server.territory.Territory;
import org.gongzhi.server.territory.Unit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What everybody may read (公开事项): the institution's public fields, masked, of matters that have come so far. */
@Controller
class Gallery {
    private static final int LIST = 30;

    private final Editions editions;
    private final Published published;
    private final Hall hall;
    private final Matters matters;
    private final Clerk clerk;
    private final Sheets sheets;
    private final Journal journal;
    private final Territory territory;
    private final Pages pages;
    private final Frames frames;
    private final Clock clock;
    private final District district;
    private final Work work;

    Gallery(
            Editions editions,
            Published published,
            Hall hall,
            Matters matters,
            Clerk clerk,
            Sheets sheets,
            Journal journal,
            Territory territory,
            Pages pages,
            Frames frames,
            Clock clock,
            District district,
            Work work) {
        this.editions = editions;
        this.published = published;
        this.hall = hall;
        this.matters = matters;
        this.clerk = clerk;
        this.sheets = sheets;
        this.journal = journal;
        this.territory = territory;
        this.pages = pages;
        this.frames = frames;
        this.clock = clock;
        this.district = district;
        this.work = work;
    }

    @GetMapping("/matters")
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Frame frame = frames.frame(request);
        String query = Typed.clean(request, "q").strip();
        String street = Typed.clean(request, "street");
        String state = Typed.clean(request, "state");
        long before = number(Typed.clean(request, "before"));
        Reach reach = territory.units(Unit.Kind.STREET, frame.today()).stream()
                .filter(unit -> Long.toString(unit.id()).equals(street))
                .map(Unit::reach)
                .findFirst()
                .orElse(district.reach());
        List<Published.Summary> found = published.newest(reach, Published.Phase.of(state), query, before, LIST + 1);
        List<PublicList.Row> rows = new ArrayList<>();
        for (Published.Summary one : found.subList(0, Math.min(LIST, found.size()))) {
            Institution institution =
                    editions.edition(one.edition()).course(one.institution()).institution();
            rows.add(new PublicList.Row(
                    new Number(one.id()).toString(),
                    "/matters/" + new Number(one.id()),
                    Sheets.category(editions.edition(one.edition()), institution, one.category()),
                    one.summary(),
                    place(frame.words(), one.pos()),
                    sheets.status(institution, one.step()),
                    clock.local(one.openedAt()).toLocalDate(),
                    clock.local(one.movedAt()).toLocalDate(),
                    Text.NONE));
        }
        String more = found.size() > LIST
                ? "/matters?before=" + found.get(LIST - 1).id() + "&street=" + encoded(street) + "&state="
                        + encoded(state) + "&q=" + encoded(query)
                : "";
        pages.show(
                response,
                new PublicList(
                        frame,
                        "/matters",
                        query,
                        streets(frame),
                        street,
                        List.of(Option.of("open", Said.of("phase.open")), Option.of("ended", Said.of("phase.ended"))),
                        state,
                        rows,
                        more.isEmpty() ? Pager.NONE : new Pager(more, "")));
    }

    private List<Option> streets(Frame frame) {
        return territory.units(Unit.Kind.STREET, frame.today()).stream()
                .filter(Unit::isResidential)
                .map(unit -> Option.of(Long.toString(unit.id()), unit.name()))
                .toList();
    }

    @GetMapping("/matters/{typed}")
    void matter(HttpServletRequest request, HttpServletResponse response, @PathVariable String typed)
            throws IOException {
        Optional<Row> found = Number.read(typed)
                .flatMap(number ->
                        work.reading(district.reach(), jdbc -> matters.find(jdbc, district.id(), number.matter())))
                .filter(Row::isPublic);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Row row = found.get();
        Institution institution = hall.course(row).institution();
        State state = clerk.state(row);
        Frame frame = frames.frame(request);
        List<Journal.Entry> events =
                work.reading(district.reach(), jdbc -> journal.events(jdbc, district.id(), row.id()));
        pages.show(
                response,
                new PublicMatter(
                        frame,
                        "/matters",
                        institution.title(),
                        Sheets.href(institution),
                        row.number().toString(),
                        row.summary(),
                        sheets.status(institution, row.step()),
                        sheets.next(frame.words(), institution, state, row.pos(), frame.today(), Sheets.Reader.PUBLIC),
                        List.of(
                                Fact.of(
                                        Said.of("fact.category"),
                                        Sheets.category(editions.edition(row.edition()), institution, row.category())),
                                Fact.of(Said.of("fact.place"), sheets.community(row.pos()))),
                        sheets.timeline(
                                frame.words(),
                                row.edition(),
                                institution,
                                events,
                                List.of(),
                                "",
                                Sheets.Reader.PUBLIC)));
    }

    private String place(Words words, long pos) {
        return words.in(sheets.community(pos));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static long number(String typed) {
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : Long.MAX_VALUE;
    }
}
