package org.gongzhi.server.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every sample page as a file, to be looked at: {@code RenderedPages DIRECTORY}. */
final class RenderedPages {
    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.gongzhi.server.templates");

    private RenderedPages() {}

    /** Writes {@code <tag>/<room>-<Page>.html} and the static files beside them. */
    public static void main(String... arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        Files.createDirectories(directory);
        for (String name : new String[] {"gongzhi.css", "gongzhi.js", "gongzhi.svg"}) {
            Files.copy(
                    Path.of("server/src/main/resources/static", name),
                    directory.resolve(name),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        for (String tag : new String[] {"zh-CN", "en"}) {
            for (Map.Entry<String, Object> page : all(tag).entrySet()) {
                String html = html(page.getKey(), page.getValue()).replace("\"/gongzhi.", "\"gongzhi.");
                Files.writeString(directory.resolve(tag + "-" + page.getKey().replace('/', '-') + ".html"), html);
            }
        }
    }

    /** Pages and their other states. */
    static Map<String, Object> all(String tag) {
        Samples samples = new Samples(tag);
        Map<String, Object> all = new LinkedHashMap<>(samples.pages());
        all.putAll(samples.states());
        return all;
    }

    /** One page. */
    static String html(String name, Object page) {
        StringOutput output = new StringOutput();
        int state = name.indexOf('+');
        ENGINE.render((state < 0 ? name : name.substring(0, state)) + ".jte", page, output);
        return output.toString();
    }
}
