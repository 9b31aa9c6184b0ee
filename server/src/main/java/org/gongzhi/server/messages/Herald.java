package org.gongzhi.server.messages;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.gongzhi.server.journal.Consequences;
import org.gongzhi.server.journal.FollowUp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts what posts are to be told on their desks (传达). */
@Component
class Herald implements FollowUp {
    private final Notes notes;

    Herald(Notes notes) {
        this.notes = notes;
    }

    @Override
    public void follow(JdbcClient jdbc, int district, List<Piece> pieces) {
        for (Piece piece : pieces) {
            int nr = 0;
            for (Consequences.Tell tell : piece.consequences().tells()) {
                // Made from the piece, so that a piece that comes twice tells once.
                UUID id = UUID.nameUUIDFromBytes((piece.id() + "/" + nr++).getBytes(StandardCharsets.UTF_8));
                notes.tell(
                        jdbc,
                        district,
                        id,
                        piece.pos(),
                        tell.body(),
                        tell.post(),
                        piece.matter(),
                        tell.says(),
                        piece.consequences().at());
            }
        }
    }
}
