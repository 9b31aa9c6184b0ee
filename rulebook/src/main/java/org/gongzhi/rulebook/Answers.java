package org.gongzhi.rulebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Text;
import org.jspecify.annotations.Nullable;

/** Holds what was filled in against the fields of an institution (填写核对). */
final class Answers {
    private final Institution institution;
    private final Rulebook book;

    Answers(Institution institution, Rulebook book) {
        this.institution = institution;
        this.book = book;
    }

    /** What was given for a name, or nothing. */
    String given(Map<String, String> answers, String name) {
        return answers.getOrDefault(name, "").strip();
    }

    /** What is wrong with each field, by its name. */
    Map<String, Text> faults(List<Institution.Field> fields, Map<String, String> answers) {
        Map<String, Text> faults = new LinkedHashMap<>();
        for (Institution.Field field : fields) {
            String given = given(answers, field.name());
            if (given.isEmpty()) {
                if (field.required()) {
                    faults.put(field.name(), Text.of("请填写“%s”", "Fill in “%s”", field.title()));
                }
            } else {
                fault(field, given).ifPresent(text -> faults.put(field.name(), text));
            }
        }
        return faults;
    }

    private Optional<Text> fault(Institution.Field field, String given) {
        boolean fits = switch (field.type()) {
            case TEXT, CONTACT, PLACE, MATTER ->
                field.max() == 0 || given.codePointCount(0, given.length()) <= field.max();
            case CHOICE -> choice(field.name(), given).isPresent();
            case IMAGE, FILE -> isUpTo(given, field.max() == 0 ? Integer.MAX_VALUE : field.max());
            case RATING -> isUpTo(given, field.max() == 0 ? 5 : field.max()) && !given.equals("0");
            case DATE -> isDate(given);
            case NUMBER -> Fraction.read(given).isPresent();
            case MONEY -> given.matches("[0-9]{1,16}(\\.[0-9]{1,2})?");
            case YES_NO -> given.equals("yes") || given.equals("no");
        };
        if (fits) {
            return Optional.empty();
        }
        return Optional.of(
                switch (field.type()) {
                    case TEXT, CONTACT, PLACE, MATTER ->
                        Text.of(
                                "“%s”最多 %s 字，现有 %s 字",
                                "“%s” takes at most %s characters; this has %s",
                                field.title(),
                                field.max(),
                                given.codePointCount(0, given.length()));
                    case CHOICE -> Text.of("“%s”中没有这一项", "“%s” has no such choice", field.title());
                    case IMAGE, FILE -> Text.of("“%s”最多 %s 个", "“%s” has at most %s files", field.title(), field.max());
                    case RATING ->
                        Text.of("“%s”为 1 到 %s", "“%s” is 1 to %s", field.title(), field.max() == 0 ? 5 : field.max());
                    case DATE -> Text.of("“%s”应为日期，如 2026-03-02", "“%s” is a date such as 2026-03-02", field.title());
                    case NUMBER -> Text.of("“%s”应为数字", "“%s” is a number", field.title());
                    case MONEY -> Text.of("“%s”应为金额，如 200000.00", "“%s” is an amount such as 200000.00", field.title());
                    case YES_NO -> Text.of("“%s”应为是或否", "“%s” is yes or no", field.title());
                });
    }

    private static boolean isUpTo(String given, int most) {
        return given.matches("[0-9]{1,9}") && Integer.parseInt(given) <= most;
    }

    private static boolean isDate(String given) {
        try {
            LocalDate.parse(given);
            return true;
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    /** What is wrong with each assignment, by its role. */
    Map<String, Text> seatFaults(List<Institution.Role> assigns, Map<String, String> answers) {
        Map<String, Text> faults = new LinkedHashMap<>();
        for (Institution.Role role : assigns) {
            String given = given(answers, role.name());
            int which = given.indexOf('/');
            String seat = which < 0 ? given : given.substring(0, which);
            if (seat.isEmpty()) {
                faults.put(role.name(), Text.of("请指定%s", "please name the %s", role.title()));
            } else if (role.from().stream().noneMatch(one -> one.toString().equals(seat))) {
                faults.put(role.name(), Text.of("“%s”不能作%s", "“%s” can't be the %s", given, role.title()));
            }
        }
        return faults;
    }

    /** Keeps what was chosen in fields that are lists. */
    void keepChoices(List<Institution.Field> fields, Map<String, String> answers, Map<String, String> chosen) {
        for (Institution.Field field : fields) {
            String given = given(answers, field.name());
            if (field.type() == Institution.Type.CHOICE && !given.isEmpty()) {
                chosen.put(field.name(), given);
            }
        }
    }

    /** A choice in a field. */
    Optional<Choices.Choice> choice(String field, String choice) {
        Institution.@Nullable Ref of =
                institution.findField(field).map(Institution.Field::of).orElse(null);
        return of == null ? Optional.empty() : book.findList(of.name()).flatMap(list -> list.find(choice));
    }

    /** Fills what is still empty with something that fits. */
    Map<String, String> filled(
            List<Institution.Field> fields, List<Institution.Role> assigns, Map<String, String> given) {
        for (Institution.Field field : fields) {
            if (field.required()) {
                given.computeIfAbsent(field.name(), name -> example(field));
            }
        }
        for (Institution.Role role : assigns) {
            if (!role.from().isEmpty()) {
                given.computeIfAbsent(
                        role.name(), name -> role.from().getFirst().toString());
            }
        }
        return given;
    }

    private String example(Institution.Field field) {
        return switch (field.type()) {
            case TEXT, CONTACT, PLACE, MATTER -> "x";
            case CHOICE ->
                Optional.ofNullable(field.of())
                        .flatMap(of -> book.findList(of.name()))
                        .filter(list -> !list.choices().isEmpty())
                        .map(list -> list.choices().getFirst().name())
                        .orElse("");
            case IMAGE, FILE, RATING, NUMBER, MONEY -> "1";
            case DATE -> "2026-03-02";
            case YES_NO -> "yes";
        };
    }
}
