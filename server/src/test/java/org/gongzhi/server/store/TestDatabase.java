package org.gongzhi.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A database of its own for a test class, migrated and empty (测试数据库): a clone of a template that carries the hash of the
 * migrations in its name. Register it as a static extension and it goes when the class is done:
 *
 * <pre>{@code @RegisterExtension static final TestDatabase DATABASE = TestDatabase.fresh();}</pre>
 */
public final class TestDatabase implements AutoCloseable, AfterAllCallback {
    private static final String PREFIX = "test_";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A new clone; makes the template first if these migrations have none yet. */
    public static TestDatabase fresh() {
        String name = PREFIX + NUMBER.incrementAndGet();
        try {
            String template = Template.NAME;
            command("drop database if exists " + name + " with (force)");
            create(name, template);
        } catch (SQLException failed) {
            throw new IllegalStateException("no database " + name, failed);
        }
        return new TestDatabase(name);
    }

    /** As the owner of the tables. */
    public Login owner() {
        return in(TestCluster.one().owner(), name);
    }

    /** As the requests are served. */
    public Login app() {
        return in(TestCluster.one().app(), name);
    }

    @Override
    public void close() {
        try {
            command("drop database if exists " + name + " with (force)");
        } catch (SQLException failed) {
            throw new IllegalStateException("database " + name + " not dropped", failed);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** Made once for the JVM, or found from an earlier run. */
    private static final class Template {
        private static final String NAME = make();

        private static String make() {
            try {
                String name = "template_" + hash();
                clear(name);
                if (!exists(name)) {
                    String unfinished = "unfinished_" + name;
                    command("drop database if exists " + unfinished + " with (force)");
                    create(unfinished, "template0");
                    Login owner = in(TestCluster.one().owner(), unfinished);
                    Flyway.configure()
                            .dataSource(owner.url(), owner.user(), owner.password())
                            .locations("classpath:db/migration")
                            .failOnMissingLocations(false)
                            .load()
                            .migrate();
                    command("alter database " + unfinished + " rename to " + name);
                }
                return name;
            } catch (SQLException | IOException failed) {
                throw new IllegalStateException("no template of the migrated database", failed);
            }
        }
    }

    private static String hash() throws IOException {
        Resource[] migrations =
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql");
        Arrays.sort(migrations, Comparator.comparing(migration -> String.valueOf(migration.getFilename())));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Resource migration : migrations) {
                digest.update(String.valueOf(migration.getFilename()).getBytes(StandardCharsets.UTF_8));
                try (InputStream sql = migration.getInputStream()) {
                    digest.update(sql.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Drops clones that a killed run left and templates of other migrations. */
    private static void clear(String template) throws SQLException {
        List<String> old = new ArrayList<>();
        try (Connection connection = TestCluster.superuser().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select datname
                          from pg_catalog.pg_database
                         where datname ~ '^(test_|template_|unfinished_)'
                        """)) {
            while (row.next()) {
                if (!row.getString("datname").equals(template)) {
                    old.add(row.getString("datname"));
                }
            }
        }
        for (String name : old) {
            command("drop database " + name + " with (force)");
        }
    }

    private static boolean exists(String name) throws SQLException {
        try (Connection connection = TestCluster.superuser().connect();
                PreparedStatement find =
                        connection.prepareStatement("select 1 from pg_catalog.pg_database where datname = ?")) {
            find.setString(1, name);
            try (ResultSet row = find.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void create(String name, String template) throws SQLException {
        Cluster cluster = TestCluster.one();
        command("create database %s template %s owner %s"
                .formatted(name, template, cluster.owner().user()));
        command("grant connect on database %s to %s"
                .formatted(name, cluster.app().user()));
    }

    private static void command(String sql) throws SQLException {
        try (Connection connection = TestCluster.superuser().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Login in(Login login, String database) {
        return new Login(login.url().replaceFirst("[^/]*$", database), login.user(), login.password());
    }
}
