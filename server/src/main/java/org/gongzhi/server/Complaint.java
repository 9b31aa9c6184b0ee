package org.gongzhi.server;

import org.gongzhi.exact.Text;
import org.gongzhi.server.institutions.RulebookRefused;
import org.gongzhi.server.store.StoreUnavailable;

/** What is said in the terminal when the program cannot do what it was called for (启动故障). */
final class Complaint {
    private static final int DEEPEST = 30;

    private Complaint() {}

    /** The sentence for the one who can mend it; the plain message where we know no better. */
    static Text of(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof StoreUnavailable store) {
                return store.why();
            }
            if (cause instanceof RulebookRefused refused) {
                return refused.why();
            }
            if (cause instanceof CannotRun cannot) {
                return cannot.why();
            }
            String text = String.valueOf(cause.getMessage());
            if (text.contains("No space left on device") || text.contains("could not extend file")) {
                return Text.of(
                        "磁盘已满。已保存的内容没有丢失。请腾出空间后重新启动。",
                        "The disk is full. What was saved is safe. Make room and start again.");
            }
            cause = cause.getCause();
        }
        return Text.of(
                "无法启动：%s。详细情况见日志。",
                "The program could not start: %s. The log has the details.", String.valueOf(thrown.getMessage()));
    }
}
