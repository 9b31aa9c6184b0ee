package org.gongzhi.tally;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;
import org.gongzhi.tally.json.Json;

/** What came of recomputing an election package (计票包核验). */
public sealed interface Verification {
    /**
     * Every digest is right and counting again gives the same outcome.
     *
     * @param digest of the whole package, to compare with the one that was published
     */
    record Confirmed(String digest, Outcome outcome) implements Verification {}

    /** Where the package differs from what it says. */
    record Refuted(List<Fault> differences) implements Verification {
        public Refuted {
            differences = List.copyOf(differences);
        }
    }

    /** Recomputes a package. */
    static Verification of(String text, String name) {
        return new Verifier(name).verify(text);
    }

    /** Reads a package, trusting nothing in it (核验过程). */
    final class Verifier {
        private static final long MOST_BALLOTS = 100_000_000;

        private final String name;
        private final List<Fault> differences = new ArrayList<>();

        private Verifier(String name) {
            this.name = name;
        }

        private Verification verify(String text) {
            Json whole;
            try {
                whole = Json.read(text);
            } catch (Json.Broken e) {
                Text what = Text.of("这不是完整的 JSON：%s", "this is no whole JSON: %s", e.why());
                return new Refuted(
                        List.of(Fault.of("T401", new Place(name, e.line(), e.column()), what, Text.NONE, "")));
            }
            if (!whole.text("format").equals(ElectionPackage.FORMAT)) {
                differ(
                        "T402",
                        "这不是计票包：format 应为 %s",
                        "this is no election package: format is not %s",
                        ElectionPackage.FORMAT);
                return new Refuted(differences);
            }
            String digest = digests(whole);
            Optional<Procedure> procedure = procedure(whole);
            Optional<Election> election = election(whole);
            if (procedure.isEmpty() || election.isEmpty() || misfits(procedure.get(), election.get())) {
                return new Refuted(differences);
            }
            TieCheck.Checked checked = TieCheck.count(election.get(), procedure.get());
            compare(whole, ElectionPackage.outcome(checked));
            return differences.isEmpty() ? new Confirmed(digest, checked.outcome()) : new Refuted(differences);
        }

        private boolean misfits(Procedure procedure, Election election) {
            Optional<Text> why = procedure.misfit(election);
            why.ifPresent(text -> differ("T403", "%s", "%s", text));
            return why.isPresent();
        }

        private String digests(Json whole) {
            List<Json> parts = ElectionPackage.PARTS.stream()
                    .map(part -> whole.find(part).orElse(new Json.Nothing()))
                    .toList();
            Json found = ElectionPackage.digests(parts);
            Json said = whole.find("digest").orElse(new Json.Nothing());
            List<String> keys = new ArrayList<>(ElectionPackage.PARTS);
            keys.add("package");
            for (String key : keys) {
                if (!found.text(key).equals(said.text(key))) {
                    differ(
                            "T404",
                            "“%s”部分的摘要不符：包内写 %s，重算为 %s",
                            "the digest of “%s” differs: the package says %s, recomputed it is %s",
                            key,
                            PbReader.shown(said.text(key)),
                            found.text(key));
                }
            }
            return found.text("package");
        }

        private Optional<Procedure> procedure(Json whole) {
            Map<String, String> words = new LinkedHashMap<>();
            if (whole.find("procedure").orElse(new Json.Nothing()) instanceof Json.Members(var members)) {
                members.forEach((key, value) -> words.put(key, value.findText().orElse("")));
            }
            return switch (ProcedureWords.read(words)) {
                case ProcedureWords.Spoken.Understood understood -> Optional.of(understood.procedure());
                case ProcedureWords.Spoken.Unclear unclear -> {
                    unclear.faults().forEach(fault -> differ("T405", "%s", "%s", fault));
                    yield Optional.empty();
                }
            };
        }

