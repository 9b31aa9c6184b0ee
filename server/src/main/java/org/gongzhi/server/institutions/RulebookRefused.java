package org.gongzhi.server.institutions;

import java.util.List;
import java.util.stream.Collectors;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Text;

/** A rulebook that does not pass its check cannot come into force (制度未通过检查). */
public final class RulebookRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MOST = 20;

    private final transient Text why;

    RulebookRefused(List<Fault> faults) {
        super(faults.size() + " faults in the rulebook");
        this.why = Text.of(
                "%s\n\n制度未通过检查（%s 处），平台没有启动。请按上面的提示修改，再用 ./gongzhi check 检查。",
                "%s\n\nThe rulebook does not pass its check (%s faults), so the platform did not start. Mend it as shown above; ./gongzhi check tells when it is right.",
                told(faults),
                faults.size());
    }

    /** The faults with file, line, column and mend, and what to do. */
    public Text why() {
        return why;
    }

    private static Text told(List<Fault> faults) {
        return new Text(told(faults, Language.ZH), told(faults, Language.EN));
    }

    private static String told(List<Fault> faults, Language language) {
        return faults.stream()
                .sorted()
                .limit(MOST)
                .map(fault -> fault.in(language))
                .collect(Collectors.joining("\n"));
    }
}
