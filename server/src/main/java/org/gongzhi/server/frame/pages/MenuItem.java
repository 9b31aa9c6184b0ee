package org.gongzhi.server.frame.pages;

/**
 * A way in the menu (菜单项).
 *
 * @param key the last part of its key in the message files: {@code inbox} is said as {@code menu.inbox}
 * @param current whether the reader is there
 * @param count how many wait there; 0 shows nothing
 */
public record MenuItem(String key, String href, boolean current, long count) {}
