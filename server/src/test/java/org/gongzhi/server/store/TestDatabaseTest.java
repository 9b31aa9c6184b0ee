package org.gongzhi.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    @Test
    void whatOneCloneHoldsAnotherNeverSees() throws SQLException {
        try (TestDatabase one = TestDatabase.fresh();
                TestDatabase other = TestDatabase.fresh()) {
            say(one.owner(), "create schema s; create table s.t(n int)");
            assertThatThrownBy(() -> say(other.owner(), "select n from s.t"))
                    .hasMessageContaining("relation \"s.t\" does not exist");
        }
    }

    @Test
    void theApplicationsRoleMayMakeNoTable() {
        try (TestDatabase database = TestDatabase.fresh()) {
            assertThatThrownBy(() -> say(database.app(), "create table public.t(n int)"))
                    .hasMessageContaining("permission denied for schema public");
        }
    }

    @Test
    void aDroppedCloneIsGone() {
        TestDatabase database = TestDatabase.fresh();
        database.close();
        assertThatThrownBy(() -> say(database.app(), "select 1")).hasMessageContaining("does not exist");
    }

    @Test
    void chineseSortsByCodePointAndIsCountedInCharacters() throws SQLException {
        try (TestDatabase database = TestDatabase.fresh();
                Connection connection = database.app().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select length('福田区'), '一' < '龥', '福田' ~ '^[[:alpha:]]+$', current_setting('TimeZone')")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(3);
            assertThat(row.getBoolean(2)).isTrue();
            assertThat(row.getBoolean(3)).isTrue();
        }
    }

    private static void say(Login login, String sql) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
