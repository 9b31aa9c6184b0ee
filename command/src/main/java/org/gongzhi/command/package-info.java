/**
 * The command line without the server.
 *
 * <p>Starts in tenths of a second. Never opens a database or a port.
 */
@org.jspecify.annotations.NullMarked
package org.gongzhi.command;
