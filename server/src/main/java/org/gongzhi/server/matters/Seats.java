package org.gongzhi.server.matters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Bodies.Seat;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.State;
import org.gongzhi.server.bodies.Bodies;
import org.gongzhi.server.bodies.Body;
import org.gongzhi.server.bodies.Capacity;
import org.springframework.stereotype.Component;

/**
 * Who is who in a matter (事项角色): the rulebook names kinds of bodies and posts, here they become the bodies that are
 * responsible where the matter lies.
 */
@Component
class Seats {
    private final Bodies bodies;

    Seats(Bodies bodies) {
        this.bodies = bodies;
    }

    /**
     * A body whose turn it is.
     *
     * @param posts who in it may act; empty for anybody
     * @param role as whom
     */
    record Turn(Body body, List<String> posts, String role) {}

    /** Whose turn it is now: the step's role, and those to whom it has escalated. */
    List<Turn> turns(Institution institution, State state, long pos, LocalDate day) {
        List<Turn> turns = new ArrayList<>();
        if (state.ended() != null) {
            return turns;
        }
        institution
                .findStep(state.step())
                .map(Institution.Step::who)
                .flatMap(who -> institution.findRole(who.name()))
                .flatMap(role -> turn(role, state, pos, day))
                .ifPresent(turns::add);
        for (String seat : state.escalated()) {
            turn(seat, pos)
                    .filter(turn -> turns.stream()
                            .noneMatch(one -> one.body().id() == turn.body().id()))
                    .ifPresent(turns::add);
        }
        return turns;
    }

    /** The body that holds a role in a matter. */
    Optional<Turn> turn(Institution.Role role, State state, long pos, LocalDate day) {
        Seat seat = role.seat();
        if (seat == null) {
            String assigned = state.assigned().get(role.name());
            return assigned == null
                    ? Optional.empty()
                    : assigned(assigned, pos).map(body -> new Turn(body, List.of(), role.name()));
        }
        return bodies.findResponsible(seat.body(), pos).map(body -> {
            List<String> posts = new ArrayList<>();
            if (seat.post() != null) {
                posts.add(seat.post());
                if (deputyActs(role, body, day)) {
                    posts.add(deputyPost(role));
                }
            }
            return new Turn(body, posts, role.name());
        });
    }

    /** The bodies and posts behind a role or seat that is told something. */
    Optional<Turn> told(Institution institution, State state, String whom, long pos, LocalDate day) {
        Optional<Institution.Role> role = institution.findRole(whom);
        return role.isPresent() ? turn(role.get(), state, pos, day) : turn(whom, pos);
    }

    private Optional<Turn> turn(String seat, long pos) {
        int dot = seat.indexOf('.');
        String kind = dot < 0 ? seat : seat.substring(0, dot);
        List<String> posts = dot < 0 ? List.of() : List.of(seat.substring(dot + 1));
        return bodies.findResponsible(kind, pos).map(body -> new Turn(body, posts, seat));
    }

    /** A deputy stands in while the post is vacant. */
    private boolean deputyActs(Institution.Role role, Body body, LocalDate day) {
        Seat seat = role.seat();
        Seat deputy = role.deputy();
        return seat != null
                && deputy != null
                && deputy.post() != null
                && deputy.body().equals(seat.body())
                && seat.post() != null
                && bodies.isVacant(body.id(), seat.post(), day);
    }

    private static String deputyPost(Institution.Role role) {
        Seat deputy = role.deputy();
        if (deputy == null || deputy.post() == null) {
            throw new IllegalStateException("role " + role.name() + " has no deputy's post");
        }
        return deputy.post();
    }

    /** What somebody in a capacity is in a matter: its roles that the capacity holds, and its seats. */
    Set<String> roles(Institution institution, State state, long pos, Capacity capacity, LocalDate day) {
        Set<String> roles = new HashSet<>();
        if (!capacity.reach().holds(pos)) {
            return roles;
        }
        boolean responsible = bodies.findResponsible(capacity.bodyKind(), pos)
                .filter(body -> body.id() == capacity.body())
                .isPresent();
        if (responsible) {
            roles.add(capacity.bodyKind());
            roles.add(capacity.bodyKind() + "." + capacity.postKind());
        }
        for (Institution.Role role : institution.roles()) {
            turn(role, state, pos, day)
                    .filter(turn -> turn.body().id() == capacity.body())
                    .filter(turn -> turn.posts().isEmpty() || turn.posts().contains(capacity.postKind()))
                    .ifPresent(turn -> roles.add(role.name()));
        }
        return roles;
    }

    /** The bodies to which a role may be assigned where a matter lies, the nearest first. */
    List<Body> assignable(Institution.Role role, long pos) {
        return bodies.responsible(role.from().stream().map(Seat::body).toList(), pos);
    }

    /** How an assignment to a body is written in the state of a matter. */
    static String assignment(Body body) {
        return body.kind() + "/" + body.id();
    }

    private Optional<Body> assigned(String assignment, long pos) {
        int slash = assignment.indexOf('/');
        if (slash > 0) {
            return bodies.findBody(Long.parseLong(assignment.substring(slash + 1)));
        }
        return turn(assignment, pos).map(Turn::body);
    }

    /** The name of the body that holds a role or seat in a matter, empty where none does. */
    Text name(Institution institution, State state, String whom, long pos, LocalDate day) {
        return told(institution, state, whom, pos, day)
                .map(turn -> turn.body().name())
                .orElse(Text.NONE);
    }
}
