package org.gongzhi.server.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** Sets pages (排版): a record of what is shown goes in, HTML comes out. The record's name is the template's. */
@Component
public class Pages {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.gongzhi.server.templates");
    private final ConcurrentMap<Class<?>, String> templates = new ConcurrentHashMap<>();

    /** Shows a page as the answer to a request. */
    public void show(HttpServletResponse response, Record page) throws IOException {
        show(response, HttpServletResponse.SC_OK, page);
    }

    /** Shows a page with another status than 200. */
    public void show(HttpServletResponse response, int status, Record page) throws IOException {
        Utf8ByteOutput html = new Utf8ByteOutput();
        engine.render(template(page.getClass()), page, html);
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentLength(html.getContentLength());
        html.writeTo(response.getOutputStream());
    }

    /** {@code org.gongzhi.server.matters.pages.Inbox} is set by {@code matters/Inbox.jte}. */
    private String template(Class<?> page) {
        return templates.computeIfAbsent(page, type -> {
            String room = type.getPackageName().replace(".pages", "");
            return room.substring(room.lastIndexOf('.') + 1) + "/" + type.getSimpleName() + ".jte";
        });
    }
}
