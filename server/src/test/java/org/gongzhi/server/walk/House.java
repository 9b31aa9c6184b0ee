package org.gongzhi.server.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.gongzhi.server.store.TestDatabase;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * The whole program for tests (整体测试环境): one for the JVM, on a database of its own, since starting it takes longer
 * than most walks. Every test begins on a Friday whose Saturday is a working day, and looks only at its own matters.
 */
final class House implements AutoCloseable {
    /** Friday; Saturday 28 February is worked in exchange for the Spring Festival. */
    static final String FRIDAY = "2026-02-27 09:00";

    private final TestDatabase database;
    private final Path data;
    private final MovableClock clock;
    private final Running running;

    private House() {
        database = TestDatabase.fresh();
        data = Running.newData();
        clock = new MovableClock(FRIDAY);
        running = Running.start(database, data, clock);
    }

    /** Gives tests the house and sets its clock back before each. */
    static final class Guests implements ParameterResolver, BeforeEachCallback {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == House.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return house(context);
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            house(context).clock.set(FRIDAY);
        }

        private static House house(ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(House.class))
                    .computeIfAbsent(House.class, key -> new House(), House.class);
        }
    }

    URI address() {
        return running.address();
    }

    MovableClock clock() {
        return clock;
    }

    /** Somebody at a browser who has not signed in. */
    Visitor somebody() {
        return new Visitor(address());
    }

    /** One of those of the demonstration, signed in. */
    Visitor officer(String login) {
        Visitor visitor = somebody();
        visitor.signIn(login, password(login));
        return visitor;
    }

    /** The password of one of those of the demonstration. */
    String password(String login) {
        return password(data, login);
    }

    static String password(Path data, String login) {
        try {
            return Files.readAllLines(data.resolve("sign-in.txt")).stream()
                    .filter(line -> line.startsWith(login + " "))
                    .map(line -> line.split(" +")[1])
                    .findFirst()
                    .orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Moves the clock, and lets happen what the program does by the clock. */
    void passTo(String local) {
        clock.set(local);
        running.letTimeAct();
    }

    /** Lets happen what follows from acts: notes, figures. */
    void follow() {
        running.letTimeAct();
    }

    /** The number that a query gives, read as the tables' owner. */
    long number(String sql, Object... values) {
        return Long.parseLong(rows(sql, values).getFirst());
    }

    /** The first column of what a query gives. */
    List<String> rows(String sql, Object... values) {
        return rows(database, sql, values);
    }

    static List<String> rows(TestDatabase database, String sql, Object... values) {
        try (Connection connection = database.owner().connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(String.valueOf(row.getString(1)));
                }
                return rows;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** How much has been written so far, in all tables that a resident's or an officer's act writes. */
    long written() {
        return number("""
                select (select count(*) from matters.matter) + (select count(*) from journal.event)
                     + (select count(*) from journal.finding) + (select count(*) from files.picture)
                     + (select count(*) from people.sealed) + (select count(*) from journal.queue)
                     + (select coalesce(sum(revision), 0) from matters.matter)
                """);
    }

    @Override
    public void close() throws IOException {
        running.close();
        database.close();
        FileSystemUtils.deleteRecursively(data);
    }
}
