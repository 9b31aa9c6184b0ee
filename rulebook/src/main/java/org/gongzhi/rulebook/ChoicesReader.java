package org.gongzhi.rulebook;

import java.util.ArrayList;
import java.util.List;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.tree.Faults;
import org.gongzhi.rulebook.tree.Node;
import org.gongzhi.rulebook.tree.Sheet;

/** Reads {@code lists/*.yaml} (选项表读取). */
final class ChoicesReader {
    private ChoicesReader() {}

    static Choices read(Node root, Faults faults) {
        Sheet sheet = Sheet.of(root, faults);
        String name =
                sheet.need("list", "request-categories").flatMap(sheet::name).orElse("");
        Text title = sheet.title("title");
        List<Choices.Choice> choices = new ArrayList<>();
        sheet.need("choices", "{roads: {title: {zh: 道路, en: Roads}}}").ifPresent(node -> {
            for (Node.Entry entry : Sheet.of(node, faults).names()) {
                Sheet choice = Sheet.of(entry.value(), faults);
                choices.add(new Choices.Choice(
                        entry.key().text(),
                        entry.key().place(),
                        choice.title("title"),
                        choice.take("deadline")
                                .flatMap(span -> Spans.read(span, choice))
                                .orElse(null)));
                choice.close();
            }
        });
        sheet.close();
        return new Choices(name, root.place(), title, choices);
    }
}
