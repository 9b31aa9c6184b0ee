package org.gongzhi.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of body that govern, and the kinds of people who come to them (机构类型与人员类型).
 *
 * @param levels the levels of territory from the highest to the lowest
 * @param bodies by name
 * @param people kinds of people who may open a matter or take part, by name; {@code anyone} is always one
 */
public record Bodies(List<Level> levels, Map<String, Body> bodies, Map<String, Text> people) {
    /** A level of territory (层级): district, street, community, grid. */
    public record Level(String name, Text title) {}

    /**
     * A kind of body (机构): the residents' committee.
     *
     * @param level where it stands
     * @param functions what it may do in an institution
     */
    public record Body(
            String name, Place place, Text title, String level, Set<Competence> functions, Map<String, Post> posts) {
        public Body {
            functions = Set.copyOf(functions);
            posts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(posts));
        }
    }

    /**
     * A post in a body (职务).
     *
     * @param seats how many hold it at most
     * @param term for how long, if it has a term
     * @param votes whether its holder votes in the body
     * @param incompatible posts, as {@code body.post}, that its holder can't hold beside it
     */
    public record Post(
            String name,
            Place place,
            Text title,
            int seats,
            @Nullable Span term,
            boolean votes,
            List<Seat> incompatible) {
        public Post {
            incompatible = List.copyOf(incompatible);
        }
    }

    /** A body, or a post in it, as an institution names it (机构或职务): {@code work-station} or {@code work-station.head}. */
    public record Seat(Place place, String body, @Nullable String post) {
        static Seat read(Place place, String text) {
            int dot = text.indexOf('.');
            return dot < 0
                    ? new Seat(place, text, null)
                    : new Seat(place, text.substring(0, dot), text.substring(dot + 1));
        }

        @Override
        public String toString() {
            return post == null ? body : body + "." + post;
        }
    }

    public Bodies {
        levels = List.copyOf(levels);
        bodies = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(bodies));
        people = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(people));
    }

    /** The body of a seat, if it exists. */
    public Optional<Body> find(Seat seat) {
        return Optional.ofNullable(bodies.get(seat.body()));
    }

    /** Whether body and post exist. */
    public boolean has(Seat seat) {
        return find(seat)
                .filter(body -> seat.post() == null || body.posts().containsKey(seat.post()))
                .isPresent();
    }

    /** How high a level stands: 0 for the highest; -1 if there is no such level. */
    public int rank(String level) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).name().equals(level)) {
                return i;
            }
        }
        return -1;
    }

    /** What a seat is called: 社区工作站主任. */
    public Text title(Seat seat) {
        Optional<Body> body = find(seat);
        if (body.isEmpty()) {
            return Text.same(seat.toString());
        }
        Text title = body.get().title();
        @Nullable Post post = seat.post() == null ? null : body.get().posts().get(seat.post());
        return post == null
                ? title
                : new Text(
                        title.zh() + post.title().zh(),
                        title.en() + ", " + post.title().en());
    }
}
