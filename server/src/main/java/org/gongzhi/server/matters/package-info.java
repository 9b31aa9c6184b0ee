/**
 * Matters (事项): running institutions, their state, timeline, deadlines and inbox. The hall.
 *
 * <p>Keeps what runs and lets the rulebook decide every act. Never holds a threshold, a period or a majority of its own.
 */
@ApplicationModule(
        displayName = "matters",
        allowedDependencies = {
            "store",
            "journal",
            "frame",
            "frame :: pages",
            "files",
            "messages",
            "people",
            "territory",
            "bodies",
            "access",
            "institutions"
        })
@NullMarked
package org.gongzhi.server.matters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
