package org.gongzhi.server.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL that others run (外部数据库): named by variables of the environment and checked before use. */
final class Outside {
    private static final String CAPABILITIES = """
            select r.rolsuper or r.rolbypassrls as unbound
              from pg_catalog.pg_roles r
             where r.rolname = current_user
            """;

    /** Whether row-level security must hold for a role. */
    private enum Security {
        ANY,
        BY_ROW
    }

    private Outside() {}

    static Cluster cluster(Map<String, String> environment) {
        String url = environment.getOrDefault("GONGZHI_DB_URL", "");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw Trouble.refused(
                    null,
                    "GONGZHI_DB_URL 写的是“%1$s”,应以 jdbc:postgresql: 开头,例如 jdbc:postgresql://10.0.0.5:5432/gongzhi。",
                    "GONGZHI_DB_URL says “%1$s”; it should begin with jdbc:postgresql:, for example"
                            + " jdbc:postgresql://10.0.0.5:5432/gongzhi.",
                    url.replaceAll("(?i)password=[^&]*", "password=…"));
        }
        Login owner = new Login(
                url,
                environment.getOrDefault("GONGZHI_DB_OWNER", "gongzhi_owner"),
                environment.getOrDefault("GONGZHI_DB_OWNER_PASSWORD", ""));
        Login app = new Login(
                url,
                environment.getOrDefault("GONGZHI_DB_APP", "gongzhi_app"),
                environment.getOrDefault("GONGZHI_DB_APP_PASSWORD", ""));
        check(owner, "GONGZHI_DB_OWNER", Security.ANY);
        check(app, "GONGZHI_DB_APP", Security.BY_ROW);
        return Cluster.signedInTo(owner, app);
    }

    private static void check(Login login, String variable, Security needed) {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(CAPABILITIES)) {
            String version = connection.getMetaData().getDatabaseProductVersion();
            if (!version.startsWith(Binaries.MAJOR + ".")) {
                throw Trouble.refused(
                        null,
                        "GONGZHI_DB_URL 指向的是 PostgreSQL %1$s,需要 PostgreSQL %2$s。",
                        "GONGZHI_DB_URL leads to PostgreSQL %1$s; PostgreSQL %2$s is needed.",
                        version,
                        Binaries.MAJOR);
            }
            if (needed == Security.BY_ROW && row.next() && row.getBoolean("unbound")) {
                throw Trouble.refused(
                        null,
                        "角色 %1$s(%2$s)是超级用户或可绕过行级安全,不能用来处理请求。请另建一个普通角色。",
                        "The role %1$s (%2$s) is a superuser or may bypass row-level security; requests must not be served"
                                + " under it. Make an ordinary role.",
                        login.user(),
                        variable);
            }
        } catch (SQLException failed) {
            throw Trouble.refused(
                    failed,
                    "无法以 %1$s 登录 GONGZHI_DB_URL 指向的数据库:%2$s。请检查 GONGZHI_DB_URL、%3$s 和 %3$s_PASSWORD。",
                    "Signing in as %1$s to the database that GONGZHI_DB_URL names failed: %2$s. Check GONGZHI_DB_URL, %3$s"
                            + " and %3$s_PASSWORD.",
                    login.user(),
                    String.valueOf(failed.getMessage()),
                    variable);
        }
    }
}
