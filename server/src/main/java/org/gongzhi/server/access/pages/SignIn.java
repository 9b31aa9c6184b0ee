package org.gongzhi.server.access.pages;

import org.gongzhi.exact.Text;
import org.gongzhi.server.frame.pages.Frame;

/**
 * Name and password (登录).
 *
 * @param name as typed
 * @param fault why it failed; {@link Text#NONE} at first
 * @param to where to go then; possibly empty
 */
public record SignIn(Frame frame, String post, String name, Text fault, String to) {}
