package org.gongzhi.server.frame.pages;

import org.gongzhi.exact.Text;

/** A way on, in words (链接). */
public record Link(Text label, String href) {}
