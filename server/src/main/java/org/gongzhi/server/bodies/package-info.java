/**
 * Bodies (组织): organisations, posts, terms and appointments as of any date.
 *
 * <p>Keeps who holds which post where. Never decides what a post may do: the rulebook does.
 */
@ApplicationModule(
        displayName = "bodies",
        allowedDependencies = {"store", "journal", "territory", "people"})
@NullMarked
package org.gongzhi.server.bodies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
