package org.gongzhi.server.frame.pages;

/**
 * The token that each form carries (防伪令牌).
 *
 * @param parameter the name of the hidden field
 */
public record Csrf(String parameter, String token) {}
