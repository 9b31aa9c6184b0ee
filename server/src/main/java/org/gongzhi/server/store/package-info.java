/**
 * The database (库): where PostgreSQL comes from, who may sign in to it, how it starts and stops.
 * It keeps the child process, its directory and its passwords; an outside PostgreSQL is only checked.
 * It never knows a table of any room.
 */
@org.jspecify.annotations.NullMarked
package org.gongzhi.server.store;
