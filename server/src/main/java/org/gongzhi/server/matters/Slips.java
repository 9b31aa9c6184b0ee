package org.gongzhi.server.matters;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The slip that a browser carries (查询凭条): number and code of one matter, in cookies that no script reads and no other
 * site is sent, so that neither stands in an address. They go when the browser is closed.
 */
@Component
class Slips {
    private static final String RECEIPT = "receipt";
    private static final String FOLLOW = "follow";
    private static final Duration RECEIPT_KEPT = Duration.ofMinutes(30);

    /** Number and code of a matter. */
    record Slip(Number number, String code) {}

    /** After filing: the receipt can be read again for a while, and the matter followed. */
    void give(HttpServletRequest request, HttpServletResponse response, Number number, String code) {
        put(response, request, RECEIPT, "/receipt", number, code, RECEIPT_KEPT);
        follow(request, response, number, code);
    }

    /** After number and code were given. */
    void follow(HttpServletRequest request, HttpServletResponse response, Number number, String code) {
        put(response, request, FOLLOW, "/follow/" + number, number, code, Duration.ofSeconds(-1));
    }

    /** The slip of what was filed last. */
    Optional<Slip> last(HttpServletRequest request) {
        return read(request, RECEIPT);
    }

    /** The slip by which a matter is followed. */
    Optional<Slip> followed(HttpServletRequest request) {
        return read(request, FOLLOW);
    }

    private static void put(
            HttpServletResponse response,
            HttpServletRequest request,
            String name,
            String path,
            Number number,
            String code,
            Duration kept) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, number.matter() + "." + code)
                        .path(path)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .maxAge(kept)
                        .build()
                        .toString());
    }

    private static Optional<Slip> read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name) && cookie.getValue().matches("[0-9]{1,11}\\.[0-9A-Z-]{4,12}")) {
                    int dot = cookie.getValue().indexOf('.');
                    long matter = Long.parseLong(cookie.getValue().substring(0, dot));
                    if (matter > 0) {
                        return Optional.of(
                                new Slip(new Number(matter), cookie.getValue().substring(dot + 1)));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
