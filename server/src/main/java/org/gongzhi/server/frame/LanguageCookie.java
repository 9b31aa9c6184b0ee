package org.gongzhi.server.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the language that a reader chose (记住语言). */
@Component
class LanguageCookie extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Only where the address carries it: a form's own fields are not read here.
        String query = request.getQueryString();
        if (query != null
                && query.contains(Languages.PARAMETER + "=")
                && request.getMethod().equals("GET")) {
            Languages.chosen(request)
                    .ifPresent(tag -> response.addHeader(
                            HttpHeaders.SET_COOKIE,
                            ResponseCookie.from(Languages.COOKIE, tag)
                                    .path("/")
                                    .httpOnly(true)
                                    .sameSite("Lax")
                                    .maxAge(Duration.ofDays(365))
                                    .build()
                                    .toString()));
        }
        chain.doFilter(request, response);
    }
}
