package org.gongzhi.server.journal;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A room that does something with what follows from acts (后续处理). */
public interface FollowUp {
    /**
     * Does this room's share, in the transaction that takes the piece from the queue. The piece comes again if that
     * transaction fails, never if it stands.
     */
    void follow(JdbcClient jdbc, int district, Queue.Piece piece, Consequences consequences);
}
