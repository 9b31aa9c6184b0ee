/**
 * The journal (日志): acts, events, findings and the queue of work that follows them.
 *
 * <p>Keeps what happened, as whom, when and under which date of law. Never changes or forgets an entry.
 */
@ApplicationModule(
        displayName = "journal",
        allowedDependencies = {"store"})
@NullMarked
package org.gongzhi.server.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
