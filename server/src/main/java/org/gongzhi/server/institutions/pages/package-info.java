/** What the pages of this room show: one record a template, data only. */
@org.jspecify.annotations.NullMarked
package org.gongzhi.server.institutions.pages;
