package org.gongzhi.server;

import org.gongzhi.exact.Text;

/** Something stands in the way of running, and the sentence that says what to do (无法运行). */
final class CannotRun extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Text why;

    CannotRun(Text why) {
        super(why.en());
        this.why = why;
    }

    Text why() {
        return why;
    }
}
