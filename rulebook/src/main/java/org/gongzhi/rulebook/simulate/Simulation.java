package org.gongzhi.rulebook.simulate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.rulebook.OfficeHours;
import org.gongzhi.rulebook.Rulebook;
import org.gongzhi.rulebook.Span;
import org.jspecify.annotations.Nullable;

/**
 * A discrete-event run of an institution (离散事件模拟). The steps, actions, bounds and timeouts are those of the institution,
 * laid out once as numbers; a test walks both this and the step function.
 */
public final class Simulation {
    private static final int MOST_MOVES = 1_000;
    private static final double DAYS_A_WEEK = 7;
    private static final double WORKING_DAYS_A_WEEK = 5;

    private final Scenario scenario;
    private final SplittableRandom random;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Desk> desks = new LinkedHashMap<>();
    private final PriorityQueue<Happening> agenda = new PriorityQueue<>();
    private final double[] completed;
    private final double dayMinutes;
    private int finished;
    private long events;

    /** A step laid out as numbers. */
    private static final class Node {
        private final String name;
        private final List<Choice> choices = new ArrayList<>();
        private final Samples waits = new Samples();
        private final Samples times = new Samples();
        private @Nullable Desk desk;
        private double mean;
        private double within = Double.POSITIVE_INFINITY;
        private int timeout = -1;
        private long onTime;

        Node(String name) {
            this.name = name;
        }
    }

    private record Choice(int to, double weight, int bound, int then, int index) {}

    /** Those who act in a role, and what waits for them. */
    private static final class Desk {
        private final String role;
        private final int staff;
        private final Deque<Visit> waiting = new ArrayDeque<>();
        private int busy;
        private double worked;

        Desk(String role, int staff) {
            this.role = role;
            this.staff = staff;
        }
    }

    /** A matter on its way. */
    private static final class Matter {
        private final double arrived;
        private final int[] taken;
        private int moves;

        Matter(double arrived, int bounds) {
            this.arrived = arrived;
            this.taken = new int[bounds];
        }
    }

    /** A matter at a step; over once it has been acted on or timed out. */
    private static final class Visit {
        private final Matter matter;
        private final Node node;
        private final double since;
        private boolean over;

        Visit(Matter matter, Node node, double since) {
            this.matter = matter;
            this.node = node;
            this.since = since;
        }
    }

    /** Something that happens at a time: an arrival without a visit, the end of an act, or a timeout. */
    private record Happening(
            double at, long order, @Nullable Visit visit, boolean timeout) implements Comparable<Happening> {
        @Override
        public int compareTo(Happening other) {
            int time = Double.compare(at, other.at);
            return time != 0 ? time : Long.compare(order, other.order);
        }
    }

    private int bounds;

    private Simulation(Institution institution, Rulebook book, Scenario scenario) {
        this.scenario = scenario;
        this.random = new SplittableRandom(scenario.seed());
        this.dayMinutes = minutesADay(book.timetable().hours());
        this.completed = new double[scenario.matters()];
        lay(institution, book);
    }

    /** Runs a scenario to its end. */
    public static Report run(Institution institution, Rulebook book, Scenario scenario) {
        return new Simulation(institution, book, scenario).run(institution);
    }

    private static double minutesADay(OfficeHours hours) {
        return hours.parts().stream()
                .mapToDouble(part ->
                        java.time.Duration.between(part.from(), part.to()).toMinutes())
                .sum();
    }

    private void lay(Institution institution, Rulebook book) {
        for (Institution.Step step : institution.steps()) {
            numbers.put(step.name(), nodes.size());
            nodes.add(new Node(step.name()));
        }
        for (Institution.Step step : institution.steps()) {
            Node node = nodes.get(number(step.name()));
            node.mean = scenario.minutes().getOrDefault(step.name(), 10.0);
            String role = step.who() == null ? "" : step.who().name();
            if (step.ending() == null) {
                node.desk = desks.computeIfAbsent(
                        role, name -> new Desk(name, scenario.staff().getOrDefault(name, Integer.MAX_VALUE)));
            }
            node.within = within(step, institution, book);
            node.timeout =
                    step.onTimeout() == null ? -1 : number(step.onTimeout().to().name());
            for (Institution.Action action : step.actions()) {
                double weight = scenario.weights().getOrDefault(step.name() + "." + action.name(), 1.0);
                Institution.@Nullable Limit limit = action.limit();
                int then = limit == null || limit.then() == null
                        ? -1
                        : number(limit.then().to().name());
                int bound = limit == null ? Integer.MAX_VALUE : limit.atMost();
                node.choices.add(new Choice(number(action.to().name()), weight, bound, then, bounds++));
            }
        }
    }

    private int number(String step) {
        return numbers.getOrDefault(step, -1);
    }

    private double within(Institution.Step step, Institution institution, Rulebook book) {
        Institution.@Nullable Within within = step.within();
        if (within == null) {
            return Double.POSITIVE_INFINITY;
        }
        return switch (within) {
            case Institution.Within.Fixed fixed -> minutes(fixed.span());
            case Institution.Within.ByRule by ->
                book.period(by.rule(), institution.from()).map(this::minutes).orElse(Double.POSITIVE_INFINITY);
            case Institution.Within.ByChoice by ->
                institution
                        .findField(by.field())
                        .flatMap(field -> field.of() == null
                                ? java.util.Optional.empty()
                                : book.findList(field.of().name()))
                        .stream()
                        .flatMap(list -> list.choices().stream())
                        .filter(choice -> choice.deadline() != null)
                        .mapToDouble(choice -> minutes(java.util.Objects.requireNonNull(choice.deadline())))
                        .average()
                        .orElse(Double.POSITIVE_INFINITY);
        };
    }

