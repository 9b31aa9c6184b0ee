package org.gongzhi.server.frame.pages;

import org.gongzhi.exact.Text;

/**
 * As whom one acts (以何身份).
 *
 * @param name the person's name
 * @param post such as 受理员
 * @param body such as 黄木岗社区工作站
 * @param others whether there are other capacities to change to
 */
public record Capacity(String name, Text post, Text body, boolean others) {}
