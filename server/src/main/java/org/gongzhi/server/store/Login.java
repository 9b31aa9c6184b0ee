package org.gongzhi.server.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How to sign in to the database (登录). Its text never shows the password.
 *
 * @param url a JDBC address without user and password
 * @param user the role of PostgreSQL
 * @param password of that role
 */
public record Login(String url, String user, String password) {
    /** Opens a connection of its own, outside any pool; the caller closes it. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public String toString() {
        return user + " @ " + url;
    }
}
