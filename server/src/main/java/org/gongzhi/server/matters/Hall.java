package org.gongzhi.server.matters;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Course;
import org.gongzhi.rulebook.Deed;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Opening;
import org.gongzhi.rulebook.Outcome;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.State;
import org.gongzhi.server.bodies.Capacity;
import org.gongzhi.server.files.Picture;
import org.gongzhi.server.files.Pictures;
import org.gongzhi.server.frame.Said;
import org.gongzhi.server.institutions.Editions;
import org.gongzhi.server.institutions.Organs;
import org.gongzhi.server.journal.Act;
import org.gongzhi.server.people.Vault;
import org.gongzhi.server.store.Work;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The hall (办事大厅): where matters are opened and acted on. It asks the rulebook what follows from an act and writes that,
 * whole or not at all; it decides nothing itself.
 */
@Component
public class Hall {
    private final Matters matters;
    private final Numbers numbers;
    private final Codes codes;
    private final Seats seats;
    private final Editions editions;
    private final Clerk clerk;
    private final Vault vault;
    private final Pictures pictures;
    private final Guesses guesses;
    private final Work work;

    Hall(
            Matters matters,
            Numbers numbers,
            Codes codes,
            Seats seats,
            Editions editions,
            Clerk clerk,
            Vault vault,
            Pictures pictures,
            Guesses guesses,
            Work work) {
        this.matters = matters;
        this.numbers = numbers;
        this.codes = codes;
        this.seats = seats;
        this.editions = editions;
        this.clerk = clerk;
        this.vault = vault;
        this.pictures = pictures;
        this.guesses = guesses;
        this.work = work;
    }

    /** Opens a matter under the edition in force. The same form sent again gets the same number and code. */
    public Reply open(Act act, Filing filing) {
        Rulebook book = editions.inForce();
        Course course = book.course(filing.institution());
        Optional<Text> missing = Organs.missing(course.institution());
        if (missing.isPresent()) {
            return new Reply.Refused(Said.of("institution.waits", missing.get()), Map.of(), List.of());
        }
        Outcome outcome = course.open(new Opening(filing.by(), filing.through(), act.local(), filing.answers()));
        return switch (outcome) {
            case Outcome.Refused refused -> new Reply.Refused(refused.why(), refused.beside(), refused.findings());
            case Outcome.Done done -> write(act, filing, course.institution(), done);
        };
    }

    /** What would be said to an opening, without opening anything: for a form that is wrong already. */
    Reply.Refused tryOpening(Act act, Institution institution, String by, String through, Map<String, String> answers) {
        Outcome outcome =
                editions.inForce().course(institution.name()).open(new Opening(by, through, act.local(), answers));
        return switch (outcome) {
            case Outcome.Refused refused -> new Reply.Refused(refused.why(), refused.beside(), refused.findings());
            case Outcome.Done done -> new Reply.Refused(Text.NONE, Map.of(), List.of());
        };
    }

    private Reply write(Act act, Filing filing, Institution institution, Outcome.Done done) {
        long id = numbers.next();
        String code = codes.code(filing.form());
        Map<String, String> kept = new HashMap<>(filing.answers());
        Map<String, Clerk.Personal> personal = clerk.takePersonal(institution, kept);
        kept.put("place", Long.toString(filing.community().id()));
        long pos = filing.community().reach().lo();
        Matters.Written written = clerk.written(act, institution, id, pos, 0, kept, Map.of(), done);
        Matters.Opened opened = new Matters.Opened(
                institution.name(),
                done.now().edition(),
                filing.through(),
                filing.form(),
                HexFormat.of().formatHex(codes.digest(code)),
                clerk.sealed(vault, act.district(), id, personal));
        try {
            if (filing.pictures().isEmpty()) {
                matters.open(act, written, opened);
            } else {
                work.in(act.reach(), jdbc -> {
                    matters.open(act, written, opened);
                    pictures.add(jdbc, act, id, pos, 0, filing.pictures());
                    return id;
                });
            }
            return new Reply.Opened(new Number(id), code, true);
        } catch (DuplicateKeyException sentBefore) {
            // Twice the same form: a double click, a reload, an import that goes on where it was cut off.
            return work.reading(act.reach(), jdbc -> matters.findByForm(jdbc, act.district(), filing.form()))
                    .map(first -> (Reply) new Reply.Opened(new Number(first), code, false))
                    .orElseThrow(() -> sentBefore);
        }
    }

    /**
     * What somebody wants to do (拟办).
     *
     * @param revision of the matter as they read it
     * @param pictures that come with it, made anew
     */
    public record Attempted(int revision, String action, Map<String, String> answers, List<Picture> pictures) {
        public Attempted {
            answers = Map.copyOf(answers);
            pictures = List.copyOf(pictures);
        }
    }

    /** Acts on a matter as an officer. */
    public Reply act(Act act, Capacity capacity, Number number, Attempted attempted) {
        return work.in(act.reach(), jdbc -> {
            Optional<Row> found = matters.find(jdbc, act.district(), number.matter());
            return found.map(row -> {
                        Institution institution = course(row).institution();
                        State state = clerk.state(row);
                        Set<String> roles = seats.roles(institution, state, row.pos(), capacity, act.lawDate());
                        return act(jdbc, act, row, roles, attempted);
                    })
                    .orElseGet(Reply.Unknown::new);
        });
    }

