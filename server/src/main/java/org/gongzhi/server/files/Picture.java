package org.gongzhi.server.files;

/**
 * A picture made anew from what was sent (图片): pixels only, upright, no larger than needed.
 *
 * @param width pixels
 * @param height pixels
 * @param jpeg the bytes; owned by this picture, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // an image is bytes; it is handed on, never compared
public record Picture(int width, int height, byte[] jpeg) {}
