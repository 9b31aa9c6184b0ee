package org.gongzhi.server.matters;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Choices;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.server.frame.Said;
import org.gongzhi.server.institutions.Editions;
import org.gongzhi.server.journal.Act;
import org.gongzhi.server.journal.Actor;
import org.gongzhi.server.journal.Clock;
import org.gongzhi.server.journal.District;
import org.gongzhi.server.territory.Territory;
import org.gongzhi.server.territory.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a file of messages into the hall (批量导入), each by the same way as the form. Each row is one matter and one
 * transaction; a row that was taken before is known by its file and its id, so an import that was cut off goes on.
 */
@Component
public class Intake {
    private static final int SAMPLE = 1 << 16;
    private static final String STAFF = "staff";
    private static final String THROUGH = "import";
    private static final String OTHER = "other";

    private final Editions editions;
    private final Hall hall;
    private final Forms forms;
    private final Territory territory;
    private final Clock clock;
    private final District district;

    Intake(Editions editions, Hall hall, Forms forms, Territory territory, Clock clock, District district) {
        this.editions = editions;
        this.hall = hall;
        this.forms = forms;
        this.territory = territory;
        this.clock = clock;
        this.district = district;
    }

    /**
     * How a file is taken.
     *
     * @param institution under which
     * @param place the community for rows that name none; empty to refuse such rows, {@code spread} to deal them out
     *     over all communities in turn, as a trial does
     */
    public record Order(Path file, String institution, String place) {}

    /**
     * How far it is.
     *
     * @param filed new matters
     * @param known rows taken by an earlier run
     * @param uncategorised rows filed under the category for others
     * @param faults rows that were refused
     */
    public record Progress(int filed, int known, int uncategorised, List<RowFault> faults) {
        public Progress {
            faults = List.copyOf(faults);
        }

        /** Rows read so far. */
        public int rows() {
            return filed + known + faults.size();
        }
    }

    /** A row that was refused: the line of the file where it begins, and why. */
    public record RowFault(long line, Text why) {}

