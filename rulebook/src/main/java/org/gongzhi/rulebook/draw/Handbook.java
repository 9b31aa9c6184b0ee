package org.gongzhi.rulebook.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Bodies;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Rule;
import org.gongzhi.rulebook.Rulebook;

/** The whole rulebook as one book in HTML (制度手册): drawings, articles, tables of periods, rules, an index. It prints on A4. */
public final class Handbook {
    private static final String STYLE = """
            @page{size:A4;margin:22mm 18mm 20mm}
            :root{--ink:#1a1a1a;--grey:#555;--line:#c9c9c4;--accent:#1f4e79}
            *{box-sizing:border-box}
            body{margin:0 auto;max-width:52rem;padding:2rem 1.25rem 6rem;color:var(--ink);background:#fff;font:17px/1.75 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',system-ui,sans-serif;font-variant-numeric:tabular-nums}
            h1{font-size:2rem;line-height:1.3;margin:3rem 0 .25rem}
            h2{font-size:1.45rem;line-height:1.35;margin:3.5rem 0 .5rem;padding-top:.75rem;border-top:2px solid var(--ink)}
            h3{font-size:1.08rem;margin:1.75rem 0 .25rem}
            p{margin:.35rem 0}
            .note,.cite{color:var(--grey);font-size:.86rem}
            .article{display:grid;grid-template-columns:5.5rem 1fr;gap:.25rem 1rem;margin:.9rem 0;break-inside:avoid}
            .article>b{color:var(--accent);font-weight:600}
            figure{margin:1.25rem 0;overflow-x:auto;border:1px solid var(--line);break-inside:avoid}
            figure svg{display:block;width:100%;height:auto;min-width:72rem}
            table{border-collapse:collapse;width:100%;margin:.75rem 0;font-size:.9rem;line-height:1.55}
            th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line)}
            th{font-weight:600;border-bottom-color:var(--ink)}
            tr{break-inside:avoid}
            nav ol{columns:2;column-gap:2.5rem;padding-left:1.4rem}
            a{color:var(--accent);text-decoration:none}
            a:hover{text-decoration:underline}
            .index{columns:3;column-gap:2rem;font-size:.9rem;list-style:none;padding:0}
            .unverified{color:#8a4b00}
            @media(max-width:40rem){.article{grid-template-columns:1fr}nav ol,.index{columns:1}}
            @page wide{size:A4 landscape;margin:14mm}
            @media print{figure{page:wide;border:0}body{max-width:none;padding:0;font-size:10.5pt}h2{break-before:page}figure svg{min-width:0}a{color:inherit}}
            """;

    private final Rulebook book;
    private final Language language;
    private final StringBuilder out = new StringBuilder();
    private final TreeMap<String, String> index = new TreeMap<>();

    private Handbook(Rulebook book, Language language) {
        this.book = book;
        this.language = language;
    }

    /** The book as one HTML page that needs nothing else. */
    public static String html(Rulebook book, Language language) {
        return new Handbook(book, language).all();
    }

    private String all() {
        out.append("<!doctype html>\n<html lang=\"").append(language == Language.ZH ? "zh-CN" : "en");
        out.append(
                "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>");
        out.append(say("制度手册", "Handbook of institutions"))
                .append("</title><style>")
                .append(STYLE);
        out.append("</style></head><body>\n");
        element("h1", say("制度手册", "Handbook of institutions"));
        paragraph("note", say(Text.of("版本 %s", "Edition %s", book.digest().substring(0, 12))));
        contents();
        bodies();
        List<Institution> institutions = new ArrayList<>(book.institutions());
        institutions.forEach(this::institution);
        rules();
        index();
        return out.append("</body></html>\n").toString();
    }

    private void contents() {
        out.append("<nav><ol>\n");
        link("bodies", say("机构与职务", "Bodies and posts"));
        book.institutions().forEach(one -> link(one.name(), one.title().in(language)));
        link("rules", say("规则", "Rules"));
        link("index", say("索引", "Index"));
        out.append("</ol></nav>\n");
    }

    private void link(String to, String text) {
        out.append("<li><a href=\"#%s\">%s</a></li>%n".formatted(to, escaped(text)));
    }

