package org.gongzhi.server.frame.pages;

import org.gongzhi.exact.Text;
import org.jspecify.annotations.Nullable;

/**
 * What happens next (下一步): one sentence, who, until when.
 *
 * @param who possibly {@link Text#NONE} where nobody has to act any more
 * @param due null where nothing runs
 */
public record Next(Text sentence, Text who, @Nullable Due due) {}
