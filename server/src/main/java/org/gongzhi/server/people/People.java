package org.gongzhi.server.people;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.gongzhi.exact.Text;
import org.gongzhi.server.journal.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holders of office by name (任职人员). Their names are public; nothing else about them is here. */
@Component
public class People {
    private static final String FIND = """
            select p.zh, p.en
              from people.person_public p
             where p.district_id = :district and p.id = :person
            """;
    private static final String ADD = """
            insert into people.person (district_id, id, zh, en)
            values (:district, :person, :zh, :en)
            """;

    private final JdbcClient jdbc;
    private final District district;
    private final ConcurrentMap<Long, Text> names = new ConcurrentHashMap<>();

    People(JdbcClient jdbc, District district) {
        this.jdbc = jdbc;
        this.district = district;
    }

    /** Enters a person. */
    public void add(JdbcClient transaction, long person, Text name) {
        transaction
                .sql(ADD)
                .param("district", district.id())
                .param("person", person)
                .param("zh", name.zh())
                .param("en", name.en())
                .update();
    }

    /** A person's name; a dash where the person is not known. */
    public Text name(long person) {
        return names.computeIfAbsent(
                person,
                id -> jdbc.sql(FIND)
                        .param("district", district.id())
                        .param("person", id)
                        .query((row, nr) -> new Text(row.getString("zh"), row.getString("en")))
                        .optional()
                        .orElse(Text.same("—")));
    }
}
