package org.gongzhi.rulebook.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rule;
import org.gongzhi.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;

/** What changed between two editions of a rulebook, in sentences (版本差异). */
public final class Differences {
    private final Rulebook before;
    private final Rulebook after;
    private final List<Text> told = new ArrayList<>();

    private Differences(Rulebook before, Rulebook after) {
        this.before = before;
        this.after = after;
    }

    /** The differences, what was there before first. Empty if the two mean the same. */
    public static List<Text> between(Rulebook before, Rulebook after) {
        Differences differences = new Differences(before, after);
        differences.rules();
        differences.institutions();
        return List.copyOf(differences.told);
    }

    private void rules() {
        Set<String> names = new LinkedHashSet<>();
        before.rules().forEach(rule -> names.add(rule.name()));
        after.rules().forEach(rule -> names.add(rule.name()));
        for (String name : names) {
            @Nullable Rule old = before.findRule(name).orElse(null);
            @Nullable Rule now = after.findRule(name).orElse(null);
            if (old == null || now == null) {
                Text title = old == null ? now == null ? Text.NONE : now.title() : old.title();
                whole(Text.of("规则“%s”", "The rule `%s`", title), old != null);
            } else {
                compare(Text.of("规则“%s”", "The rule `%s`", now.title()), versions(old), versions(now));
            }
        }
    }

    private static Map<String, Text> versions(Rule rule) {
        Map<String, Text> lines = new LinkedHashMap<>();
        for (Rule.Version version : rule.versions()) {
            List<Text> parts = new ArrayList<>();
            parts.add(Handbook.words(version.require()));
            version.except()
                    .forEach(except -> parts.add(Text.of(
                            "例外（%s）：%s", "exception (%s): %s", except.words(), Handbook.words(except.require()))));
            version.tables()
                    .forEach(table -> table.rows()
                            .forEach(row -> parts.add(Text.same(table.name() + " " + row.keys() + " "
                                    + (row.value() == null
                                            ? "none"
                                            : row.value().told(table.kind()))))));
            for (Text part : parts) {
                Text line = Text.of("自 %s：%s（%s）", "from %s: %s (%s)", version.from(), part, version.cite());
                lines.put(line.en(), line);
            }
        }
        if (rule.repealed() != null) {
            Text line = Text.of("自 %s 废止", "repealed from %s", rule.repealed());
            lines.put(line.en(), line);
        }
        return lines;
    }

    private void institutions() {
        Set<String> names = new LinkedHashSet<>();
        before.institutions().forEach(one -> names.add(one.name()));
        after.institutions().forEach(one -> names.add(one.name()));
        for (String name : names) {
            @Nullable Institution old = before.findInstitution(name).orElse(null);
            @Nullable Institution now = after.findInstitution(name).orElse(null);
            if (old == null || now == null) {
                Text title = old == null ? now == null ? Text.NONE : now.title() : old.title();
                whole(Text.of("制度“%s”", "The institution `%s`", title), old != null);
            } else {
                institution(old, now);
            }
        }
    }

    private void institution(Institution old, Institution now) {
        Text name = Text.of("制度“%s”", "The institution `%s`", now.title());
        compare(name, general(old, before), general(now, after));
        Set<String> steps = new LinkedHashSet<>();
        old.steps().forEach(step -> steps.add(step.name()));
        now.steps().forEach(step -> steps.add(step.name()));
        for (String step : steps) {
            Map<String, Text> was = lines(old, before, step);
            Map<String, Text> is = lines(now, after, step);
            Institution titled = now.findStep(step).isPresent() ? now : old;
            Text title = titled.findStep(step).map(Institution.Step::title).orElse(Text.same(step));
            Text where = Text.of("%s的步骤“%s”", "%s, step `%s`", name, title);
            if (was.isEmpty() != is.isEmpty()) {
                whole(where, is.isEmpty());
            } else {
                compare(where, was, is);
            }
        }
    }

    private static Map<String, Text> lines(Institution institution, Rulebook book, String step) {
        Map<String, Text> lines = new LinkedHashMap<>();
        Telling telling = new Telling(institution, book);
        institution.findStep(step).ifPresent(one -> telling.step(one).forEach(line -> lines.put(line.en(), line)));
        return lines;
    }

    private static Map<String, Text> general(Institution institution, Rulebook book) {
        Map<String, Text> lines = new LinkedHashMap<>();
        Telling telling = new Telling(institution, book);
        List<Text> told = new ArrayList<>();
        told.add(Text.of("自 %s 施行。", "It is in force from %s.", institution.from()));
        institution.roles().forEach(role -> told.add(telling.holder(role)));
        institution.by().forEach(by -> told.add(Text.of("可由 %s 提出。", "It can be opened by %s.", by.name())));
        institution
                .publication()
                .shows()
                .forEach(field -> told.add(Text.of("公开 %s。", "The public reads `%s`.", field.name())));
        for (Institution.Field field : institution.fields()) {
            Text kept = field.keep() == null
                    ? Text.NONE
                    : Text.of("，保存%s", ", kept %s", field.keep().told());
            Text must = field.required() ? Text.of("（必填）", " (must be filled)") : Text.NONE;
            told.add(Text.of("有字段“%s”%s%s。", "It has the field `%s`%s%s.", field.title(), must, kept));
        }
        told.forEach(line -> lines.put(line.en(), line));
        return lines;
    }

    private void whole(Text what, boolean gone) {
        told.add(gone ? Text.of("%s已取消。", "%s is gone.", what) : Text.of("%s是新增的。", "%s is new.", what));
    }

    private void compare(Text what, Map<String, Text> was, Map<String, Text> is) {
        was.forEach((key, line) -> {
            if (!is.containsKey(key)) {
                told.add(Text.of("%s不再有：%s", "%s no longer says: %s", what, line));
            }
        });
        is.forEach((key, line) -> {
            if (!was.containsKey(key)) {
                told.add(Text.of("%s新规定：%s", "%s now says: %s", what, line));
            }
        });
    }
}
