package org.gongzhi.server.institutions;

import java.util.List;
import java.util.Optional;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Organ;
import org.gongzhi.server.frame.Said;

/**
 * Which organs the platform has (已建机关). An institution whose steps need one that is not built yet is a draft: it is
 * shown, says what is missing, and opens no matter.
 */
public final class Organs {
    private Organs() {}

    /** The organs that an institution waits for, by name; empty where it can run. */
    public static Optional<Text> missing(Institution institution) {
        List<Text> names = institution.steps().stream()
                .flatMap(step -> Optional.ofNullable(step.organ()).stream())
                .map(Organs::name)
                .distinct()
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Text(
                        String.join("、", names.stream().map(Text::zh).toList()),
                        String.join(", ", names.stream().map(Text::en).toList())));
    }

    private static Text name(Organ organ) {
        return Said.of("organ." + organ.word());
    }
}
