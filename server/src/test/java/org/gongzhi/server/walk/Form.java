package org.gongzhi.server.walk;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.FormElement;

/** A form with what stands in it, to be filled in and sent as a browser would (表单). */
final class Form {
    private static final String BOUNDARY = "----gongzhi-walk-boundary";

    private record Part(String name, String value) {}

    private record FilePart(String name, String fileName, ByteBuffer bytes) {}

    String action;
    private final boolean multipart;
    private final List<Part> parts = new ArrayList<>();
    private final List<FilePart> files = new ArrayList<>();

    Form(FormElement form) {
        action = form.absUrl("action");
        multipart = form.attr("enctype").equals("multipart/form-data");
        form.formData().forEach(part -> {
            if (form.select("input[type=file]").stream()
                    .noneMatch(file -> file.attr("name").equals(part.key()))) {
                parts.add(new Part(part.key(), part.value()));
            }
        });
    }

    /** Writes into a field, over what stood there. */
    Form with(String name, String value) {
        parts.removeIf(part -> part.name().equals(name));
        parts.add(new Part(name, value));
        return this;
    }

    /** The same form, with its token, sent to another address: as somebody would who makes forms by hand. */
    Form retargeted(String address) {
        action = address;
        return this;
    }

    Form without(String name) {
        parts.removeIf(part -> part.name().equals(name));
        return this;
    }

    Form withFile(String name, String fileName, byte[] bytes) {
        files.add(new FilePart(name, fileName, ByteBuffer.wrap(bytes)));
        return this;
    }

    /** What stands in a field; empty if nothing. */
    String value(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .map(Part::value)
                .findFirst()
                .orElse("");
    }

    String contentType() {
        return multipart ? "multipart/form-data; boundary=" + BOUNDARY : "application/x-www-form-urlencoded";
    }

    HttpRequest.BodyPublisher body() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (multipart) {
            for (Part part : parts) {
                put(out, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part.name() + "\"\r\n\r\n");
                out.writeBytes(bytes(part.value()));
                put(out, "\r\n");
            }
            for (FilePart file : files) {
                put(
                        out,
                        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + file.name()
                                + "\"; filename=\"" + file.fileName() + "\"\r\nContent-Type: image/jpeg\r\n\r\n");
                out.writeBytes(file.bytes().array());
                put(out, "\r\n");
            }
            put(out, "--" + BOUNDARY + "--\r\n");
        } else {
            for (Part part : parts) {
                put(out, out.size() == 0 ? "" : "&");
                escape(out, bytes(part.name()));
                put(out, "=");
                escape(out, bytes(part.value()));
            }
        }
        return HttpRequest.BodyPublishers.ofByteArray(out.toByteArray());
    }

    private static void put(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void escape(ByteArrayOutputStream out, byte[] bytes) {
        for (byte one : bytes) {
            boolean plain = (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9');
            put(out, plain ? String.valueOf((char) one) : "%%%02X".formatted(one & 0xff));
        }
    }

    /** UTF-8 that also writes a lone surrogate, as a hostile client would. */
    private static byte[] bytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                out.write(0xe0 | (point >> 12));
                out.write(0x80 | ((point >> 6) & 0x3f));
                out.write(0x80 | (point & 0x3f));
            } else if (point < 0x80) {
                out.write(point);
            } else {
                out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return out.toByteArray();
    }
}
