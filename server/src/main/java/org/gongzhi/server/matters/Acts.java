package org.gongzhi.server.matters;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Course;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Possible;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.State;
import org.gongzhi.server.files.Darkroom;
import org.gongzhi.server.frame.Said;
import org.gongzhi.server.frame.pages.ActForm;
import org.gongzhi.server.frame.pages.Field;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.journal.Clock;
import org.springframework.stereotype.Component;

/** Possible acts as forms on a page, and what came back of them (可办动作). */
@Component
class Acts {
    private static final int SHORT = 30;
    private static final String REVISION = "revision";

    private final Forms forms;
    private final Seats seats;
    private final Clock clock;

    Acts(Forms forms, Seats seats, Clock clock) {
        this.forms = forms;
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * An act that was tried and came back.
     *
     * @param action its name, empty where nothing was tried
     */
    record Attempt(String action, Typed typed, Map<String, Text> faults) {
        static final Attempt NONE =
                new Attempt("", new Typed(Map.of(), Map.of(), Map.of(), List.of(), List.of()), Map.of());
    }

    /** What was typed into the form of an action; nothing where the action is not open. */
    Typed read(
            HttpServletRequest request,
            Course course,
            State state,
            Set<String> roles,
            String action,
            Darkroom darkroom,
            Drafts drafts) {
        Optional<Possible> possible = course.possible(state, roles).stream()
                .filter(one -> one.action().equals(action))
                .findFirst();
        if (possible.isEmpty()) {
            return Attempt.NONE.typed();
        }
        Typed typed = Typed.read(request, possible.get().fields(), darkroom, drafts);
        Map<String, String> answers = new HashMap<>(typed.answers());
        Map<String, String> shown = new HashMap<>(typed.shown());
        for (Institution.Role role : possible.get().assigns()) {
            String value = Typed.clean(request, role.name());
            answers.put(role.name(), value);
            shown.put(role.name(), value);
        }
        return new Typed(answers, shown, typed.faults(), typed.pictures(), typed.drafts());
    }

    Attempt attempt(Reply reply, String action, Typed typed) {
        Map<String, Text> faults = new LinkedHashMap<>();
        if (reply instanceof Reply.Refused refused) {
            faults.putAll(refused.beside());
        }
        return new Attempt(action, typed, faults);
    }

    /** The frame that says, once, why nothing was done, unless that stands beside a field. */
    Frame noticed(Frame frame, Reply reply) {
        return switch (reply) {
            case Reply.Overtaken overtaken -> Counter.withNotice(frame, Said.of("refused.overtaken"));
            case Reply.Refused refused -> refused.beside().isEmpty() ? Counter.withNotice(frame, refused.why()) : frame;
            case Reply.Unknown unknown -> frame;
            case Reply.Done done -> frame;
            case Reply.Opened opened -> frame;
        };
    }

    /** The acts that are open to somebody, the first one weighing most. */
    List<ActForm> forms(
            Rulebook book,
            Course course,
            Row row,
            State state,
            Set<String> roles,
            String base,
            Attempt attempt,
            LocalDate today) {
        List<ActForm> open = new ArrayList<>();
        Institution institution = course.institution();
        LocalDateTime now = clock.local();
        for (Possible possible : course.possible(state, roles)) {
            LocalDateTime until = possible.until();
            if (until != null && now.isAfter(until)) {
                continue; // the time to appeal is over
            }
            boolean tried = possible.action().equals(attempt.action());
            Attempt its = tried ? attempt : Attempt.NONE;
            List<Field> asks = new ArrayList<>();
            for (Institution.Role role : possible.assigns()) {
                asks.add(forms.assigns(
                        role, seats.assignable(role, row.pos()), its.typed().shown(), its.faults()));
            }
            asks.addAll(forms.fields(
                    book,
                    institution,
                    possible.fields(),
                    its.typed().shown(),
                    its.faults(),
                    its.typed().drafts(),
                    today));
            open.add(new ActForm(
                    possible.action(),
                    possible.title(),
                    explains(institution, state, possible),
                    base + "/" + possible.action(),
                    List.of(new ActForm.Hidden(REVISION, Integer.toString(row.revision()))),
                    asks,
                    open.isEmpty() ? ActForm.Weight.FIRST : ActForm.Weight.USUAL,
                    Text.NONE));
        }
        return open;
    }

    private static Text explains(Institution institution, State state, Possible possible) {
        return institution
                .findStep(state.step())
                .flatMap(step -> step.findAction(possible.action()))
                .flatMap(action -> institution.findStep(action.to().name()))
                .map(to -> Said.of("act.leads", to.title()))
                .orElse(Text.NONE);
    }

    /** The revision of the matter that the form was made from; one that no matter has if it is missing. */
    static int revision(HttpServletRequest request) {
        String value = request.getParameter(REVISION);
        return value != null && value.matches("[0-9]{1,8}") ? Integer.parseInt(value) : -1;
    }

    void send(HttpServletResponse response, Optional<byte[]> jpeg) throws IOException {
        if (jpeg.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("image/jpeg");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(jpeg.get().length);
        response.getOutputStream().write(jpeg.get());
    }

    /** The beginning of a long text, on one line. */
    static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHORT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT)) + "…";
    }
}
