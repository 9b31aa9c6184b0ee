package org.gongzhi.server.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.gongzhi.server.journal.Act;
import org.gongzhi.server.journal.Actor;
import org.gongzhi.server.store.Keys;
import org.gongzhi.server.store.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The vault of residents' personal data (个人信息保险箱). Each field is encrypted on its own and bound to its matter; each
 * reading is logged with as whom; what is past its time is deleted.
 */
@Component
public class Vault {
    /** The key that new fields are sealed with; its name is kept with the field so that keys can be changed. */
    public static final String KEY_ID = "v1";

    /**
     * Part of a statement that opens a matter: its sealed fields, from a JSON array of objects with {@code field},
     * {@code cipher} in hexadecimal and {@code keep_days}. Needs district, matter, pos, sealed and the table {@code reach}.
     */
    public static final String SEALED_PART = """
            sealed as (
                insert into people.sealed (district_id, matter_id, field, pos, key_id, cipher, keep_days)
                select :district, :matter, s.field, :pos, s.key_id, decode(s.cipher, 'hex'), s.keep_days
                  from reach, jsonb_to_recordset(:sealed::jsonb)
                           as s (field text, key_id text, cipher text, keep_days integer)
            )
            """;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String FIND = """
            select s.cipher, s.pos
              from people.sealed s
             where s.district_id = :district and s.matter_id = :matter and s.field = :field
            """;
    private static final String LOG = """
            insert into people.reading (district_id, id, matter_id, field, pos, read_at, person_id, capacity_id)
            values (:district, :id, :matter, :field, :pos, :at, :person, :capacity)
            """;
    private static final String LIMIT = """
            update people.sealed s
               set delete_on = :day::date + s.keep_days
             where s.district_id = :district and s.matter_id = :matter and s.delete_on is null
            """;
    private static final String UNLIMIT = """
            update people.sealed s
               set delete_on = null
             where s.district_id = :district and s.matter_id = :matter
            """;
    private static final String DELETE = """
            delete from people.sealed s
             where s.district_id = :district and s.delete_on <= :day
            """;

    private record Sealed(ByteBuffer cipher, long pos) {}

    private final SecretKey key;

    Vault(Keys keys) {
        this.key = keys.derive("vault/" + KEY_ID, "AES");
    }

    /** Encrypts one field of one matter. */
    public byte[] seal(int district, long matter, String field, String plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] closed = crypt(
                Cipher.ENCRYPT_MODE, nonce, bound(district, matter, field), plain.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
    }

    /**
     * Reads one field as an officer, and logs that it was read.
     *
     * @return empty if nothing was left or it has been deleted on its day
     */
    public Optional<String> read(JdbcClient jdbc, Act act, Actor.Officer officer, long matter, String field) {
        Optional<Sealed> found = jdbc.sql(FIND)
                .param("district", act.district())
                .param("matter", matter)
                .param("field", field)
                .query((row, nr) -> new Sealed(ByteBuffer.wrap(row.getBytes("cipher")), row.getLong("pos")))
                .optional();
        return found.map(kept -> {
            jdbc.sql(LOG)
                    .param("district", act.district())
                    .param("id", UUID.randomUUID())
                    .param("matter", matter)
                    .param("field", field)
                    .param("pos", kept.pos())
                    .param("at", java.sql.Timestamp.from(act.at()))
                    .param("person", officer.person())
                    .param("capacity", officer.capacity())
                    .update();
            ByteBuffer parts = kept.cipher();
            byte[] nonce = new byte[NONCE];
            parts.get(nonce);
            byte[] rest = new byte[parts.remaining()];
            parts.get(rest);
            byte[] plain = crypt(Cipher.DECRYPT_MODE, nonce, bound(act.district(), matter, field), rest);
            return new String(plain, StandardCharsets.UTF_8);
        });
    }

    /** The matter has ended on a day: from it on runs the time for which its personal fields may be kept. */
    public void startKeeping(JdbcClient jdbc, int district, long matter, LocalDate ended) {
        jdbc.sql(LIMIT)
                .param("district", district)
                .param("matter", matter)
                .param("day", ended)
                .update();
    }

    /** The matter runs again: its personal fields are kept until it ends. */
    public void stopKeeping(JdbcClient jdbc, int district, long matter) {
        jdbc.sql(UNLIMIT).param("district", district).param("matter", matter).update();
    }

    /** Deletes what may no longer be kept on a day. */
    public int deleteDue(JdbcClient jdbc, Reach reach, LocalDate day) {
        return jdbc.sql(DELETE)
                .param("district", reach.district())
                .param("day", day)
                .update();
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] bound, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound);
            return cipher.doFinal(text);
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("a sealed field does not open with key " + KEY_ID, cause);
        }
    }

    /** A cipher moved to another matter or field does not open there. */
    private static byte[] bound(int district, long matter, String field) {
        return (district + "/" + matter + "/" + field).getBytes(StandardCharsets.UTF_8);
    }
}
