/**
 * Territory (地域): district, street, community, grid, with codes and names from date to date.
 *
 * <p>Keeps where something lies. Never uses a code or a name as an identity.
 */
@ApplicationModule(
        displayName = "territory",
        allowedDependencies = {"store", "journal"})
@NullMarked
package org.gongzhi.server.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
