/** What a benchmark needs of the hall's inside. */
@org.jspecify.annotations.NullMarked
package org.gongzhi.server.matters;
