package org.gongzhi.command;

import java.util.List;
import java.util.stream.Collectors;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;

/** Faults for programs (差错的机器格式): JSON, and SARIF 2.1.0 for editors and build servers. */
final class FaultsAsJson {
    private FaultsAsJson() {}

    static String of(List<Fault> faults) {
        return faults.stream()
                .map(FaultsAsJson::fault)
                .collect(Collectors.joining(",\n  ", "{\"faults\": [\n  ", "\n]}"));
    }

    private static String fault(Fault fault) {
        Place place = fault.place();
        return "{\"code\": %s, \"file\": %s, \"line\": %d, \"column\": %d, \"what\": %s, \"mend\": %s, \"walk\": [%s]}"
                .formatted(
                        quoted(fault.code()),
                        quoted(place.file()),
                        place.line(),
                        place.column(),
                        text(fault.what()),
                        text(fault.mend()),
                        fault.walk().stream().map(FaultsAsJson::quoted).collect(Collectors.joining(", ")));
    }

    private static String text(Text text) {
        return "{\"zh\": %s, \"en\": %s}".formatted(quoted(text.zh()), quoted(text.en()));
    }

    static String sarif(List<Fault> faults, Language language) {
        String results = faults.stream().map(fault -> result(fault, language)).collect(Collectors.joining(",\n    "));
        String rules = faults.stream()
                .map(Fault::code)
                .distinct()
                .sorted()
                .map(code -> "{\"id\": %s}".formatted(quoted(code)))
                .collect(Collectors.joining(", "));
        return """
                {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{
                  "tool": {"driver": {"name": "gongzhi", "rules": [%s]}},
                  "results": [
                    %s
                  ]
                }]}""".formatted(rules, results);
    }

    private static String result(Fault fault, Language language) {
        Place place = fault.place();
        String mend = fault.mend().isEmpty() ? "" : " — " + fault.mend().in(language);
        String region = place.line() == 0
                ? ""
                : ", \"region\": {\"startLine\": %d, \"startColumn\": %d}"
                        .formatted(place.line(), Math.max(1, place.column()));
        return "{\"ruleId\": %s, \"level\": \"error\", \"message\": {\"text\": %s}, \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {\"uri\": %s}%s}}]}"
                .formatted(
                        quoted(fault.code()), quoted(fault.what().in(language) + mend), quoted(place.file()), region);
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> {
                    boolean alone = Character.isSurrogate(c) && !isPaired(text, i);
                    quoted.append(c < ' ' || alone ? "\\u%04x".formatted((int) c) : String.valueOf(c));
                }
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
