package org.gongzhi.server.access.pages;

import java.util.List;
import org.gongzhi.exact.Text;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.frame.pages.Option;

/**
 * As whom to act (选择身份).
 *
 * @param options the label is post and body, the hint the territory and the term
 * @param value the one used last, or empty
 * @param to where to go then; possibly empty
 */
public record ChooseCapacity(Frame frame, String post, List<Option> options, String value, Text fault, String to) {
    public ChooseCapacity {
        options = List.copyOf(options);
    }
}
