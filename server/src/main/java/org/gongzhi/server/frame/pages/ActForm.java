package org.gongzhi.server.frame.pages;

import java.util.List;
import org.gongzhi.exact.Text;

/**
 * Something that the reader may do now, as a form (可办动作).
 *
 * @param label the act with its object, such as 分派给承办人
 * @param explains what follows from it: the next state, who will be told; possibly {@link Text#NONE}
 * @param post where the form goes
 * @param hidden names and values that go with it unseen, such as the version of the matter that was read
 * @param asks its fields
 * @param shut why it isn't open now; {@link Text#NONE} where it is
 */
public record ActForm(
        String name,
        Text label,
        Text explains,
        String post,
        List<Hidden> hidden,
        List<Field> asks,
        Weight weight,
        Text shut) {
    public ActForm {
        hidden = List.copyOf(hidden);
        asks = List.copyOf(asks);
    }

    /** Whether one of its fields is wrong. */
    public boolean isWrong() {
        return asks.stream().anyMatch(field -> field.asked().isWrong());
    }

    /** A name and a value that go with a form unseen. */
    public record Hidden(String name, String value) {}

    /** How much it weighs: one act of a page may be the first. */
    public enum Weight {
        FIRST,
        USUAL,
        GRAVE
    }
}
