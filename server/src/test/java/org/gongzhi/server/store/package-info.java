/** Tests of the database, and the throw-away database for the tests of all rooms. */
@org.jspecify.annotations.NullMarked
package org.gongzhi.server.store;