    /** Acts on a matter as the one who opened it, who proves it by the code. */
    public Reply act(Act act, Number number, String code, Attempted attempted) {
        return work.in(act.reach(), jdbc -> {
            if (!isOpener(jdbc, act.district(), number, code)) {
                return new Reply.Unknown();
            }
            return matters.find(jdbc, act.district(), number.matter())
                    .map(row -> act(jdbc, act, row, Set.of(Institution.OPENER), attempted))
                    .orElseGet(Reply.Unknown::new);
        });
    }

    /**
     * Whether number and code belong together. However they come, by a form or by a cookie, wrong ones are counted, and a
     * number that was tried too often from one address rests for that address: then the answer is no.
     *
     * @param from the network address of whoever asks; kept in memory only, and only while it rests
     */
    public boolean isOpener(Act act, Number number, String code, String from) {
        if (!guesses.mayTry(number, from)) {
            return false;
        }
        boolean isOpener = work.reading(act.reach(), jdbc -> isOpener(jdbc, act.district(), number, code));
        if (!isOpener) {
            guesses.wrong(number, from);
        }
        return isOpener;
    }

    private boolean isOpener(JdbcClient jdbc, int district, Number number, String code) {
        return matters.findCode(jdbc, district, number.matter())
                .filter(digest -> codes.matches(code, digest))
                .isPresent();
    }

    private Reply act(JdbcClient jdbc, Act act, Row row, Set<String> roles, Attempted attempted) {
        if (row.revision() != attempted.revision()) {
            return new Reply.Overtaken(row.number());
        }
        Course course = course(row);
        Map<String, Text> beside = unoffered(jdbc, act, row, course.institution(), attempted.answers());
        if (!beside.isEmpty()) {
            return new Reply.Refused(beside.values().iterator().next(), beside, List.of());
        }
        Outcome outcome =
                course.act(clerk.state(row), new Deed(attempted.action(), roles, act.local(), attempted.answers()));
        return switch (outcome) {
            case Outcome.Refused refused -> new Reply.Refused(refused.why(), refused.beside(), refused.findings());
            case Outcome.Done done -> {
                if (!move(jdbc, act, row, course.institution(), attempted.answers(), done)) {
                    yield new Reply.Overtaken(row.number());
                }
                pictures.add(jdbc, act, row.id(), row.pos(), Clerk.firstEvent(row.revision()), attempted.pictures());
                yield new Reply.Done(row.number());
            }
        };
    }

    /** What was not on offer: a body that is not responsible here, a matter that is not in reach or is this one. */
    private Map<String, Text> unoffered(
            JdbcClient jdbc, Act act, Row row, Institution institution, Map<String, String> answers) {
        Map<String, Text> beside = new LinkedHashMap<>();
        for (Institution.Role role : institution.roles()) {
            String body = answers.getOrDefault(role.name(), "").strip();
            boolean offered = seats.assignable(role, row.pos()).stream()
                    .map(Seats::assignment)
                    .anyMatch(body::equals);
            if (role.assignedBy() != null && !body.isEmpty() && !offered) {
                beside.put(role.name(), Said.of("fault.not-offered"));
            }
        }
        for (Institution.Field field : institution.fields()) {
            String typed = answers.getOrDefault(field.name(), "").strip();
            if (field.type() == Institution.Type.MATTER && !typed.isEmpty()) {
                boolean known = Number.read(typed)
                        .filter(number -> number.matter() != row.id())
                        .flatMap(number -> matters.find(jdbc, act.district(), number.matter()))
                        .filter(other -> other.institution().equals(row.institution()))
                        .isPresent();
                if (!known) {
                    beside.put(field.name(), Said.of("fault.no-such-matter"));
                }
            }
        }
        return beside;
    }

    private boolean move(
            JdbcClient jdbc,
            Act act,
            Row row,
            Institution institution,
            Map<String, String> answers,
            Outcome.Done done) {
        Map<String, String> written = new HashMap<>(answers);
        clerk.takePersonal(institution, written);
        Map<String, String> form = clerk.form(row);
        // What a role writes into a field of the matter, such as the summary for the public, stays with the matter.
        for (Institution.Field field : institution.fields()) {
            String answer = written.get(field.name());
            if (answer != null && field.writtenBy() != null) {
                form.put(field.name(), answer);
            }
        }
        boolean moved = matters.move(
                jdbc,
                act,
                clerk.written(act, institution, row.id(), row.pos(), row.revision(), form, written, done),
                row.revision());
        if (moved && done.now().ended() != null) {
            vault.startKeeping(
                    jdbc, act.district(), row.id(), done.now().since().toLocalDate());
        } else if (moved && row.closedAt() != null) {
            // An appeal: while the matter runs again, the ways to reach the one who filed it are kept.
            vault.stopKeeping(jdbc, act.district(), row.id());
        }
        return moved;
    }

    /**
     * Lets a matter's deadlines happen that are due, each at its own instant, however late it is noticed.
     *
     * @return whether anything happened; false too if somebody else is at the matter just now
     */
    boolean elapse(Act act, long matter) {
        return work.in(
                act.reach(),
                jdbc -> matters.lock(jdbc, act.district(), matter)
                        .map(row -> {
                            Course course = course(row);
                            Outcome.Done done = course.elapse(clerk.state(row), act.local());
                            return !done.events().isEmpty()
                                    && move(jdbc, act, row, course.institution(), Map.of(), done);
                        })
                        .orElse(false));
    }

    /** The matters whose next deadline has come. */
    List<Long> waking(Act act, int most) {
        return work.reading(act.reach(), jdbc -> matters.waking(jdbc, act.district(), act.at(), most));
    }

    /** The course under which a matter runs: that of the edition it began with. */
    Course course(Row row) {
        return editions.edition(row.edition()).course(row.institution());
    }
}
