/**
 * Insight (统计): figures folded from the journal's queue, each with its rows.
 *
 * <p>Keeps counts and sums. Never counts on a page, never reads another room's tables.
 */
@ApplicationModule(
        displayName = "insight",
        allowedDependencies = {"store", "journal"})
@NullMarked
package org.gongzhi.server.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
