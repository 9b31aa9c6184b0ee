package org.gongzhi.server.frame;

import com.ibm.icu.text.Transliterator;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Language;
import org.springframework.stereotype.Component;

/** In which language a page is read (页面语言): as asked in the address, else as kept in the cookie, else as the browser says. */
@Component
public class Languages {
    /** The cookie that keeps the choice. It says nothing about anybody but how they read. */
    static final String COOKIE = "lang";

    /** The parameter by which a page's links to the other languages ask. */
    static final String PARAMETER = "lang";

    private static final List<String> TAGS = List.of("zh-CN", "zh-Hant", "en");

    private final Map<String, Words> words;

    Languages() {
        Transliterator traditional = Transliterator.getInstance("Hans-Hant");
        Map<String, String> chinese = Words.messages(Language.ZH);
        this.words = Map.of(
                "zh-CN", new Words("zh-CN", chinese, sentence -> sentence),
                "zh-Hant", new Words("zh-Hant", chinese, traditional::transliterate),
                "en", new Words("en", Words.messages(Language.EN), sentence -> sentence));
    }

    /** The words of the language in which this request wants its page. */
    public Words words(HttpServletRequest request) {
        return words(chosen(request).or(() -> kept(request)).orElseGet(() -> preferred(request)));
    }

    /** The words of a language by its tag; simplified Chinese for a tag that is not ours. */
    public Words words(String tag) {
        Words found = words.get(tag);
        return found == null ? words(TAGS.getFirst()) : found;
    }

    /** The language that the address asks for. */
    static Optional<String> chosen(HttpServletRequest request) {
        return known(request.getParameter(PARAMETER));
    }

    private static Optional<String> kept(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return known(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> known(@org.jspecify.annotations.Nullable String tag) {
        return TAGS.stream().filter(one -> one.equalsIgnoreCase(tag)).findFirst();
    }

    private static String preferred(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return TAGS.getFirst();
        }
        for (Enumeration<Locale> wanted = request.getLocales(); wanted.hasMoreElements(); ) {
            Locale locale = wanted.nextElement();
            if (locale.getLanguage().equals("en")) {
                return "en";
            }
            if (locale.getLanguage().equals("zh")) {
                boolean traditional = locale.getScript().equals("Hant")
                        || (locale.getScript().isEmpty()
                                && List.of("TW", "HK", "MO").contains(locale.getCountry()));
                return traditional ? "zh-Hant" : "zh-CN";
            }
        }
        return TAGS.getFirst();
    }
}
