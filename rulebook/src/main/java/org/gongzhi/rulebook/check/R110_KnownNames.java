package org.gongzhi.rulebook.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Bodies;
import org.gongzhi.rulebook.Competence;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.Institution.Ref;
import org.gongzhi.rulebook.Organ;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.tree.Faults;
import org.gongzhi.rulebook.tree.Nearest;
import org.jspecify.annotations.Nullable;

/** Every name that an institution uses is there (名称皆存在): steps, roles, fields, lists, bodies, posts, levels. Decided exactly. */
final class R110_KnownNames implements Check {
    @Override
    public String code() {
        return "R110";
    }

    @Override
    public void check(Institution institution, Rulebook book, Faults faults) {
        new Names(institution, book, faults).all();
    }

    /** One institution with what it may name. */
    private final class Names {
        private final Institution institution;
        private final Rulebook book;
        private final Faults faults;
        private final List<String> steps;
        private final List<String> fields;
        private final List<String> roles;
        private final List<String> actors;

        Names(Institution institution, Rulebook book, Faults faults) {
            this.institution = institution;
            this.book = book;
            this.faults = faults;
            steps = institution.steps().stream().map(Institution.Step::name).toList();
            fields = institution.fields().stream().map(Institution.Field::name).toList();
            roles = institution.roles().stream().map(Institution.Role::name).toList();
            actors = new ArrayList<>(roles);
            actors.add(Institution.OPENER);
        }

        void all() {
            List<String> levels =
                    book.bodies().levels().stream().map(Bodies.Level::name).toList();
            known("level", "层级", new Ref(institution.place(), institution.level()), levels);
            for (Ref by : institution.by()) {
                if (!book.bodies().people().containsKey(by.name())) {
                    seat(new Bodies.Seat(by.place(), body(by.name()), post(by.name())));
                }
            }
            known("step", "步骤", institution.begins(), steps);
            for (Institution.Field field : institution.fields()) {
                known(
                        "list",
                        "选项表",
                        field.of(),
                        book.lists().stream().map(list -> list.name()).toList());
                known("role", "角色", field.writtenBy(), actors);
                known("level", "层级", field.publicAs(), levels);
                field.seenBy().forEach(role -> known("role", "角色", role, actors));
            }
            institution.roles().forEach(this::role);
            institution.steps().forEach(this::step);
            Collection<String> shown = new TreeSet<>(fields);
            shown.addAll(List.of("state", "dates"));
            institution.publication().shows().forEach(field -> known("field", "字段", field, shown));
            known("step", "步骤", institution.publication().after(), steps);
            institution.measures().forEach(measure -> {
                measure.part().forEach(step -> known("step", "步骤", step, steps));
                measure.of().forEach(step -> known("step", "步骤", step, steps));
                known("step", "步骤", measure.fromStep(), steps);
                known("step", "步骤", measure.toStep(), steps);
            });
        }

        private void role(Institution.Role role) {
            role.seats().forEach(this::seat);
            if (role.deputy() != null) {
                seat(role.deputy());
            }
            known("role", "角色", role.assignedBy(), actors);
        }

        private void step(Institution.Step step) {
            known("role", "角色", step.who(), actors);
            known("field", "字段", step.follows(), fields);
            if (step.within() instanceof Institution.Within.ByChoice by) {
                known("field", "字段", new Ref(by.place(), by.field()), fields);
            }
            if (step.within() instanceof Institution.Within.ByRule by) {
                rule(new Ref(by.place(), by.rule()));
            }
            if (step.organ() != null) {
                organ(step.organ());
            }
            for (Institution.Overdue line : step.overdue()) {
                line.tells().forEach(this::seat);
                if (line.escalatesTo() != null) {
                    seat(line.escalatesTo());
                }
            }
            Collection<String> asked = new TreeSet<>(fields);
            asked.addAll(roles);
            for (Institution.Action action : step.actions()) {
                known("step", "步骤", action.to(), steps);
                action.asks().forEach(ask -> known("field or role", "字段或角色", ask, asked));
                action.tells().forEach(who -> known("role", "角色", who, actors));
                action.requires().forEach(this::rule);
                if (action.limit() != null && action.limit().then() != null) {
                    move(action.limit().then());
                }
            }
            if (step.onTimeout() != null) {
                move(step.onTimeout());
            }
            if (step.appeal() != null && step.appeal().to() != null) {
                known("step", "步骤", step.appeal().to(), steps);
            }
            function(step);
        }

