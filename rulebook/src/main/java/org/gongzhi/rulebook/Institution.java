package org.gongzhi.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;
import org.jspecify.annotations.Nullable;

/**
 * An institution (制度): who may raise a matter, who decides, executes and supervises, how long each may take, and what the
 * public reads of it.
 *
 * @param from since when it is in force
 * @param level the level of territory at which its matters stand
 * @param cite the legal or local basis, possibly empty
 * @param by the kinds of people and seats who may open a matter
 * @param through the channels: web, reception, phone, …
 * @param fields the form: what the opener fills and what others add later
 * @param begins the first step
 * @param source its text as it stands in the file
 */
public record Institution(
        String name,
        Place place,
        Text title,
        LocalDate from,
        String level,
        String cite,
        List<Ref> by,
        List<String> through,
        List<Field> fields,
        List<Role> roles,
        Ref begins,
        List<Step> steps,
        Publication publication,
        List<Measure> measures,
        List<Walk> walks,
        String transition,
        String source) {
    /** The word for whoever opened the matter (提出人). */
    public static final String OPENER = "opener";

    public Institution {
        by = List.copyOf(by);
        through = List.copyOf(through);
        fields = List.copyOf(fields);
        roles = List.copyOf(roles);
        steps = List.copyOf(steps);
        measures = List.copyOf(measures);
        walks = List.copyOf(walks);
    }

    public Optional<Step> findStep(String step) {
        return steps.stream().filter(one -> one.name().equals(step)).findFirst();
    }

    public Optional<Field> findField(String field) {
        return fields.stream().filter(one -> one.name().equals(field)).findFirst();
    }

    public Optional<Role> findRole(String role) {
        return roles.stream().filter(one -> one.name().equals(role)).findFirst();
    }

    /** The fields that whoever opens a matter fills. */
    public List<Field> form() {
        return fields.stream().filter(field -> field.writtenBy() == null).toList();
    }

    /** A name with the place where it is written (引用). */
    public record Ref(Place place, String name) {}

    /** What a field holds (字段类型). */
    public enum Type {
        TEXT,
        CHOICE,
        PLACE,
        IMAGE,
        FILE,
        CONTACT,
        DATE,
        NUMBER,
        MONEY,
        YES_NO,
        RATING,
        MATTER;

        static final Map<String, Type> WORDS = Map.ofEntries(
                Map.entry("text", TEXT),
                Map.entry("list", CHOICE),
                Map.entry("place", PLACE),
                Map.entry("image", IMAGE),
                Map.entry("file", FILE),
                Map.entry("contact", CONTACT),
                Map.entry("date", DATE),
                Map.entry("number", NUMBER),
                Map.entry("money", MONEY),
                Map.entry("yes-no", YES_NO),
                Map.entry("rating", RATING),
                Map.entry("matter", MATTER));
    }

    /**
     * A field of the form or of an act (字段).
     *
     * @param of the list it chooses from, for a choice
     * @param max the most characters of a text, files of an image or file, points of a rating; 0 for no bound
     * @param keep how long a personal field is kept after the matter ends
     * @param writtenBy the role that writes it in an act; null if it belongs to the opening form
     * @param publicAs the level at which a place is shown to the public
     * @param seenBy the roles that see it, besides whoever wrote it; empty for everybody who works on the matter
     */
    public record Field(
            String name,
            Place place,
            Text title,
            Type type,
            @Nullable Ref of,
            boolean required,
            int max,
            boolean personal,
            @Nullable Span keep,
            @Nullable Ref writtenBy,
            @Nullable Ref publicAs,
            List<Ref> seenBy) {
        public Field {
            seenBy = List.copyOf(seenBy);
        }
    }

    /**
     * Someone who acts in the institution (角色).
     *
     * @param seat the body or post that holds it, unless it is assigned
     * @param deputy who acts if the post is vacant
     * @param assignedBy the role that assigns it
     * @param from the bodies it may be assigned to
     */
    public record Role(
            String name,
            Place place,
            Text title,
            Bodies.@Nullable Seat seat,
            Bodies.@Nullable Seat deputy,
            @Nullable Ref assignedBy,
            List<Bodies.Seat> from) {
        public Role {
            from = List.copyOf(from);
        }

        /** The seats that can hold it. */
        public List<Bodies.Seat> seats() {
            return seat == null ? from : List.of(seat);
        }
    }

    /**
     * A step (步骤): somebody has to do something by some time.
     *
     * @param who the role that acts; null for a final step
     * @param function in which capacity of its body
     * @param within how long it may take
     * @param stopsClock whether the period of the step before it stands still meanwhile
     * @param onTimeout where the matter goes by itself when the time is over
     * @param ending {@code done} or {@code declined} for a final step, else null
     * @param follows the field that names the matter whose fate this one shares
     * @param organ what serves the step, if it is more than one act
     */
    public record Step(
            String name,
            Place place,
            Text title,
            @Nullable Ref who,
            @Nullable Competence function,
            @Nullable Within within,
            List<Overdue> overdue,
            List<Action> actions,
            boolean stopsClock,
            @Nullable Move onTimeout,
            @Nullable Ending ending,
            @Nullable Appeal appeal,
            @Nullable Ref follows,
            @Nullable Organ organ) {
        public Step {
            overdue = List.copyOf(overdue);
            actions = List.copyOf(actions);
        }

        public Optional<Action> findAction(String action) {
            return actions.stream().filter(one -> one.name().equals(action)).findFirst();
        }
    }

    /** How a matter ends (结果). */
    public enum Ending {
        DONE,
        DECLINED;

        static final Map<String, Ending> WORDS = Map.of("done", DONE, "declined", DECLINED);
    }

    /** How long a step may take (期限). */
    public sealed interface Within {
        Place place();

        /** A span written here. */
        record Fixed(Place place, Span span) implements Within {}

        /** The deadline of whatever was chosen in a field. */
        record ByChoice(Place place, String field) implements Within {}

        /** What a rule gives on the day on which the step begins. */
        record ByRule(Place place, String rule) implements Within {}
    }

    /** What happens some time after a period is over (逾期): somebody is told, or the matter also goes to a higher seat. */
    public record Overdue(Place place, Span after, List<Bodies.Seat> tells, Bodies.@Nullable Seat escalatesTo) {
        public Overdue {
            tells = List.copyOf(tells);
        }
    }

    /** Where a matter goes by itself, and who is told (转移). */
    public record Move(Ref to, List<Ref> tells) {
        public Move {
            tells = List.copyOf(tells);
        }
    }

    /**
     * Something a role can do in a step (行为).
     *
     * @param asks the fields to be filled and the roles to be assigned
     * @param tells the roles who are told
     * @param requires the rules that must hold of what is filled in, each input from the field of the same name
     */
    public record Action(
            String name,
            Place place,
            Text title,
            Ref to,
            List<Ref> asks,
            List<Ref> tells,
            List<Ref> requires,
            @Nullable Limit limit) {
        public Action {
            requires = List.copyOf(requires);
            asks = List.copyOf(asks);
            tells = List.copyOf(tells);
        }
    }

    /**
     * How often an action may be taken (次数上限).
     *
     * @param then where it leads after that; null if {@code closed}, or if the file doesn't say
     * @param closed whether the action is simply no longer possible then
     */
    public record Limit(Place place, int atMost, @Nullable Move then, boolean closed) {}

    /**
     * The way to have a final step looked at again (申诉).
     *
     * @param to the step it leads to; null if the way lies outside this institution
     * @param outside where to turn outside, if {@code to} is null
     */
    public record Appeal(
            Place place,
            @Nullable Ref to,
            @Nullable Span within,
            @Nullable Text outside) {}

    /**
     * What the public reads (公开).
     *
     * @param shows fields, and the words {@code state} and {@code dates}
     * @param after the step that a matter must have passed before anything is shown; null for nothing public
     */
    public record Publication(
            Place place, List<Ref> shows, @Nullable Ref after) {
        public Publication {
            shows = List.copyOf(shows);
        }
    }

    /**
     * A figure (指标) with what is counted and of what.
     *
     * @param part the steps, or {@code STEP on time}, whose matters are counted; empty for a median
     * @param of the steps whose matters are the base
     * @param fromStep for a median of days: the step from which days are counted
     * @param toStep and the step to which
     */
    public record Measure(
            String name,
            Place place,
            Text title,
            List<Ref> part,
            boolean onTime,
            List<Ref> of,
            @Nullable Ref fromStep,
            @Nullable Ref toStep) {
        public Measure {
            part = List.copyOf(part);
            of = List.copyOf(of);
        }
    }

    /** An example told as a walk (走查): acts and the states and due times that must come of them. */
    public record Walk(Place place, List<Line> lines) {
        public Walk {
            lines = List.copyOf(lines);
        }

        /** One line of it. */
        public record Line(Place place, String text) {}
    }
}
