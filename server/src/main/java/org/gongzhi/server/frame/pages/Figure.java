package org.gongzhi.server.frame.pages;

import org.gongzhi.exact.Text;
import org.jspecify.annotations.Nullable;

/**
 * A share as it is shown (数字): never without its parts.
 *
 * @param part above
 * @param whole beneath, 0 where there is nothing to measure yet
 * @param unit what is counted, such as 件
 * @param note how it is counted, or null
 */
public record Figure(
        Text label,
        long part,
        long whole,
        Text unit,
        @Nullable Note note) {}
