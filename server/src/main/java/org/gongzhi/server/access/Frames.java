package org.gongzhi.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongzhi.exact.Text;
import org.gongzhi.server.bodies.Capacity;
import org.gongzhi.server.frame.Languages;
import org.gongzhi.server.frame.Said;
import org.gongzhi.server.frame.Words;
import org.gongzhi.server.frame.pages.Csrf;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.frame.pages.MenuItem;
import org.gongzhi.server.frame.pages.Notice;
import org.gongzhi.server.journal.Clock;
import org.gongzhi.server.people.People;
import org.gongzhi.server.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes what stands around every page (页框): language, menu, as whom one reads it. */
@Component
public class Frames {
    /** The parameter by which a page that follows an act is told what to say of it; a key, never a text. */
    public static final String SAID = "said";

    private final Languages languages;
    private final Hats hats;
    private final People people;
    private final Territory territory;
    private final Clock clock;

    Frames(Languages languages, Hats hats, People people, Territory territory, Clock clock) {
        this.languages = languages;
        this.hats = hats;
        this.people = people;
        this.territory = territory;
        this.clock = clock;
    }

    /** The frame of the page that this request asks for. */
    public Frame frame(HttpServletRequest request) {
        return frame(request, request.getRequestURI());
    }

    /** The frame of a page that stands under another path than the request's, such as a form that came back. */
    public Frame frame(HttpServletRequest request, String path) {
        Optional<Capacity> worn = hats.worn(request);
        String query = query(request);
        Words words = languages.words(request);
        return new Frame(
                words,
                territory.isEmpty() ? "Gongzhi" : words.in(territory.district().name()),
                query.isEmpty() ? path : path + "?" + query,
                clock.today(),
                csrf(request),
                menu(path, worn.isPresent()),
                worn.map(this::shown).orElse(null),
                notice(request));
    }

    private org.gongzhi.server.frame.pages.Capacity shown(Capacity capacity) {
        return new org.gongzhi.server.frame.pages.Capacity(
                people.name(capacity.person()).zh(),
                capacity.postName(),
                capacity.bodyName(),
                hats.held().size() > 1);
    }

    private static List<MenuItem> menu(String path, boolean office) {
        List<MenuItem> menu = new ArrayList<>();
        if (office) {
            menu.add(item("inbox", "/inbox", path.startsWith("/inbox") || path.startsWith("/desk")));
        }
        menu.add(item("file", "/file", path.startsWith("/file")));
        menu.add(item("follow", "/follow", path.startsWith("/follow")));
        menu.add(item("public", "/matters", path.startsWith("/matters")));
        menu.add(item("institutions", "/institutions", path.startsWith("/institutions")));
        return menu;
    }

    private static MenuItem item(String key, String href, boolean current) {
        return new MenuItem(key, href, current, 0);
    }

    /** Only GET pages have a query worth keeping, and never what was said of the last act. */
    private static String query(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null || !request.getMethod().equals("GET")) {
            return "";
        }
        List<String> kept = new ArrayList<>();
        for (String part : query.split("&", -1)) {
            String name = part.split("=", 2)[0].toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !name.equals("lang") && !name.equals(SAID)) {
                kept.add(part);
            }
        }
        return String.join("&", kept);
    }

    private static Csrf csrf(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? new Csrf("_csrf", "") : new Csrf(token.getParameterName(), token.getToken());
    }

    private static @Nullable Notice notice(HttpServletRequest request) {
        String key = request.getParameter(SAID);
        if (key == null || !key.matches("[a-z-]{1,40}") || !Said.knows("done." + key)) {
            return null;
        }
        return new Notice(Notice.Kind.DONE, Said.of("done." + key), Text.NONE);
    }
}
