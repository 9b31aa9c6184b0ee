package org.gongzhi.server.matters;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.server.files.Picture;
import org.gongzhi.server.territory.Unit;

/**
 * What somebody sends to open a matter (提交).
 *
 * @param institution under which
 * @param by as what kind of person, as the institution says it
 * @param through the channel
 * @param community where it lies
 * @param answers the form's fields by name; a contact has {@code name.person} and {@code name.phone} beside it
 * @param pictures made anew already
 * @param form the key of the form: the same form sent twice opens one matter
 */
public record Filing(
        String institution,
        String by,
        String through,
        Unit community,
        Map<String, String> answers,
        List<Picture> pictures,
        UUID form) {
    public Filing {
        answers = Map.copyOf(answers);
        pictures = List.copyOf(pictures);
    }
}
