/** What holds for the whole house: arrows, bans, the schema, all SQL, privacy, messages. Each check is tried on a broken copy too. */
@org.jspecify.annotations.NullMarked
package org.gongzhi.server.house;
