/**
 * Access (身份): sign-in, sessions, and the capacity in which somebody acts.
 *
 * <p>Keeps accounts and who acts as whom. Never lets a page act without a capacity.
 */
@ApplicationModule(
        displayName = "access",
        allowedDependencies = {"store", "journal", "frame", "frame :: pages", "bodies", "people", "territory"})
@NullMarked
package org.gongzhi.server.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
