package org.gongzhi.rulebook;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.expression.Value;
import org.jspecify.annotations.Nullable;

/**
 * The rulebook of a district in one edition (制度汇编): bodies, dated rules, institutions, lists, the working-day calendar.
 * Unchanging; may be used by many threads.
 */
public final class Rulebook {
    private final String digest;
    private final Bodies bodies;
    private final Map<String, Rule> rules;
    private final Map<String, Institution> institutions;
    private final Map<String, Choices> lists;
    private final Map<String, Text> words;
    private final Timetable timetable;
    private final ZoneId zone;
    private final Map<String, RuleCourt> courts = new LinkedHashMap<>();
    private final Map<String, Course> courses = new LinkedHashMap<>();

    Rulebook(
            String digest,
            Bodies bodies,
            Map<String, Rule> rules,
            Map<String, Institution> institutions,
            Map<String, Choices> lists,
            Map<String, Text> words,
            Timetable timetable,
            ZoneId zone) {
        this.digest = digest;
        this.bodies = bodies;
        this.rules = new LinkedHashMap<>(rules);
        this.institutions = new LinkedHashMap<>(institutions);
        this.lists = new LinkedHashMap<>(lists);
        this.words = new LinkedHashMap<>(words);
        this.timetable = timetable;
        this.zone = zone;
        rules.forEach((name, rule) -> courts.put(name, new RuleCourt(rule, digest, timetable)));
        institutions.forEach((name, institution) -> courses.put(name, new Course(institution, this)));
    }

    /**
     * What reading a directory gave.
     *
     * @param rulebook the rulebook, only if there is no fault
     * @param faults all that is wrong, in the order of the files
     */
    public record Reading(@Nullable Rulebook rulebook, List<Fault> faults) {
        public Reading {
            faults = List.copyOf(faults);
        }

        /** The rulebook, if there is no fault. */
        public Optional<Rulebook> findRulebook() {
            return Optional.ofNullable(rulebook);
        }
    }

    /** Reads and checks a directory. Nothing is thrown for what stands in it; all that is wrong is told at once. */
    public static Reading read(Path directory) {
        return RulebookReader.read(directory);
    }

    /**
     * Reads an edition that has been in force. It passed the check of its day and is not checked again: matters that began
     * under it end under it, even where today's check would ask for more.
     */
    public static Reading readEnacted(Path directory) {
        return RulebookReader.readEnacted(directory);
    }

    /** The edition: a SHA-256 over all files that were read, in small hexadecimal letters. */
    public String digest() {
        return digest;
    }

    public Bodies bodies() {
        return bodies;
    }

    public Collection<Rule> rules() {
        return List.copyOf(rules.values());
    }

    public Optional<Rule> findRule(String name) {
        return Optional.ofNullable(rules.get(name));
    }

    public Collection<Institution> institutions() {
        return List.copyOf(institutions.values());
    }

    public Optional<Institution> findInstitution(String name) {
        return Optional.ofNullable(institutions.get(name));
    }

    public Collection<Choices> lists() {
        return List.copyOf(lists.values());
    }

    public Optional<Choices> findList(String name) {
        return Optional.ofNullable(lists.get(name));
    }

    /** The district's words in both languages, by their key. */
    public Map<String, Text> words() {
        return Map.copyOf(words);
    }

    /** How time is counted here. */
    public Timetable timetable() {
        return timetable;
    }

    /** The zone of the district's offices, in which all instants of matters are told. */
    public ZoneId zone() {
        return zone;
    }

    /**
     * An institution as it runs.
     *
     * @throws IllegalArgumentException if there is no such institution
     */
    public Course course(String institution) {
        @Nullable Course course = courses.get(institution);
        if (course == null) {
            throw new IllegalArgumentException("no institution `%s`".formatted(institution));
        }
        return course;
    }

    /**
     * Applies a rule.
     *
     * @param on the date of the act, by which the version is chosen
     * @param facts the inputs as people write them
     */
    public Judgement apply(String rule, LocalDate on, Map<String, String> facts) {
        @Nullable RuleCourt court = courts.get(rule);
        return court == null
                ? new Judgement.None(Text.of("没有规则“%s”", "there is no rule `%s`", rule))
                : court.applyWritten(on, facts);
    }

    /** The period that a rule fixes on a day; empty if it fixes none. */
    public Optional<Span> period(String rule, LocalDate on) {
        return Optional.ofNullable(courts.get(rule)).flatMap(court -> court.period(on));
    }

    /** The rule as it is applied. */
    Optional<RuleCourt> court(String rule) {
        return Optional.ofNullable(courts.get(rule));
    }

    /** Applies a rule to values that are read already. */
    public Judgement applyTo(String rule, LocalDate on, Map<String, Value> facts) {
        @Nullable RuleCourt court = courts.get(rule);
        return court == null
                ? new Judgement.None(Text.of("没有规则“%s”", "there is no rule `%s`", rule))
                : court.apply(on, facts);
    }
}
