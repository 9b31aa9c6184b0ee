package org.gongzhi.server.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Somebody at a browser without script (来访者): keeps cookies, follows redirects, fills in forms. */
final class Visitor {
    private final URI address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Visitor(URI address) {
        this.address = address;
    }

    /** A receipt: by these two a matter is followed. */
    record Receipt(String number, String code) {
        long matter() {
            String digits = number.replace("-", "");
            return Long.parseLong(digits.substring(0, digits.length() - 1));
        }
    }

    Page get(String path) {
        return asked(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    Page send(Form form) {
        return asked(HttpRequest.newBuilder(URI.create(form.action))
                .header("Content-Type", form.contentType())
                .POST(form.body()));
    }

    private Page asked(HttpRequest.Builder request) {
        try {
            return new Page(client.send(
                    request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    void forgetCookies() {
        cookies.getCookieStore().removeAll();
    }

    Page signIn(String login, String password) {
        return send(get("/sign-in").form("/sign-in").with("name", login).with("password", password));
    }

    /** The form for a request, filled in as far as it must be. */
    Form request(String description) {
        return get("/file")
                .form("/file/resident-request")
                .with("category", "roads")
                .with("description", description)
                .with("place", "黄木岗社区")
                .with("place.detail", "华富路 3 号门口");
    }

    /** Files a request and keeps the receipt. */
    Receipt file(String description) {
        return receipt(send(request(description)));
    }

    static Receipt receipt(Page page) {
        if (!page.path().equals("/receipt")) {
            throw new AssertionError("no receipt but " + page);
        }
        return new Receipt(
                page.all(".codes .no").getFirst(), page.all(".codes .no").get(1));
    }

    /** Opens the page where a matter is followed. */
    Page follow(Receipt receipt) {
        return send(
                get("/follow").form("/follow").with("number", receipt.number()).with("code", receipt.code()));
    }

    Page desk(Receipt receipt) {
        return get("/desk/" + receipt.number());
    }

    /** The clerk sends a matter to the street office. */
    Page dispatch(Receipt receipt, String summary) {
        Page desk = desk(receipt);
        String street = desk.attribute("form[action$=/dispatch] [name=handler][value^=street-office]", "value")
                .orElseThrow(() -> new AssertionError("nobody to dispatch to on " + desk));
        return send(desk.form("/dispatch").with("handler", street).with("summary", summary));
    }

    /** The handler answers. */
    Page reply(Receipt receipt, String answer) {
        return send(desk(receipt).form("/reply").with("answer", answer));
    }

    /** The resident is satisfied with the answer, and says how much. */
    Page satisfied(Receipt receipt) {
        return send(follow(receipt).form("/satisfied").with("satisfaction", "very"));
    }

    /** The resident is not satisfied, and says with what. */
    Page dissatisfied(Receipt receipt) {
        return send(follow(receipt).form("/not-satisfied").with("dissatisfaction", "unsolved"));
    }
}
