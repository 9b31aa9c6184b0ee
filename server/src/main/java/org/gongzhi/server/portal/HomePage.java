package org.gongzhi.server.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongzhi.exact.Text;
import org.gongzhi.server.access.Frames;
import org.gongzhi.server.frame.Pages;
import org.gongzhi.server.frame.Said;
import org.gongzhi.server.frame.pages.Figure;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.frame.pages.Note;
import org.gongzhi.server.frame.pages.Pattern;
import org.gongzhi.server.insight.Figures;
import org.gongzhi.server.institutions.Editions;
import org.gongzhi.server.journal.Clock;
import org.gongzhi.server.journal.District;
import org.gongzhi.server.matters.Published;
import org.gongzhi.server.portal.pages.Home;
import org.gongzhi.server.store.Work;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page (首页): what one can do here, what was made public last, how it goes. */
@Controller
class HomePage {
    private static final int RECENT = 6;

    private final Published published;
    private final Editions editions;
    private final Figures figures;
    private final Pages pages;
    private final Frames frames;
    private final Clock clock;
    private final District district;
    private final Work work;

    HomePage(
            Published published,
            Editions editions,
            Figures figures,
            Pages pages,
            Frames frames,
            Clock clock,
            District district,
            Work work) {
        this.published = published;
        this.editions = editions;
        this.figures = figures;
        this.pages = pages;
        this.frames = frames;
        this.clock = clock;
        this.district = district;
        this.work = work;
    }

    @GetMapping("/")
    void home(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Frame frame = frames.frame(request);
        List<Home.Recent> recent =
                published.newest(district.reach(), Published.Phase.ANY, "", Long.MAX_VALUE, RECENT).stream()
                        .map(one -> new Home.Recent(
                                "/matters/" + one.number(),
                                published.category(one),
                                one.summary(),
                                frame.words().in(published.place(one)),
                                published.status(one),
                                clock.local(one.movedAt()).toLocalDate()))
                        .toList();
        pages.show(
                response,
                new Home(
                        frame,
                        List.of(
                                new Home.Door(Said.of("door.file"), Said.of("door.file.says"), "/file"),
                                new Home.Door(Said.of("door.matters"), Said.of("door.matters.says"), "/matters"),
                                new Home.Door(
                                        Said.of("door.institutions"),
                                        Said.of("door.institutions.says"),
                                        "/institutions")),
                        "/follow",
                        recent,
                        "/matters",
                        shares()));
    }

    /** Every element of the pages in all its states, for those who build more of them. */
    @GetMapping("/pattern")
    void pattern(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.show(response, Pattern.of(frames.frame(request)));
    }

    /** Ended of opened, for each institution that has figures. */
    private List<Figure> shares() {
        List<Figure> shares = new ArrayList<>();
        editions.inForce().institutions().forEach(institution -> {
            Map<String, Long> sums =
                    work.reading(district.reach(), jdbc -> figures.sums(jdbc, district.reach(), institution.name()));
            long opened = sums.getOrDefault("opened", 0L);
            if (opened > 0) {
                shares.add(new Figure(
                        Said.of("figure.ended", institution.title()),
                        sums.getOrDefault("ended", 0L),
                        opened,
                        Said.of("unit.matters"),
                        Note.of(Said.of("figure.ended.how"), Text.NONE, "/institutions/" + institution.name())));
            }
        });
        return shares;
    }
}
