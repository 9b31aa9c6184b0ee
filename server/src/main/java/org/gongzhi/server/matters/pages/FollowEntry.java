package org.gongzhi.server.matters.pages;

import org.gongzhi.exact.Text;
import org.gongzhi.server.frame.pages.Frame;

/**
 * Number and code of a matter (查进度).
 *
 * @param number as typed
 * @param code as typed
 * @param fault why they lead nowhere; {@link Text#NONE} at first
 */
public record FollowEntry(Frame frame, String post, String number, String code, Text fault) {}
