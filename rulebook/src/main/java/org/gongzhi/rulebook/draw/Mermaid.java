package org.gongzhi.rulebook.draw;

import org.gongzhi.exact.Language;
import org.gongzhi.rulebook.Institution;

/** An institution as Mermaid text (Mermaid 图), for places that draw it themselves. */
public final class Mermaid {
    private Mermaid() {}

    /** A state diagram. */
    public static String of(Institution institution, Language language) {
        StringBuilder out = new StringBuilder("stateDiagram-v2\n");
        for (Institution.Step step : institution.steps()) {
            String within = Ways.within(step).in(language);
            out.append("    state \"")
                    .append(plain(step.title().in(language)))
                    .append(within.isEmpty() ? "" : " · " + plain(within))
                    .append("\" as ")
                    .append(id(step.name()))
                    .append('\n');
        }
        out.append("    [*] --> ").append(id(institution.begins().name())).append('\n');
        for (Ways.Way way : Ways.of(institution)) {
            out.append("    ")
                    .append(id(way.from()))
                    .append(" --> ")
                    .append(id(way.to()))
                    .append(": ")
                    .append(plain(way.label().in(language)))
                    .append('\n');
        }
        for (Institution.Step step : institution.steps()) {
            if (step.ending() != null) {
                out.append("    ").append(id(step.name())).append(" --> [*]\n");
            }
        }
        return out.toString();
    }

    private static String id(String name) {
        return name.replace('-', '_');
    }

    private static String plain(String text) {
        return text.replace('"', '\'').replace(':', '：').replace(';', '；');
    }
}
