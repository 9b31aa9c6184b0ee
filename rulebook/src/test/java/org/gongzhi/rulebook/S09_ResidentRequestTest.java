package org.gongzhi.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongzhi.exact.Text;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class S09_ResidentRequestTest {
    private static final Rulebook BOOK =
            Rulebook.read(Path.of("..", "rulebooks", "futian")).findRulebook().orElseThrow();
    private static final Course COURSE = BOOK.course("resident-request");
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 9, 0);

    private static Outcome.Done opened(LocalDateTime at) {
        Opening opening =
                new Opening("anyone", "web", at, Map.of("category", "roads", "description", "路灯不亮", "place", "莲花社区"));
        return assertInstanceOf(Outcome.Done.class, COURSE.open(opening));
    }

    private static Outcome.Done done(
            State state, String action, String role, LocalDateTime at, Map<String, String> answers) {
        return assertInstanceOf(Outcome.Done.class, COURSE.act(state, new Deed(action, Set.of(role), at, answers)));
    }

    private static State dispatched() {
        return done(
                        opened(MONDAY).now(),
                        "dispatch",
                        "clerk",
                        MONDAY.plusHours(1),
                        Map.of("handler", "street-office/440304001", "summary", "路灯"))
                .now();
    }

    @Test
    void anOpeningTellsItsDeadlineAndWhy() {
        Outcome.Done done = opened(MONDAY);
        assertEquals(
                LocalDateTime.of(2026, 3, 2, 14, 0).plusHours(1), done.now().due());
        assertEquals(done.now().due(), done.now().next());
        Finding deadline = done.findings().getFirst();
        assertEquals(
                new Text(
                        "2026-03-02 09:00 + 4个工作小时 = 2026-03-02 15:00",
                        "2026-03-02 09:00 + 4 working hours = 2026-03-02 15:00"),
                deadline.comparison());
        assertEquals(Event.Kind.OPENED, done.events().getFirst().kind());
    }

    @Test
    void anOpeningWithoutItsFieldsSaysWhichOnes() {
        Outcome outcome = COURSE.open(new Opening("anyone", "web", MONDAY, Map.of("category", "weather")));
        Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, outcome);
        assertEquals(
                List.of("category", "description", "place"),
                List.copyOf(refused.beside().keySet()));
        assertEquals(
                Text.of("请填写“情况说明”", "Fill in “What it is about”"),
                refused.beside().get("description"));
    }

    @Test
    void onlyWhoeverHoldsTheStepSeesItsActions() {
        State state = opened(MONDAY).now();
        assertEquals(
                List.of("dispatch", "refuse", "merge"),
                COURSE.possible(state, Set.of("clerk")).stream()
                        .map(Possible::action)
                        .toList());
        assertEquals(List.of(), COURSE.possible(state, Set.of("handler", "opener")));
    }

    @Test
    void anAssignmentMustBeOneOfTheBodiesNamed() {
        Outcome outcome = COURSE.act(
                opened(MONDAY).now(),
                new Deed(
                        "dispatch", Set.of("clerk"), MONDAY, Map.of("handler", "residents-committee", "summary", "x")));
        assertEquals(
                Set.of("handler"),
                assertInstanceOf(Outcome.Refused.class, outcome).beside().keySet());
    }

    @Test
    void whoWasAssignedAndWhatWasChosenAreKept() {
        State state = dispatched();
        assertEquals(Map.of("handler", "street-office/440304001"), state.assigned());
        assertEquals(Map.of("category", "roads"), state.chosen());
        assertEquals(LocalDateTime.of(2026, 3, 9, 18, 0), state.due());
    }

    @Test
    void timersFireInOrderEachAtItsOwnInstantHoweverLate() {
        Outcome.Done late = COURSE.elapse(opened(MONDAY).now(), MONDAY.plusYears(1));
        String told = late.events().stream()
                .map(event -> "%s %s %s".formatted(event.at(), event.kind(), event.whom()))
                .collect(Collectors.joining("\n"));
        assertEquals("""
                2026-03-02T15:00 TOLD [work-station.head]
                2026-03-03T18:00 ESCALATED [street-office]""", told);
        assertNull(late.now().next());
        assertEquals(
                List.of("dispatch", "refuse", "merge"),
                COURSE.possible(late.now(), Set.of("street-office")).stream()
                        .map(Possible::action)
                        .toList());
    }

    @Test
    void anElapseThatIsDoneTwiceFiresNothingTwice() {
        LocalDateTime later = MONDAY.plusDays(3);
        State once = COURSE.elapse(opened(MONDAY).now(), later).now();
        assertEquals(List.of(), COURSE.elapse(once, later).events());
        assertEquals(once, COURSE.elapse(once, later).now());
    }

    @Test
    void anActAtTheVeryMomentOfTheDeadlineIsInTime() {
        State state = opened(MONDAY).now();
        LocalDateTime due = java.util.Objects.requireNonNull(state.due());
        Outcome.Done done = done(state, "dispatch", "clerk", due, Map.of("handler", "work-station", "summary", "x"));
        assertTrue(done.findings().getFirst().holds());
        assertEquals(1, done.events().size());
    }

    @Test
    void anActAfterTheDeadlineIsDoneAndFoundLate() {
        State state = opened(MONDAY).now();
        LocalDateTime late = java.util.Objects.requireNonNull(state.due()).plusMinutes(1);
        Outcome.Done done = done(state, "dispatch", "clerk", late, Map.of("handler", "work-station", "summary", "x"));
        assertEquals(
                "2026-03-02 15:01 > 2026-03-02 15:00 (late)",
                done.findings().getFirst().comparison().en());
        assertEquals(
                List.of(Event.Kind.TOLD, Event.Kind.ACTED),
                done.events().stream().map(Event::kind).toList());
    }

    @Test
    void aFourthQuestionIsNotPossible() {
        State state = dispatched();
        LocalDateTime at = MONDAY.plusHours(2);
        for (int i = 0; i < 3; i++) {
            state = done(state, "ask", "handler", at, Map.of("question", "哪一盏？"))
                    .now();
            state = done(state, "answer", "opener", at, Map.of("reply", "东门")).now();
        }
        assertEquals(
                List.of("reply", "return"),
                COURSE.possible(state, Set.of("handler")).stream()
                        .map(Possible::action)
                        .toList());
        assertEquals(LocalDateTime.of(2026, 3, 9, 18, 0), state.due(), "a clock stopped for no time loses none");
    }

    @Test
    void anAppealAfterItsTimeIsRefusedWithTheDay() {
        State refused = done(opened(MONDAY).now(), "refuse", "clerk", MONDAY, Map.of("reason", "x", "redirect", "y"))
                .now();
        assertEquals(Institution.Ending.DECLINED, refused.ended());
        Possible appeal = COURSE.possible(refused, Set.of("opener")).getFirst();
        assertEquals(LocalDateTime.of(2026, 3, 18, 0, 0), appeal.until());
        Outcome late = COURSE.act(
                refused, new Deed("appeal", Set.of("opener"), LocalDateTime.of(2026, 3, 18, 0, 1), Map.of()));
        assertEquals(
                "申诉期已于 2026-03-17 24:00 届满",
                assertInstanceOf(Outcome.Refused.class, late).why().zh());
    }

    @Test
    void aRefusalSaysWhoseTaskItIs() {
        Outcome outcome = COURSE.act(opened(MONDAY).now(), new Deed("dispatch", Set.of("opener"), MONDAY, Map.of()));
        assertEquals(
                new Text("“派单”应由受理人办理", "“Dispatch” is for Clerk to do"),
                assertInstanceOf(Outcome.Refused.class, outcome).why());
    }

    @Test
    void statesFindingsAndEventsAreKeptAsJsonAndReadBack() {
        State asked = done(dispatched(), "ask", "handler", MONDAY.plusHours(2), Map.of("question", "哪一盏？"))
                .now();
        Outcome.Done done = done(asked, "answer", "opener", MONDAY.plusDays(1), Map.of("reply", "东门"));
        JsonMapper json = JsonMapper.builder().build();
        assertEquals(asked, json.readValue(json.writeValueAsString(asked), State.class));
        assertEquals(done.now(), json.readValue(json.writeValueAsString(done.now()), State.class));
        for (Finding finding : done.findings()) {
            assertEquals(finding, json.readValue(json.writeValueAsString(finding), Finding.class));
        }
        for (Event event : done.events()) {
            assertEquals(event, json.readValue(json.writeValueAsString(event), Event.class));
        }
    }
}
