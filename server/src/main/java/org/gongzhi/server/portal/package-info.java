/**
 * The portal (门户): pages that span rooms.
 *
 * <p>Keeps nothing. Never decides anything.
 */
@ApplicationModule(
        displayName = "portal",
        allowedDependencies = {
            "store",
            "journal",
            "frame",
            "frame :: pages",
            "territory",
            "access",
            "institutions",
            "matters",
            "insight"
        })
@NullMarked
package org.gongzhi.server.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
