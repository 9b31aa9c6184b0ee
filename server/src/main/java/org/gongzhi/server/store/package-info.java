/**
 * The store (库): the database as a child process, transactions, the range a transaction may reach.
 *
 * <p>Keeps the connection and the second line of defence. Never knows what the rows mean.
 */
@ApplicationModule(
        displayName = "store",
        allowedDependencies = {})
@NullMarked
package org.gongzhi.server.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
