package org.gongzhi.server.walk;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A page as it came (网页). */
final class Page {
    final int status;
    final URI address;
    private final HttpHeaders headers;
    private final String html;
    private final Document document;

    Page(HttpResponse<byte[]> response) {
        this.status = response.statusCode();
        this.address = response.uri();
        this.headers = response.headers();
        this.html = new String(response.body(), StandardCharsets.UTF_8);
        this.document = Jsoup.parse(html, address.toString());
    }

    /** As it was sent. */
    String html() {
        return html;
    }

    /** A header of the answer; empty if it has none of that name. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String path() {
        return address.getPath();
    }

    /** All that can be read on it. */
    String text() {
        return document.text();
    }

    /** What a selector finds, as text. */
    List<String> all(String selector) {
        return document.select(selector).eachText();
    }

    /** What a selector finds first, as text; empty if nothing. */
    String one(String selector) {
        Element found = document.selectFirst(selector);
        return found == null ? "" : found.text();
    }

    /** An attribute of what a selector finds first. */
    Optional<String> attribute(String selector, String name) {
        return Optional.ofNullable(document.selectFirst(selector)).map(found -> found.attr(name));
    }

    /** The form that is sent to an address that ends so. */
    Form form(String action) {
        return findForm(action)
                .orElseThrow(() -> new AssertionError("no form to %s on %s: %s".formatted(action, address, text())));
    }

    Optional<Form> findForm(String action) {
        return document.select("form").stream()
                .filter(form -> form.attr("action").endsWith(action))
                .map(form -> new Form((FormElement) form))
                .findFirst();
    }

    /** The actions whose forms stand on the page, in order. */
    List<String> acts() {
        return document.select(".acts form").stream()
                .map(form -> form.attr("action"))
                .map(action -> action.substring(action.lastIndexOf('/') + 1))
                .toList();
    }

    /** The addresses of the matter's photos on the page. */
    List<String> photos() {
        return document.select("img[src*=/photo/]").eachAttr("src");
    }

    /** The sentence beside a field, empty if there is none. */
    String fault(String field) {
        return one("[id=" + field + "-fault]");
    }

    /** The sentence at the top of the page, if something was done or could not be done. */
    String notice() {
        return one(".notice");
    }

    /** The matter's status in the page's headline. */
    String state() {
        return one(".headline .status");
    }

    @Override
    public String toString() {
        return status + " " + address + "\n" + text();
    }
}
