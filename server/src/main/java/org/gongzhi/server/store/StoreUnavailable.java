package org.gongzhi.server.store;

import org.gongzhi.exact.Text;
import org.jspecify.annotations.Nullable;

/** The database can't be had (数据库不可用), and why, for the one who can mend it. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Text why;

    StoreUnavailable(Text why, @Nullable Throwable cause) {
        super(why.en(), cause);
        this.why = why;
    }

    /** What is wrong, where, and what to do. */
    public Text why() {
        return why;
    }
}
