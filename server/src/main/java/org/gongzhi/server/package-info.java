/** The platform. Each package beneath is a room; arrows between them point only downwards. */
@org.jspecify.annotations.NullMarked
package org.gongzhi.server;
