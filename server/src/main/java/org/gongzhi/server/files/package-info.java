/**
 * Files (附件): pictures, made anew from what was sent.
 *
 * <p>Keeps pixels only. Never keeps a file as it came, nor what a camera wrote into it.
 */
@ApplicationModule(
        displayName = "files",
        allowedDependencies = {"store", "journal", "frame"})
@NullMarked
package org.gongzhi.server.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
