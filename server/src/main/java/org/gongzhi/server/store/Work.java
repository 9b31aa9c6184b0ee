package org.gongzhi.server.store;

import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction in one district within one range (事务). Row-level security reads the range that is set here. */
@Component
public final class Work {
    /** Part of a statement that writes on its own, without a transaction around it: sets its reach first. */
    public static final String REACH_PART = """
            reach as materialized (
                select set_config('app.lo', :lo, true), set_config('app.hi', :hi, true)
            )
            """;

    private static final String REACH = """
            select set_config('app.lo', :lo, true), set_config('app.hi', :hi, true)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    Work(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Writes in one transaction: all of it stands, or nothing. */
    public <T> T in(Reach reach, Function<JdbcClient, T> work) {
        return done(writing, reach, work);
    }

    /** Reads in one transaction. */
    public <T> T reading(Reach reach, Function<JdbcClient, T> work) {
        return done(reading, reach, work);
    }

    private <T> T done(TransactionTemplate template, Reach reach, Function<JdbcClient, T> work) {
        T result = template.execute(status -> {
            jdbc.sql(REACH)
                    .param("lo", Long.toString(reach.lo()))
                    .param("hi", Long.toString(reach.hi()))
                    .query()
                    .singleRow();
            return work.apply(jdbc);
        });
        if (result == null) {
            throw new IllegalStateException("a unit of work gave null");
        }
        return result;
    }
}
