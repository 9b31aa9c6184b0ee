package org.gongzhi.server.journal;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A room that does something with what follows from acts (后续处理). */
public interface FollowUp {
    /**
     * Does this room's share of some pieces, in the transaction that takes them from the queue. A piece comes again if
     * that transaction fails, never if it stands.
     */
    void follow(JdbcClient jdbc, int district, List<Piece> pieces);

    /**
     * What follows from one act on a matter.
     *
     * @param id of the queue's row: the same when it comes again
     */
    record Piece(UUID id, long matter, long pos, Consequences consequences) {}
}