    private void bodies() {
        heading("bodies", say("机构与职务", "Bodies and posts"));
        header(say("机构", "Body"), say("层级", "Level"), say("职能", "Functions"), say("职务", "Posts"));
        for (Bodies.Body body : book.bodies().bodies().values()) {
            String functions = body.functions().stream()
                    .sorted()
                    .map(one -> one.title().in(language))
                    .reduce((one, other) -> one + say("、", ", ") + other)
                    .orElse("");
            String posts = body.posts().values().stream()
                    .map(post -> post.title().in(language)
                            + (post.seats() > 1 ? say(Text.of("（%s人以内）", " (up to %s)", post.seats())) : ""))
                    .reduce((one, other) -> one + say("、", ", ") + other)
                    .orElse("");
            String level = book.bodies().levels().stream()
                    .filter(one -> one.name().equals(body.level()))
                    .map(one -> one.title().in(language))
                    .findFirst()
                    .orElse("");
            row(body.title().in(language), level, functions, posts);
            index.put(body.title().in(language), "bodies");
        }
        out.append("</table>\n");
    }

    private void institution(Institution institution) {
        Telling telling = new Telling(institution, book);
        heading(institution.name(), institution.title().in(language));
        index.put(institution.title().in(language), institution.name());
        paragraph("note", say(Text.of("自 %s 施行", "In force from %s", institution.from())));
        if (!institution.cite().isEmpty()) {
            paragraph("cite", institution.cite());
        }
        out.append("<figure>").append(Drawing.svg(institution, book, language)).append("</figure>\n");
        element("h3", say("参与者", "Who takes part"));
        institution.roles().forEach(role -> paragraph("", telling.holder(role).in(language)));
        element("h3", say("条文", "Articles"));
        int number = 1;
        for (Institution.Step step : institution.steps()) {
            out.append("<div class=\"article\" id=\"%s.%s\"><b>%s</b><div>"
                    .formatted(institution.name(), step.name(), article(number++)));
            telling.step(step).forEach(text -> paragraph("", text.in(language)));
            out.append("</div></div>\n");
            index.put(
                    step.title().in(language) + " — " + institution.title().in(language),
                    institution.name() + "." + step.name());
        }
        periods(institution, telling);
        data(institution);
    }

    private String article(int number) {
        return language == Language.ZH ? "第" + chinese(number) + "条" : "Art. " + number;
    }

    private static String chinese(int number) {
        String digits = "零一二三四五六七八九";
        String ones = number % 10 == 0 ? "" : String.valueOf(digits.charAt(number % 10));
        if (number < 10) {
            return ones;
        }
        return (number < 20 ? "" : String.valueOf(digits.charAt(number / 10))) + "十" + ones;
    }

    private void periods(Institution institution, Telling telling) {
        element("h3", say("期限", "Periods"));
        header(say("步骤", "Step"), say("办理人", "For"), say("期限", "Within"), say("逾期后", "If not"));
        for (Institution.Step step : institution.steps()) {
            if (step.within() == null || step.who() == null) {
                continue;
            }
            String late = step.onTimeout() != null
                    ? say(Text.of(
                            "自动转“%s”",
                            "goes to `%s`",
                            institution
                                    .findStep(step.onTimeout().to().name())
                                    .map(Institution.Step::title)
                                    .orElse(Text.NONE)))
                    : step.overdue().stream()
                            .map(line -> line.tells().isEmpty()
                                    ? line.escalatesTo()
                                    : line.tells().getFirst())
                            .filter(java.util.Objects::nonNull)
                            .map(seat -> book.bodies().title(seat).in(language))
                            .reduce((one, other) -> one + " → " + other)
                            .orElse("");
            row(
                    step.title().in(language),
                    telling.title(step.who().name()).in(language),
                    telling.within(step).in(language),
                    late);
        }
        out.append("</table>\n");
    }

