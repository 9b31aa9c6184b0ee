/**
 * Messages (通知): what a post is to be told, by deadline, escalation or act.
 *
 * <p>Keeps notes for posts, not for persons. Never sends a resident's words or contact.
 */
@ApplicationModule(
        displayName = "messages",
        allowedDependencies = {"store", "journal"})
@NullMarked
package org.gongzhi.server.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
