/** What the layout and the elements that all pages share show: data only. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("pages")
package org.gongzhi.server.frame.pages;
