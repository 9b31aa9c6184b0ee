package org.gongzhi.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.gongzhi.server.bodies.Bodies;
import org.gongzhi.server.bodies.Capacity;
import org.gongzhi.server.journal.Clock;
import org.gongzhi.server.journal.District;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** As whom the one who signed in acts now (当前身份). Checked against today's appointments on every request. */
@Component
public class Hats {
    private static final String CHOSEN = "capacity";

    private final Bodies bodies;
    private final Clock clock;
    private final District district;

    Hats(Bodies bodies, Clock clock, District district) {
        this.bodies = bodies;
        this.clock = clock;
        this.district = district;
    }

    /** Who has signed in, if anybody. */
    public Optional<SignedIn> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? Optional.of(who)
                : Optional.empty();
    }

    /** The capacities that the one who signed in holds today. */
    public List<Capacity> held() {
        return signedIn()
                .map(who -> bodies.capacities(district.id(), who.person(), clock.today()))
                .orElse(List.of());
    }

    /** The capacity chosen for this session, or the only one held; empty if none is chosen yet or it has ended. */
    public Optional<Capacity> worn(HttpServletRequest request) {
        List<Capacity> held = held();
        if (held.size() == 1) {
            return Optional.of(held.getFirst());
        }
        HttpSession session = request.getSession(false);
        Object chosen = session == null ? null : session.getAttribute(CHOSEN);
        return held.stream()
                .filter(capacity -> Long.valueOf(capacity.id()).equals(chosen))
                .findFirst();
    }

    /** Chooses a capacity for this session; false if the one who signed in does not hold it today. */
    public boolean wear(HttpServletRequest request, long capacity) {
        boolean held = held().stream().anyMatch(one -> one.id() == capacity);
        if (held) {
            request.getSession(true).setAttribute(CHOSEN, capacity);
        }
        return held;
    }
}
