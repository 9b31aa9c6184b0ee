package org.gongzhi.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The roles and the database of an own cluster (角色): made once, completed if a start was cut short. */
final class Roles {
    private static final String FIND_ROLE = "select 1 from pg_catalog.pg_roles where rolname = ?";
    private static final String FIND_DATABASE = "select 1 from pg_catalog.pg_database where datname = ?";

    private Roles() {}

    static void ensure(
            Login superuser, String database, String owner, String ownersPassword, String app, String appsPassword) {
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            // Names are constants and passwords are drawn from letters, digits, - and _: nothing here needs quoting.
            if (isMissing(connection, FIND_ROLE, owner)) {
                statement.execute("create role %s login password '%s'".formatted(owner, ownersPassword));
            }
            if (isMissing(connection, FIND_ROLE, app)) {
                statement.execute("create role %s login password '%s'".formatted(app, appsPassword));
            }
            if (isMissing(connection, FIND_DATABASE, database)) {
                statement.execute("create database %s owner %s".formatted(database, owner));
            }
            statement.execute("revoke connect, temporary on database %s from public".formatted(database));
            statement.execute("grant connect on database %s to %s".formatted(database, app));
        } catch (SQLException failed) {
            throw Trouble.refused(
                    failed,
                    "数据库已启动,但无法登录或建立角色:%1$s",
                    "The database is running, but signing in or making its roles failed: %1$s",
                    String.valueOf(failed.getMessage()));
        }
    }

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(query)) {
            find.setString(1, name);
            try (ResultSet row = find.executeQuery()) {
                return !row.next();
            }
        }
    }
}