    private double minutes(Span span) {
        double calendarDay = dayMinutes * WORKING_DAYS_A_WEEK / DAYS_A_WEEK;
        return switch (span.unit()) {
            case WORKING_HOURS -> span.amount() * 60.0;
            case WORKING_DAYS -> span.amount() * dayMinutes;
            case HOURS -> span.amount() * calendarDay / 24;
            case DAYS -> span.amount() * calendarDay;
            case MONTHS -> span.amount() * calendarDay * 365.25 / 12;
            case YEARS -> span.amount() * calendarDay * 365.25;
        };
    }

    private Report run(Institution institution) {
        int first = number(institution.begins().name());
        schedule(arrival(0, 0), null, false);
        int arrived = 0;
        double now = 0;
        while (!agenda.isEmpty()) {
            Happening next = agenda.remove();
            now = next.at();
            events++;
            Visit visit = next.visit();
            if (visit == null) {
                enter(new Matter(now, bounds), first, now);
                if (++arrived < scenario.matters()) {
                    schedule(arrival(arrived, now), null, false);
                }
            } else if (next.timeout()) {
                timeOut(visit, now);
            } else {
                finish(visit, now);
            }
        }
        return report(now);
    }

    private double arrival(int number, double now) {
        return number < scenario.recorded().size()
                ? scenario.recorded().get(number)
                : now + exponential(60.0 / scenario.perHour());
    }

    private void schedule(double at, @Nullable Visit visit, boolean timeout) {
        agenda.add(new Happening(at, events * 4 + agenda.size(), visit, timeout));
    }

    private void enter(Matter matter, int step, double now) {
        Node node = nodes.get(step);
        Desk desk = node.desk;
        if (desk == null || ++matter.moves > MOST_MOVES) {
            completed[finished++] = now - matter.arrived;
            return;
        }
        Visit visit = new Visit(matter, node, now);
        if (node.timeout >= 0 && node.within < Double.POSITIVE_INFINITY) {
            schedule(now + node.within, visit, true);
        }
        desk.waiting.addLast(visit);
        serve(desk, now);
    }

    private void serve(Desk desk, double now) {
        while (desk.busy < desk.staff && !desk.waiting.isEmpty()) {
            Visit visit = desk.waiting.removeFirst();
            if (visit.over) {
                continue;
            }
            visit.node.waits.add(now - visit.since);
            double time = scenario.steady() ? visit.node.mean : exponential(visit.node.mean);
            desk.busy++;
            desk.worked += time;
            schedule(now + time, visit, false);
        }
    }

    private void timeOut(Visit visit, double now) {
        if (visit.over) {
            return;
        }
        visit.over = true;
        visit.node.times.add(now - visit.since);
        enter(visit.matter, visit.node.timeout, now);
    }

    private void finish(Visit visit, double now) {
        Desk desk = visit.node.desk;
        if (desk != null) {
            desk.busy--;
        }
        if (!visit.over) {
            visit.over = true;
            double time = now - visit.since;
            visit.node.times.add(time);
            visit.node.onTime += time <= visit.node.within ? 1 : 0;
            enter(visit.matter, chosen(visit), now);
        }
        if (desk != null) {
            serve(desk, now);
        }
    }

    private int chosen(Visit visit) {
        double sum = 0;
        for (Choice choice : visit.node.choices) {
            sum += isOpen(choice, visit.matter) ? choice.weight() : 0;
        }
        double left = random.nextDouble() * sum;
        Choice last = visit.node.choices.getFirst();
        for (Choice choice : visit.node.choices) {
            if (isOpen(choice, visit.matter)) {
                last = choice;
                left -= choice.weight();
                if (left < 0) {
                    break;
                }
            }
        }
        boolean usedUp = visit.matter.taken[last.index()]++ >= last.bound();
        return usedUp && last.then() >= 0 ? last.then() : last.to();
    }

    private static boolean isOpen(Choice choice, Matter matter) {
        return choice.then() >= 0 || matter.taken[choice.index()] < choice.bound();
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    private Report report(double end) {
        List<Report.AtStep> steps = nodes.stream()
                .filter(node -> node.desk != null && node.times.size() > 0)
                .map(node -> new Report.AtStep(
                        node.name,
                        node.times.size(),
                        node.waits.mean(),
                        node.waits.percentile(95),
                        node.times.percentile(50),
                        node.times.percentile(95),
                        node.within == Double.POSITIVE_INFINITY ? -1 : (double) node.onTime / node.times.size(),
                        node.within))
                .toList();
        List<Report.AtDesk> roles = desks.values().stream()
                .map(desk -> new Report.AtDesk(
                        desk.role, desk.staff, desk.staff == Integer.MAX_VALUE ? -1 : desk.worked / (end * desk.staff)))
                .toList();
        double[] sorted = Arrays.copyOf(completed, finished);
        Arrays.sort(sorted);
        return new Report(
                finished,
                events,
                Samples.percentile(sorted, 50),
                Samples.percentile(sorted, 95),
                dayMinutes,
                steps,
                roles);
    }
}
