package org.gongzhi.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Residents who file through the form, each over one connection that stays open (负载). It reads answers just as far as it
 * must, so that the figures are the server's.
 */
final class Load {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("XSRF-TOKEN=([^;]+)");

    private final int port;
    private final int clients;
    private final AtomicLong filed = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile boolean stop;

    Load(int port, int clients) {
        this.port = port;
        this.clients = clients;
    }

    /** Filings that were not answered by a receipt. */
    long refused() {
        return refused.get();
    }

    /** Files for some seconds; the number of acknowledged filings a second. */
    double run(int seconds) throws InterruptedException {
        stop = false;
        filed.set(0);
        List<Thread> residents = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            residents.add(Thread.ofPlatform().start(this::file));
        }
        Thread.sleep(500);
        long before = filed.get();
        long began = System.nanoTime();
        Thread.sleep(seconds * 1000L);
        double rate = (filed.get() - before) * 1e9 / (System.nanoTime() - began);
        stop = true;
        for (Thread resident : residents) {
            resident.join();
        }
        return rate;
    }

    private void file() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
            OutputStream out = socket.getOutputStream();
            out.write("GET /file HTTP/1.1\r\nHost: localhost\r\nAccept-Language: zh\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            Answer form = answer(in);
            Matcher token = TOKEN.matcher(form.body());
            Matcher cookie = COOKIE.matcher(form.head());
            if (!token.find() || !cookie.find()) {
                throw new IOException("no token in the form");
            }
            String fixed = "_csrf=" + Intake.encoded(token.group(1)) + "&category=roads&description="
                    + Intake.encoded("楼下路灯不亮已经三天，老人晚上出门看不清路，请派人来看一看。")
                    + "&place=" + Intake.encoded("黄木岗社区") + "&place.detail=" + Intake.encoded("5 栋东侧路口")
                    + "&contact.person=" + Intake.encoded("王某") + "&contact.phone=13800000000&once=";
            String head = "POST /file/resident-request HTTP/1.1\r\nHost: localhost\r\nCookie: XSRF-TOKEN="
                    + cookie.group(1) + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + (fixed.length() + 36) + "\r\n\r\n";
            while (!stop) {
                out.write((head + fixed + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII));
                Answer answer = answer(in);
                if (answer.head().startsWith("HTTP/1.1 302") && answer.head().contains("/receipt")) {
                    filed.incrementAndGet();
                } else {
                    refused.incrementAndGet();
                }
            }
        } catch (IOException cutOff) {
            refused.incrementAndGet();
            System.err.println("a client was cut off: " + cutOff.getMessage());
        }
    }

    private record Answer(String head, String body) {}

    private static Answer answer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("no answer");
            }
            head.append((char) next);
        }
        Matcher length = Pattern.compile("(?i)content-length: *([0-9]+)").matcher(head);
        if (length.find()) {
            return new Answer(
                    head.toString(),
                    new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8));
        }
        if (!head.toString().toLowerCase(java.util.Locale.ROOT).contains("transfer-encoding: chunked")) {
            return new Answer(head.toString(), "");
        }
        StringBuilder body = new StringBuilder();
        while (true) {
            StringBuilder size = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                size.append((char) next);
            }
            int count = Integer.parseInt(size.toString().strip(), 16);
            body.append(new String(in.readNBytes(count), StandardCharsets.UTF_8));
            in.readNBytes(2);
            if (count == 0) {
                return new Answer(head.toString(), body.toString());
            }
        }
    }
}
