package org.gongzhi.server.frame.pages;

/**
 * A file that belongs to something (附件).
 *
 * @param size as people say it, such as 1.2 MB
 * @param image whether it can be shown small
 */
public record Attachment(String name, String href, String size, boolean image) {}