    private void data(Institution institution) {
        String shown = institution.publication().shows().stream()
                .map(ref -> institution
                        .findField(ref.name())
                        .map(field -> field.title().in(language))
                        .orElse(ref.name().equals("state") ? say("状态", "state") : say("日期", "dates")))
                .reduce((one, other) -> one + say("、", ", ") + other)
                .orElse("");
        if (!shown.isEmpty()) {
            element("h3", say("公开", "What the public reads"));
            paragraph("", shown);
        }
        boolean personal = institution.fields().stream().anyMatch(Institution.Field::personal);
        if (personal) {
            element("h3", say("个人信息", "Personal data"));
            header(say("字段", "Field"), say("保存", "Kept"), say("可见", "Seen by"));
            Telling telling = new Telling(institution, book);
            for (Institution.Field field : institution.fields()) {
                if (field.personal()) {
                    row(
                            field.title().in(language),
                            field.keep() == null ? "" : field.keep().told().in(language),
                            field.seenBy().stream()
                                    .map(role -> telling.title(role.name()).in(language))
                                    .reduce((one, other) -> one + say("、", ", ") + other)
                                    .orElse(""));
                }
            }
            out.append("</table>\n");
        }
    }

    private void rules() {
        heading("rules", say("规则", "Rules"));
        header(say("规则", "Rule"), say("自", "From"), say("要求", "Required"), say("依据", "Source"));
        List<Rule> rules = new ArrayList<>(book.rules());
        rules.sort(Comparator.comparing(Rule::name));
        for (Rule rule : rules) {
            boolean first = true;
            for (Rule.Version version : rule.versions()) {
                StringBuilder required =
                        new StringBuilder(words(version.require()).in(language));
                for (Rule.Exemption except : version.except()) {
                    required.append(say(
                            Text.of("；例外（%s）：%s", "; exception (%s): %s", except.words(), words(except.require()))));
                }
                String name = first ? rule.title().in(language) : "";
                String cite = version.cite() + (version.verified() ? "" : say("（未核实）", " (unverified)"));
                out.append("<tr%s><td>%s</td><td>%s</td><td>%s</td><td class=\"cite%s\">%s</td></tr>%n"
                        .formatted(
                                first ? " id=\"rule." + rule.name() + "\"" : "",
                                escaped(name),
                                version.from(),
                                escaped(required.toString()),
                                version.verified() ? "" : " unverified",
                                escaped(cite)));
                first = false;
            }
            index.put(rule.title().in(language), "rule." + rule.name());
        }
        out.append("</table>\n");
    }

    /** A requirement in words. */
    static Text words(Rule.Requirement requirement) {
        return switch (requirement) {
            case Rule.Requirement.Line line -> line.words();
            case Rule.Requirement.Fixed fixed -> fixed.words();
            case Rule.Requirement.Group group ->
                group.parts().stream()
                        .map(Handbook::words)
                        .reduce((one, other) -> group.all()
                                ? new Text(one.zh() + "，并且" + other.zh(), one.en() + ", and " + other.en())
                                : new Text(one.zh() + "，或者" + other.zh(), one.en() + ", or " + other.en()))
                        .orElse(Text.NONE);
        };
    }

    private void index() {
        heading("index", say("索引", "Index"));
        out.append("<ul class=\"index\">\n");
        java.text.Collator collator =
                java.text.Collator.getInstance(language == Language.ZH ? Locale.CHINA : Locale.ENGLISH);
        index.entrySet().stream()
                .sorted((one, other) -> collator.compare(one.getKey(), other.getKey()))
                .forEach(entry -> link(entry.getValue(), entry.getKey()));
        out.append("</ul>\n");
    }

    private void heading(String id, String text) {
        out.append("<h2 id=\"%s\">%s</h2>%n".formatted(id, escaped(text)));
    }

    private void element(String name, String text) {
        out.append("<%1$s>%2$s</%1$s>%n".formatted(name, escaped(text)));
    }

    private void paragraph(String kind, String text) {
        out.append(kind.isEmpty() ? "<p>" : "<p class=\"" + kind + "\">")
                .append(escaped(text))
                .append("</p>\n");
    }

    private void header(String... cells) {
        out.append("<table><tr>");
        for (String cell : cells) {
            out.append("<th>").append(escaped(cell)).append("</th>");
        }
        out.append("</tr>\n");
    }

    private void row(String... cells) {
        out.append("<tr>");
        for (String cell : cells) {
            out.append("<td>").append(escaped(cell)).append("</td>");
        }
        out.append("</tr>\n");
    }

    private String say(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }

    private String say(Text text) {
        return text.in(language);
    }

    private static String escaped(String text) {
        return Drawing.escaped(text);
    }
}
