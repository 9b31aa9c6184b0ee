package org.gongzhi.server.frame.pages;

/** The ways to the neighbouring pages of a list by its key (翻页); an empty one isn't there. */
public record Pager(String earlier, String later) {
    /** A list on one page. */
    public static final Pager NONE = new Pager("", "");
}
