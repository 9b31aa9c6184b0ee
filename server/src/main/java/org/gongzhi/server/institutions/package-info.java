/**
 * Institutions (制度): the rulebook in force and every edition before it.
 *
 * <p>Keeps editions with their text and refuses one that does not pass its check. Never runs a matter.
 */
@ApplicationModule(
        displayName = "institutions",
        allowedDependencies = {"store", "journal", "frame", "frame :: pages", "territory", "people", "bodies", "access"
        })
@NullMarked
package org.gongzhi.server.institutions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
