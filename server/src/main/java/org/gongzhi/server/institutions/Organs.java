package org.gongzhi.server.institutions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Organ;
import org.gongzhi.server.frame.Said;

/**
 * Which organs and entrances the platform has (已建机关). An institution that needs one that is not built yet is a draft: it
 * is shown, says what is missing, and opens no matter.
 */
public final class Organs {
    private Organs() {}

    /** The organs that an institution waits for, by name; empty where it can run. */
    public static Optional<Text> missing(Institution institution) {
        List<Text> names = new ArrayList<>(institution.steps().stream()
                .flatMap(step -> Optional.ofNullable(step.organ()).stream())
                .map(Organs::name)
                .distinct()
                .toList());
        if (!isOpenToAnyone(institution)) {
            names.add(Said.of("organ.door"));
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Text(
                        String.join("、", names.stream().map(Text::zh).toList()),
                        String.join(", ", names.stream().map(Text::en).toList())));
    }

    /** The only entrance so far is the form on the web that needs no account. */
    private static boolean isOpenToAnyone(Institution institution) {
        return institution.by().stream().anyMatch(who -> who.name().equals("anyone"))
                && institution.through().contains("web");
    }

    private static Text name(Organ organ) {
        return Said.of("organ." + organ.word());
    }
}
