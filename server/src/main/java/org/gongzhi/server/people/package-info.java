/**
 * People (人员): holders of office, and the vault of residents' personal data.
 *
 * <p>Keeps the vault encrypted field by field and logs each reading. Never keeps an opinion, a score or a label of anybody.
 */
@ApplicationModule(
        displayName = "people",
        allowedDependencies = {"store", "journal"})
@NullMarked
package org.gongzhi.server.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
