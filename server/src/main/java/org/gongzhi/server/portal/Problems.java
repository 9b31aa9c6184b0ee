package org.gongzhi.server.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.gongzhi.server.access.Frames;
import org.gongzhi.server.frame.Pages;
import org.gongzhi.server.frame.Said;
import org.gongzhi.server.frame.pages.Link;
import org.gongzhi.server.frame.pages.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.RequestMapping;

/** What one reads when a page cannot be shown (出错页): what is the matter, and what to do. */
@Controller
class Problems implements ErrorController {
    private static final int DEEPEST = 30;
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Pages pages;
    private final Frames frames;

    Problems(Pages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @RequestMapping("/error")
    void problem(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        int status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), thrown);
        String reference = "";
        if (status >= 500) {
            reference = UUID.randomUUID().toString().substring(0, 8);
            // The path has neither a code nor a name in it; what was typed is never logged.
            LOG.error(
                    "{} {} failed, reference {}",
                    request.getAttribute(RequestDispatcher.ERROR_METHOD),
                    request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                    reference,
                    thrown instanceof Throwable cause ? cause : null);
        }
        String key = switch (status) {
            case 400 -> "400";
            case 401, 403 -> "403";
            case 404, 405 -> "404";
            case 413 -> "413";
            case 503 -> "503";
            default -> "500";
        };
        pages.show(
                response,
                status,
                new Problem(
                        frames.frame(request, "/"),
                        status,
                        Said.of("problem." + key),
                        Said.of("problem." + key + ".says"),
                        Said.of("problem." + key + ".mend"),
                        reference,
                        List.of(new Link(Said.of("way.home"), "/"), new Link(Said.of("way.follow"), "/follow"))));
    }

    /** A database that can't be reached or has no room is not the program's fault: the reader may try again. */
    private static int status(@Nullable Object code, @Nullable Object thrown) {
        Throwable cause = thrown instanceof Throwable first ? first : null;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException) {
                return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            }
            cause = cause.getCause();
        }
        return code instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
    }
}
