package org.gongzhi.server.frame.pages;

import java.time.LocalDate;
import java.util.List;
import org.gongzhi.server.frame.Words;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page (页框). The first component of each page record.
 *
 * @param words the language that this page is read in
 * @param district the district's name in the reader's language, such as 福田区
 * @param path this page's own path and query without {@code lang}, for the links to the other languages
 * @param today the date in the district, so that dates of this year need no year
 * @param menu the ways from here, in order
 * @param capacity as whom the reader is signed in, or null
 * @param notice what the last act brought about, said once at the top, or null
 */
public record Frame(
        Words words,
        String district,
        String path,
        LocalDate today,
        Csrf csrf,
        List<MenuItem> menu,
        @Nullable Capacity capacity,
        @Nullable Notice notice) {
    public Frame {
        menu = List.copyOf(menu);
    }

    /** This page in another language. */
    public String pathIn(String tag) {
        return path + (path.indexOf('?') < 0 ? "?lang=" : "&lang=") + tag;
    }
}
