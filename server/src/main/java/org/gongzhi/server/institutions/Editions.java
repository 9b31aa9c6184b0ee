package org.gongzhi.server.institutions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.gongzhi.exact.Fault;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.server.journal.Clock;
import org.gongzhi.server.journal.District;
import org.gongzhi.server.store.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The editions of the rulebook (制度版本): the one in force, and every one before it, because a matter ends under the edition
 * it began with. Their files are kept in the database; the directory is only where a new edition comes from.
 */
@Component
public class Editions {
    private static final TypeReference<TreeMap<String, String>> FILES = new TypeReference<>() {};

    private static final String IN_FORCE = """
            select e.digest
              from institutions.edition e
             where e.district_id = :district and e.in_force
            """;
    private static final String TEXT = """
            select e.files::text as files
              from institutions.edition e
             where e.district_id = :district and e.digest = :digest
            """;
    private static final String RETIRE = """
            update institutions.edition e
               set in_force = false
             where e.district_id = :district and e.in_force
            """;
    private static final String ENACT = """
            insert into institutions.edition as e (district_id, digest, files, enacted_at, in_force)
            values (:district, :digest, :files::jsonb, :at, true)
            on conflict (district_id, digest) do update set in_force = true
            """;

    private final JdbcClient jdbc;
    private final Work work;
    private final District district;
    private final Clock clock;
    private final JsonMapper json;
    private final Path unpacked;
    private final ConcurrentMap<String, Rulebook> read = new ConcurrentHashMap<>();
    private volatile @Nullable Rulebook current;
    private volatile List<Fault> waiting = List.of();

    Editions(
            JdbcClient jdbc,
            Work work,
            District district,
            Clock clock,
            JsonMapper json,
            @Value("${gongzhi.data}") Path data) {
        this.jdbc = jdbc;
        this.work = work;
        this.district = district;
        this.clock = clock;
        this.json = json;
        this.unpacked = data.resolve("editions");
    }

    /**
     * Takes a rulebook directory into force if it passes its check. Where it does not, the edition in force goes on and
     * {@link #faults} says what is wrong with the new one.
     *
     * @throws RulebookRefused if it does not pass and there is no edition in force yet
     */
    public void take(Path folder) {
        Optional<String> before = jdbc.sql(IN_FORCE)
                .param("district", district.id())
                .query(String.class)
                .optional();
        Rulebook.Reading reading = Rulebook.read(folder);
        waiting = reading.faults();
        Optional<Rulebook> passed = reading.findRulebook();
        if (passed.isEmpty()) {
            current = edition(before.orElseThrow(() -> new RulebookRefused(reading.faults())));
            return;
        }
        Rulebook rulebook = passed.get();
        if (!before.equals(Optional.of(rulebook.digest()))) {
            enact(rulebook.digest(), json.writeValueAsString(files(folder)));
        }
        read.put(rulebook.digest(), rulebook);
        current = rulebook;
    }

    /** Goes by the edition that is in force already: for a program beside the one that runs. */
    public void readInForce() {
        current = edition(jdbc.sql(IN_FORCE)
                .param("district", district.id())
                .query(String.class)
                .single());
    }

    private void enact(String digest, String files) {
        work.in(district.reach(), transaction -> {
            transaction.sql(RETIRE).param("district", district.id()).update();
            return transaction
                    .sql(ENACT)
                    .param("district", district.id())
                    .param("digest", digest)
                    .param("files", files)
                    .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
        });
    }

    /** The edition in force. */
    public Rulebook inForce() {
        Rulebook rulebook = current;
        if (rulebook == null) {
            throw new IllegalStateException("no rulebook has been taken into force");
        }
        return rulebook;
    }

    /** What is wrong with a newer text that waits in the directory; empty if nothing waits. */
    public List<Fault> faults() {
        return waiting;
    }

    /** An edition by its digest, in force or not. */
    public Rulebook edition(String digest) {
        return read.computeIfAbsent(digest, this::unpack);
    }

    private Rulebook unpack(String digest) {
        String files = jdbc.sql(TEXT)
                .param("district", district.id())
                .param("digest", digest)
                .query(String.class)
                .single();
        Path folder = unpacked.resolve(digest);
        try {
            for (Map.Entry<String, String> file : json.readValue(files, FILES).entrySet()) {
                Path target = folder.resolve(file.getKey()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IllegalStateException(
                            "a file of edition %s is named %s".formatted(digest, file.getKey()));
                }
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot unpack edition " + digest + " to " + folder, unwritable);
        }
        Rulebook.Reading reading = Rulebook.readEnacted(folder);
        return reading.findRulebook()
                .orElseThrow(() -> new IllegalStateException("edition %s has %d faults"
                        .formatted(digest, reading.faults().size())));
    }

    /** All texts of a rulebook directory by their names. */
    private static Map<String, String> files(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.endsWith(".yaml") || name.startsWith("calendar/")) {
                    files.put(name, Files.readString(file));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + folder, unreadable);
        }
        return files;
    }
}