        private void rule(@Nullable Ref rule) {
            known(
                    "rule",
                    "规则",
                    rule,
                    book.rules().stream().map(one -> one.name()).toList());
        }

        private void organ(Organ organ) {
            switch (organ) {
                case Organ.Vote vote -> {
                    seat(vote.by());
                    rule(vote.quorum());
                    rule(vote.carried());
                }
                case Organ.Ballot ballot -> {
                    rule(ballot.valid());
                    if (!book.bodies().people().containsKey(ballot.electorate().name())) {
                        seat(new Bodies.Seat(
                                ballot.electorate().place(),
                                body(ballot.electorate().name()),
                                post(ballot.electorate().name())));
                    }
                }
                case Organ.Rating rating -> {
                    rating.raters().forEach(this::person);
                    if (rating.rated() != null) {
                        person(rating.rated());
                    }
                    known(
                            "list",
                            "选项表",
                            rating.scale(),
                            book.lists().stream().map(list -> list.name()).toList());
                }
                case Organ.Notice notice -> known("role", "角色", notice.objectionsTo(), actors);
                case Organ.Payment payment -> known("role", "角色", payment.approvedBy(), actors);
                case Organ.Document document -> {}
                case Organ.SubMatter sub ->
                    known(
                            "institution",
                            "制度",
                            sub.institution(),
                            book.institutions().stream().map(Institution::name).toList());
            }
        }

        private void person(Bodies.Seat seat) {
            if (!book.bodies().people().containsKey(seat.toString())) {
                seat(seat);
            }
        }

        private void move(Institution.Move move) {
            known("step", "步骤", move.to(), steps);
            move.tells().forEach(who -> known("role", "角色", who, actors));
        }

        /** The body of a role has the function that the step needs. */
        private void function(Institution.Step step) {
            @Nullable Competence function = step.function();
            if (function == null || step.who() == null) {
                return;
            }
            Ref who = step.who();
            institution
                    .findRole(who.name())
                    .ifPresent(role -> role.seats()
                            .forEach(seat -> book.bodies()
                                    .find(seat)
                                    .filter(body -> !body.functions().contains(function))
                                    .ifPresent(body -> faults.add(
                                            code(),
                                            who.place(),
                                            Text.of(
                                                    "“%s”没有%s职能",
                                                    "`%s` is not a body to %s", body.name(), function.title()),
                                            Text.of(
                                                    "请换机构，或在 bodies.yaml 给它这一职能",
                                                    "name another body, or give it that function in bodies.yaml")))));
        }

        private void seat(Bodies.Seat seat) {
            Bodies bodies = book.bodies();
            if (bodies.has(seat)) {
                return;
            }
            boolean body = bodies.find(seat).isPresent();
            Collection<String> known = body
                    ? bodies.find(seat).orElseThrow().posts().keySet()
                    : bodies.bodies().keySet();
            String missing = body && seat.post() != null ? seat.post() : seat.body();
            faults.add(
                    code(),
                    seat.place(),
                    body
                            ? Text.of("“%s”没有职务“%s”", "`%s` has no post `%s`", seat.body(), missing)
                            : Text.of("没有机构“%s”", "there is no body `%s`", missing),
                    Nearest.mend(missing, known));
        }

        private void known(String en, String zh, @Nullable Ref ref, Collection<String> names) {
            if (ref != null && !names.contains(ref.name())) {
                faults.add(
                        code(),
                        ref.place(),
                        Text.of("没有%s“%s”", "there is no %s `%s`", new Text(zh, en), ref.name()),
                        Nearest.mend(ref.name(), names));
            }
        }

        private String body(String name) {
            return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        }

        private @Nullable String post(String name) {
            return name.contains(".") ? name.substring(name.indexOf('.') + 1) : null;
        }
    }
}
