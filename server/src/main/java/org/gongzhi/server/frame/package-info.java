/**
 * The frame (版式): page layout, words, forms and error pages of every room.
 *
 * <p>Keeps what all pages share. Never knows a matter.
 */
@ApplicationModule(
        displayName = "frame",
        allowedDependencies = {"store", "journal"})
@NullMarked
package org.gongzhi.server.frame;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
