/** The pages with invented content: rendered for the eye and checked by tests. */
@org.jspecify.annotations.NullMarked
package org.gongzhi.server.pages;
