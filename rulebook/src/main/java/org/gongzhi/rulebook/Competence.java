package org.gongzhi.rulebook;

import java.util.Map;
import org.gongzhi.exact.Text;

/** What a body does in an institution (职能): it decides, deliberates, executes, supervises or assists. */
public enum Competence {
    DECIDE,
    DELIBERATE,
    EXECUTE,
    SUPERVISE,
    ASSIST;

    static final Map<String, Competence> WORDS = Map.of(
            "decide", DECIDE, "deliberate", DELIBERATE, "execute", EXECUTE, "supervise", SUPERVISE, "assist", ASSIST);

    /** What it is called. */
    public Text title() {
        return switch (this) {
            case DECIDE -> new Text("决策", "decide");
            case DELIBERATE -> new Text("议事", "deliberate");
            case EXECUTE -> new Text("执行", "execute");
            case SUPERVISE -> new Text("监督", "supervise");
            case ASSIST -> new Text("协助", "assist");
        };
    }
}
