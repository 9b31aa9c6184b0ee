package org.gongzhi.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gongzhi.exact.Text;
import org.gongzhi.server.access.pages.ChooseCapacity;
import org.gongzhi.server.access.pages.SignIn;
import org.gongzhi.server.bodies.Capacity;
import org.gongzhi.server.frame.Pages;
import org.gongzhi.server.frame.Said;
import org.gongzhi.server.frame.pages.Option;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing in, and choosing as whom to act (登录与身份选择). */
@Controller
class SignInPages {
    private final Pages pages;
    private final Frames frames;
    private final Hats hats;

    SignInPages(Pages pages, Frames frames, Hats hats) {
        this.pages = pages;
        this.frames = frames;
        this.hats = hats;
    }

    @GetMapping("/sign-in")
    void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Text fault = request.getParameter("wrong") != null
                ? Said.of("sign-in.wrong")
                : request.getParameter("waits") != null ? Said.of("sign-in.waits") : Text.NONE;
        pages.show(response, new SignIn(frames.frame(request), "/sign-in", "", fault, ""));
    }

    @GetMapping("/capacity")
    void capacities(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, HttpServletResponse.SC_OK, Text.NONE);
    }

    @PostMapping("/capacity")
    void choose(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String chosen = request.getParameter("capacity");
        if (chosen != null && chosen.matches("[0-9]{1,18}") && hats.wear(request, Long.parseLong(chosen))) {
            response.sendRedirect("/inbox");
            return;
        }
        show(request, response, 422, Said.of("capacity.choose"));
    }

    private void show(HttpServletRequest request, HttpServletResponse response, int status, Text fault)
            throws IOException {
        List<Capacity> held = hats.held();
        Optional<Capacity> worn = hats.worn(request);
        pages.show(
                response,
                status,
                new ChooseCapacity(
                        frames.frame(request, "/capacity"),
                        "/capacity",
                        held.stream()
                                .map(one -> new Option(
                                        Long.toString(one.id()),
                                        new Text(
                                                one.bodyName().zh() + " "
                                                        + one.postName().zh(),
                                                one.bodyName().en() + ", "
                                                        + one.postName().en()),
                                        Said.of("capacity.since", one.validFrom())))
                                .toList(),
                        worn.map(one -> Long.toString(one.id())).orElse(""),
                        held.isEmpty() ? Said.of("capacity.none") : fault,
                        ""));
    }
}
