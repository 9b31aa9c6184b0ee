/** Walks through the whole running program: with a browser, over HTTP, and over its end and next start. */
@org.jspecify.annotations.NullMarked
package org.gongzhi.server.walk;
