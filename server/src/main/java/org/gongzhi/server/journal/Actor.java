package org.gongzhi.server.journal;

/** As whom somebody acts (以何身份). */
public sealed interface Actor {
    /** Whoever opened the matter, known by its number and code only (来信人). */
    record Opener() implements Actor {}

    /**
     * A holder of office, in one of the posts that the person holds (任职者).
     *
     * @param person who
     * @param capacity the appointment in which the person acts
     */
    record Officer(long person, long capacity) implements Actor {}

    /** Time that has passed: a deadline (期限). */
    record Time() implements Actor {}

    /** How the journal names this actor. */
    default String word() {
        return switch (this) {
            case Opener opener -> "opener";
            case Officer officer -> "officer";
            case Time time -> "time";
        };
    }
}
