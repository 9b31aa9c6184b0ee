package org.gongzhi.server.files;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.server.journal.Act;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pictures that belong to a matter (附件图片). */
@Component
public class Pictures {
    private static final String ADD = """
            insert into files.picture (district_id, id, matter_id, pos, nr, width, height, jpeg)
            values (:district, :id, :matter, :pos, :nr, :width, :height, :jpeg)
            on conflict do nothing
            """;
    private static final String LIST = """
            select p.id, p.nr, p.width, p.height
              from files.picture p
             where p.district_id = :district and p.matter_id = :matter
             order by p.nr
             limit 200
            """;
    private static final String FIND = """
            select p.jpeg
              from files.picture p
             where p.district_id = :district and p.id = :id and p.matter_id = :matter
            """;

    /**
     * A picture as a page names it.
     *
     * @param nr its place among the matter's pictures
     */
    public record Shown(UUID id, int nr, int width, int height) {}

    /**
     * Puts pictures to their matter, in the transaction of the act that they came with.
     *
     * @param first the place of the first among the matter's pictures
     */
    public void add(JdbcClient jdbc, Act act, long matter, long pos, int first, List<Picture> pictures) {
        for (int nr = 0; nr < pictures.size(); nr++) {
            Picture picture = pictures.get(nr);
            jdbc.sql(ADD)
                    .param("district", act.district())
                    .param("id", UUID.randomUUID())
                    .param("matter", matter)
                    .param("pos", pos)
                    .param("nr", first + nr)
                    .param("width", picture.width())
                    .param("height", picture.height())
                    .param("jpeg", picture.jpeg())
                    .update();
        }
    }

    /** The pictures of a matter, in the order in which they were sent. */
    public List<Shown> pictures(JdbcClient jdbc, int district, long matter) {
        return jdbc.sql(LIST)
                .param("district", district)
                .param("matter", matter)
                .query((row, nr) -> new Shown(
                        row.getObject("id", UUID.class), row.getInt("nr"), row.getInt("width"), row.getInt("height")))
                .list();
    }

    /** The bytes of one picture, if it belongs to that matter. */
    public Optional<byte[]> findJpeg(JdbcClient jdbc, int district, long matter, UUID id) {
        return jdbc.sql(FIND)
                .param("district", district)
                .param("id", id)
                .param("matter", matter)
                .query((row, nr) -> row.getBytes("jpeg"))
                .optional();
    }
}
