package org.gongzhi.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.gongzhi.exact.Text;
import org.gongzhi.server.access.Accounts;
import org.gongzhi.server.bodies.Bodies;
import org.gongzhi.server.bodies.Founding;
import org.gongzhi.server.institutions.Editions;
import org.gongzhi.server.journal.Clock;
import org.gongzhi.server.journal.District;
import org.gongzhi.server.people.People;
import org.gongzhi.server.store.Work;
import org.gongzhi.server.territory.DivisionList;
import org.gongzhi.server.territory.Territory;
import org.gongzhi.server.territory.Unit;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes a new installation ready (初始化): territory, rulebook, bodies, and the people of the demonstration. Each part is
 * set up in one transaction and only where it is missing, so a start that was cut off goes on where it was.
 */
@Component
class Installation implements InitializingBean {
    private static final String LETTERS = "23456789abcdefghjkmnpqrstvwxyz";
    private static final int PASSWORD = 12;

    private final District district;
    private final Clock clock;
    private final Work work;
    private final Territory territory;
    private final DivisionList divisions;
    private final Editions editions;
    private final Bodies bodies;
    private final Founding founding;
    private final People people;
    private final Accounts accounts;
    private final Path rulebook;
    private final Path data;
    private final Path demo;

    /** Whether this program only works beside one that runs: then it enacts nothing. */
    private final boolean beside;

    Installation(
            District district,
            Clock clock,
            Work work,
            Territory territory,
            DivisionList divisions,
            Editions editions,
            Bodies bodies,
            Founding founding,
            People people,
            Accounts accounts,
            @Value("${gongzhi.rulebook}") Path rulebook,
            @Value("${gongzhi.data}") Path data,
            @Value("${gongzhi.demo:demo/futian}") Path demo,
            @Value("${gongzhi.beside:false}") boolean beside) {
        this.district = district;
        this.clock = clock;
        this.work = work;
        this.territory = territory;
        this.divisions = divisions;
        this.editions = editions;
        this.bodies = bodies;
        this.founding = founding;
        this.people = people;
        this.accounts = accounts;
        this.rulebook = rulebook;
        this.data = data;
        this.demo = demo;
        this.beside = beside;
    }

    @Override
    public void afterPropertiesSet() {
        if (!Files.isDirectory(rulebook)) {
            throw new CannotRun(Text.of(
                    "没有制度目录 %s。请用 --rulebook 指定制度所在的目录。",
                    "There is no rulebook directory %s. Name it with --rulebook.", rulebook));
        }
        if (beside) {
            editions.readInForce();
        } else {
            editions.take(rulebook);
        }
        territory.read(district.id());
        if (territory.isEmpty()) {
            divisions.load(rulebook.resolve("territory"), district.id());
            territory.read(district.id());
        }
        bodies.read(district.id());
        if (bodies.isEmpty()) {
            found();
            bodies.read(district.id());
        }
    }

    /** Where names and passwords of the demonstration stand, if they were made here. */
    Optional<Path> signInFile() {
        return Optional.of(data.resolve("sign-in.txt")).filter(Files::exists);
    }

    private void found() {
        LocalDate today = clock.today();
        List<String> signIns = new ArrayList<>();
        work.in(district.reach(), jdbc -> {
            editions.inForce().bodies().bodies().values().forEach(kind -> {
                List<Founding.PostKind> posts = kind.posts().values().stream()
                        .map(post -> new Founding.PostKind(post.name(), post.title()))
                        .toList();
                founding.found(jdbc, kind.name(), kind.title(), level(kind.level()), posts, today);
            });
            long person = 0;
            for (CSVRecord row : demonstration()) {
                person++;
                Unit unit = unit(row.get("unit"), today);
                people.add(jdbc, person, new Text(row.get("zh"), row.get("en")));
                if (founding.appoint(jdbc, person, row.get("body"), row.get("post"), unit, today)
                        .isEmpty()) {
                    throw new CannotRun(Text.of(
                            "演示人员 %1$s 的岗位 %2$s/%3$s 在制度的 bodies.yaml 里没有。请修改 demo/futian/people.csv。",
                            "The rulebook's bodies.yaml has no post %2$s/%3$s for the demonstration's %1$s. Mend demo/futian/people.csv.",
                            row.get("login"),
                            row.get("body"),
                            row.get("post")));
                }
                String password = password();
                accounts.open(person, row.get("login"), password);
                signIns.add("%-12s %s   %s · %s · %s"
                        .formatted(row.get("login"), password, row.get("zh"), row.get("unit"), row.get("post")));
            }
            write(signIns);
            return person;
        });
    }

    private List<CSVRecord> demonstration() {
        Path file = demo.resolve("people.csv");
        if (!Files.exists(file)) {
            return List.of();
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(Files.newBufferedReader(file))) {
            return parser.getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    private Unit unit(String name, LocalDate day) {
        for (Unit.Kind kind : Unit.Kind.values()) {
            Optional<Unit> found = territory.units(kind, day).stream()
                    .filter(unit -> unit.name().zh().equals(name))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new CannotRun(Text.of(
                "演示人员所在的“%s”不在区划代码表里。请修改 demo/futian/people.csv。",
                "The division list has no unit `%s`, which demo/futian/people.csv names. Mend that file.", name));
    }

    private static Unit.Kind level(String name) {
        return Unit.Kind.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String password() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** Only their owner can read them; the file is there whole or not at all. */
    private void write(List<String> signIns) {
        if (signIns.isEmpty()) {
            return;
        }
        try {
            Path half = Files.createTempFile(data, "sign-in", ".new");
            if (Files.getFileStore(half).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(half, String.join("\n", signIns) + "\n", StandardCharsets.UTF_8);
            Files.move(
                    half,
                    data.resolve("sign-in.txt"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + data.resolve("sign-in.txt"), unwritable);
        }
    }
}