        private Optional<Election> election(Json whole) {
            Json said = whole.find("election").orElse(new Json.Nothing());
            Optional<VoteType> type = VoteType.read(said.text("vote_type"));
            Optional<Fraction> budget = Fraction.read(said.text("budget")).filter(amount -> amount.signum() >= 0);
            if (type.isEmpty() || budget.isEmpty()) {
                differ("T406", "缺少选票类型或预算", "the vote type or the budget is missing");
                return Optional.empty();
            }
            List<Project> projects = new ArrayList<>();
            Map<String, Integer> positions = new LinkedHashMap<>();
            for (Json item : said.items("projects")) {
                Optional<Fraction> cost = Fraction.read(item.text("cost")).filter(amount -> amount.signum() >= 0);
                if (cost.isEmpty() || positions.put(item.text("id"), projects.size()) != null) {
                    differ(
                            "T406",
                            "项目“%s”的费用或编号有误",
                            "the cost or the id of project “%s” is wrong",
                            PbReader.shown(item.text("id")));
                    return Optional.empty();
                }
                projects.add(Project.of(item.text("id"), cost.get()));
            }
            return ballots(whole, type.get(), positions)
                    .map(ballots -> new Election(name, type.get(), budget.get(), Map.of(), projects, ballots));
        }

        private Optional<Ballots> ballots(Json whole, VoteType type, Map<String, Integer> positions) {
            Ballots.Box box = new Ballots.Box(type.hasPoints());
            int kind = 0;
            for (Json item : whole.items("ballots")) {
                kind++;
                List<String> names = item.texts("names");
                List<Fraction> points = item.texts("points").stream()
                        .flatMap(text -> Fraction.read(text).stream())
                        .toList();
                Optional<Fraction> count = Fraction.read(item.text("count"))
                        .filter(Fraction::isWhole)
                        .filter(number ->
                                number.signum() > 0 && number.compareTo(Fraction.of(MOST_BALLOTS - box.size())) <= 0);
                boolean known = positions.keySet().containsAll(names);
                boolean whichPoints = !type.hasPoints() || points.size() == names.size();
                if (count.isEmpty() || !known || !whichPoints || !scale(box, points)) {
                    differ(
                            "T407",
                            "第 %s 种选票有误：%s",
                            "ballot kind %s is wrong: %s",
                            kind,
                            PbReader.shown(names.toString()));
                    return Optional.empty();
                }
                for (long i = count.get().numerator().longValueExact(); i > 0; i--) {
                    for (int place = 0; place < names.size(); place++) {
                        Fraction given = type.hasPoints() ? points.get(place) : Fraction.ZERO;
                        Fraction scaled = given.times(Fraction.of(Ballots.Box.power(box.pointScale())));
                        box.name(
                                positions.getOrDefault(names.get(place), 0),
                                scaled.numerator().longValueExact());
                    }
                    box.close(0);
                }
            }
            return Optional.of(box.ballots());
        }

        /** Gives the box as many decimals as these points need; false if that is more than a file may have. */
        private static boolean scale(Ballots.Box box, List<Fraction> points) {
            for (Fraction given : points) {
                int decimals = box.pointScale();
                while (decimals <= 6
                        && !given.times(Fraction.of(Ballots.Box.power(decimals)))
                                .isWhole()) {
                    decimals++;
                }
                if (decimals > 6 || given.numerator().bitLength() > 40) {
                    return false;
                }
                if (decimals > box.pointScale()) {
                    box.scaleTo(decimals);
                }
            }
            return true;
        }

        private void compare(Json whole, Json found) {
            Json said = whole.find("outcome").orElse(new Json.Nothing());
            if (!(found instanceof Json.Members(var members))) {
                return;
            }
            members.forEach((key, value) -> {
                Json claimed = said.find(key).orElse(new Json.Nothing());
                if (!claimed.equals(value)) {
                    differ(
                            "T408",
                            "重新计票的“%s”不同：包内为 %s，重算为 %s",
                            "counted again, “%s” differs: the package says %s, recomputed it is %s",
                            key,
                            shown(claimed),
                            shown(value));
                }
            });
        }

        private static String shown(Json value) {
            String text = value.write().strip().replaceAll("\\s+", " ");
            return text.length() <= 200 ? text : text.substring(0, 200) + "…";
        }

        private void differ(String code, String zh, String en, Object... arguments) {
            differences.add(Fault.of(code, Place.of(name), Text.of(zh, en, arguments), Text.NONE, ""));
        }
    }
}