    /** Why a file can't be taken at all. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Text why;

        Unreadable(Text why) {
            super(why.en());
            this.why = why;
        }

        /** What is wrong with it and what would be right. */
        public Text why() {
            return why;
        }
    }

    /**
     * Takes a CSV file, gzipped or not, in UTF-8 or GB18030, with a header: {@code text} (or description), and where
     * they are there {@code id}, {@code title}, {@code category}, {@code place}.
     *
     * @param watch is told after each row; throws to stop
     * @throws Unreadable if the file is no such file; nothing was taken then
     */
    public Progress take(Order order, Consumer<Progress> watch) throws Unreadable {
        Rulebook book = editions.inForce();
        Institution institution = book.findInstitution(order.institution())
                .orElseThrow(() -> new Unreadable(Said.of("intake.no-institution", order.institution())));
        LocalDate today = clock.today();
        Optional<Unit> given = order.place().isEmpty() || order.place().equals("spread")
                ? Optional.empty()
                : Optional.of(forms.community(order.place(), today)
                        .orElseThrow(() -> new Unreadable(forms.communityFault(order.place(), today))));
        Charset charset = charset(order.file());
        try (Reader reader = withoutMark(new InputStreamReader(open(order.file()), charset));
                CSVParser rows = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreEmptyLines(true)
                        .setAllowMissingColumnNames(true)
                        .get()
                        .parse(reader)) {
            String text = column(rows, "text", "description", "内容")
                    .orElseThrow(() -> new Unreadable(Said.of("intake.no-text", rows.getHeaderNames())));
            return take(order, book, institution, given, rows, text, watch);
        } catch (IOException | IllegalArgumentException broken) {
            throw new Unreadable(Said.of("intake.broken", order.file(), String.valueOf(broken.getMessage())));
        }
    }

    private Progress take(
            Order order,
            Rulebook book,
            Institution institution,
            Optional<Unit> given,
            CSVParser rows,
            String text,
            Consumer<Progress> watch)
            throws Unreadable {
        int filed = 0;
        int known = 0;
        int uncategorised = 0;
        List<RowFault> faults = new ArrayList<>();
        List<Unit> communities = territory.communities(clock.today());
        Optional<Choices> categories = categories(book, institution);
        var each = rows.iterator();
        while (true) {
            long line = rows.getCurrentLineNumber() + 1;
            CSVRecord row;
            try {
                if (!each.hasNext()) {
                    break;
                }
                row = each.next();
            } catch (RuntimeException torn) {
                // What follows a quote that is never closed can't be told apart: stop here, and say where.
                faults.add(new RowFault(line, Said.of("intake.torn", String.valueOf(torn.getMessage()))));
                break;
            }
            String category = category(categories, value(row, "category"));
            Optional<Unit> place = place(row, given, order, communities);
            Reply reply = place.isEmpty()
                    ? new Reply.Refused(Said.of("intake.no-place", value(row, "place")), Map.of(), List.of())
                    : file(order, institution, row, text, category, place.get());
            switch (reply) {
                case Reply.Opened opened -> {
                    filed += opened.isNew() ? 1 : 0;
                    known += opened.isNew() ? 0 : 1;
                    uncategorised += opened.isNew() && category.equals(OTHER) ? 1 : 0;
                }
                case Reply.Refused refused -> faults.add(new RowFault(line, refused.why()));
                case Reply.Done done -> throw new IllegalStateException("a row moved " + done.number());
                case Reply.Overtaken overtaken -> throw new IllegalStateException("a row was overtaken");
                case Reply.Unknown unknown -> throw new IllegalStateException("a row met an unknown matter");
            }
            watch.accept(new Progress(filed, known, uncategorised, faults));
        }
        return new Progress(filed, known, uncategorised, faults);
    }

    private Reply file(
            Order order, Institution institution, CSVRecord row, String text, String category, Unit community) {
        Map<String, String> answers = new HashMap<>();
        String title = value(row, "title");
        String body = value(row, text);
        answers.put("category", category);
        answers.put(
                "description",
                Typed.clean(title.isEmpty() ? body : title + "\n" + body).strip());
        answers.put("place", community.name().zh());
        Act act = clock.act(new Actor.Opener(), district.reach());
        return hall.open(
                act, new Filing(institution.name(), STAFF, THROUGH, community, answers, List.of(), key(order, row)));
    }

    /** The same row of the same file has the same key, in every run. */
    private static UUID key(Order order, CSVRecord row) {
        String name =
                order.institution() + "\n" + order.file().getFileName() + "\n" + String.join("\u001f", row.values());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Unit> place(CSVRecord row, Optional<Unit> given, Order order, List<Unit> communities) {
        String named = value(row, "place");
        if (!named.isEmpty()) {
            return forms.community(named, clock.today());
        }
        if (order.place().equals("spread")) {
            return Optional.of(communities.get((int) (row.getRecordNumber() % communities.size())));
        }
        return given;
    }

    private static Optional<Choices> categories(Rulebook book, Institution institution) {
        return institution
                .findField("category")
                .flatMap(field -> Optional.ofNullable(field.of()))
                .flatMap(of -> book.findList(of.name()));
    }

    private static String category(Optional<Choices> categories, String named) {
        return categories
                .flatMap(list -> list.choices().stream()
                        .filter(choice -> choice.name().equals(named)
                                || choice.title().zh().equals(named)
                                || choice.title().en().equalsIgnoreCase(named))
                        .map(Choices.Choice::name)
                        .findFirst())
                .orElse(OTHER);
    }

    private static Optional<String> column(CSVParser rows, String... names) {
        for (String name : names) {
            Optional<String> found = rows.getHeaderNames().stream()
                    .filter(header -> header.replace("\ufeff", "")
                            .strip()
                            .toLowerCase(Locale.ROOT)
                            .equals(name))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String value(CSVRecord row, String column) {
        @Nullable String value = row.isSet(column) ? row.get(column) : null;
        return value == null ? "" : value.strip();
    }

    /** Spreadsheets put an invisible mark before the first column's name. */
    private static Reader withoutMark(Reader file) throws IOException {
        PushbackReader reader = new PushbackReader(file);
        int first = reader.read();
        if (first >= 0 && first != '\ufeff') {
            reader.unread(first);
        }
        return reader;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }

    /** UTF-8 where the beginning of the file is that, else what Chinese spreadsheets write. */
    private static Charset charset(Path file) throws Unreadable {
        byte[] start;
        try (InputStream in = open(file)) {
            start = in.readNBytes(SAMPLE);
        } catch (IOException unreadable) {
            throw new Unreadable(Said.of("intake.unreadable", file));
        }
        // A character may be cut at the end of the sample: up to three bytes are left out.
        for (int end = start.length; end >= 0 && end > start.length - 4; end--) {
            try {
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(start, 0, end));
                return StandardCharsets.UTF_8;
            } catch (CharacterCodingException notUtf8) {
                if (start.length < SAMPLE) {
                    break;
                }
            }
        }
        return Charset.forName("GB18030");
    }
}
