package org.gongzhi.server.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.gongzhi.server.journal.Clock;
import org.gongzhi.server.journal.District;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Accounts of those who hold office (账号). Residents need none. */
@Component
public class Accounts implements UserDetailsService {
    /** After so many wrong passwords in a row the account waits. */
    private static final int MOST_FAILURES = 5;

    private static final Duration WAIT = Duration.ofMinutes(15);
    private static final int MOST_NAMES = 10_000;

    private static final String FIND = """
            select a.person_id, a.name, a.password_hash
              from access.account a
             where a.district_id = :district and a.name = :name and (a.closed_on is null or a.closed_on > :today)
            """;
    private static final String ADD = """
            insert into access.account (district_id, person_id, name, password_hash)
            values (:district, :person, :name, :hash)
            """;

    private record Failures(int count, Instant last) {}

    private final JdbcClient jdbc;
    private final District district;
    private final Clock clock;
    private final PasswordEncoder encoder;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_NAMES;
        }
    };

    Accounts(JdbcClient jdbc, District district, Clock clock, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.district = district;
        this.clock = clock;
        this.encoder = encoder;
    }

    /** Opens an account. The password is hashed with argon2id here and not kept. */
    public void open(long person, String name, CharSequence password) {
        jdbc.sql(ADD)
                .param("district", district.id())
                .param("person", person)
                .param("name", canonical(name))
                .param("hash", encoder.encode(password))
                .update();
    }

    /**
     * The account, or after too many wrong passwords in a row, one that may not sign in yet: for names that nobody has,
     * too, so that nothing is told of which there are.
     *
     * @throws UsernameNotFoundException if there is no open account of that name
     */
    @Override
    public UserDetails loadUserByUsername(String typed) {
        String name = canonical(typed);
        synchronized (failures) {
            Failures failed = failures.get(name);
            if (failed != null
                    && failed.count() >= MOST_FAILURES
                    && clock.instant().isBefore(failed.last().plus(WAIT))) {
                return SignedIn.waiting(name);
            }
        }
        return jdbc.sql(FIND)
                .param("district", district.id())
                .param("name", name)
                .param("today", clock.today())
                .query((row, nr) ->
                        new SignedIn(row.getLong("person_id"), row.getString("name"), row.getString("password_hash")))
                .optional()
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(name));
    }

    @EventListener
    void onWrongPassword(AuthenticationFailureBadCredentialsEvent event) {
        String name = canonical(event.getAuthentication().getName());
        synchronized (failures) {
            Failures before = failures.remove(name);
            int earlier =
                    before == null || clock.instant().isAfter(before.last().plus(WAIT)) ? 0 : before.count();
            failures.put(name, new Failures(earlier + 1, clock.instant()));
        }
    }

    @EventListener
    void onSignIn(AuthenticationSuccessEvent event) {
        synchronized (failures) {
            failures.remove(canonical(event.getAuthentication().getName()));
        }
    }

    private static String canonical(String name) {
        // No name has a character that the database can't keep.
        String stripped = name.replace("\0", "").strip().toLowerCase(Locale.ROOT);
        return stripped.length() > 100 ? stripped.substring(0, 100) : stripped;
    }
}
