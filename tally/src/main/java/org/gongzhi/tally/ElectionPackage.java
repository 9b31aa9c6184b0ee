package org.gongzhi.tally;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gongzhi.exact.Fraction;
import org.gongzhi.tally.json.Json;

/**
 * All that anyone needs to recompute an outcome, in one file (计票包): the procedure, the projects, the ballots without
 * names, the outcome, and a digest of each part and of the whole.
 *
 * <p>Equal ballots are merged and sorted; names on a ballot whose order means nothing are sorted too. So neither the order
 * of the ballots nor that within one tells anything about a voter.
 */
public final class ElectionPackage {
    static final String FORMAT = "gongzhi-tally-1";
    static final List<String> PARTS = List.of("procedure", "election", "ballots", "outcome");

    private ElectionPackage() {}

    /** The package as text. */
    public static String write(Election election, Procedure procedure, TieCheck.Checked checked) {
        Json[] parts = {procedure(procedure), election(election), ballots(election), outcome(checked)};
        List<Object> members = new ArrayList<>(List.of("format", FORMAT));
        for (int i = 0; i < parts.length; i++) {
            members.add(PARTS.get(i));
            members.add(parts[i]);
        }
        members.add("digest");
        members.add(digests(List.of(parts)));
        return Json.members(members.toArray()).write();
    }

    /** The digest of the whole package as it is published: of the digests of its parts, in order. */
    static Json digests(List<Json> parts) {
        List<Object> members = new ArrayList<>();
        StringBuilder all = new StringBuilder(FORMAT);
        for (int i = 0; i < parts.size(); i++) {
            String digest = digest(parts.get(i).write());
            members.add(PARTS.get(i));
            members.add(digest);
            all.append('\n').append(digest);
        }
        members.add("package");
        members.add(digest(all.toString()));
        return Json.members(members.toArray());
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Json procedure(Procedure procedure) {
        List<Object> members = new ArrayList<>();
        ProcedureWords.write(procedure).forEach((key, word) -> {
            members.add(key);
            members.add(word);
        });
        return Json.members(members.toArray());
    }

    private static Json election(Election election) {
        List<Object> meta = new ArrayList<>();
        for (String key : List.of("description", "country", "unit", "instance", "currency", "date_begin", "date_end")) {
            election.findMeta(key).ifPresent(value -> meta.addAll(List.of(key, value)));
        }
        return Json.members(
                "meta",
                Json.members(meta.toArray()),
                "vote_type",
                election.type().word(),
                "budget",
                election.budget(),
                "projects",
                election.projects().stream().map(ElectionPackage::project).toList());
    }

    private static Json project(Project project) {
        List<Object> members = new ArrayList<>(List.of("id", project.id(), "cost", project.cost()));
        for (String cell : List.of("name", "category")) {
            project.findCell(cell).ifPresent(text -> members.addAll(List.of(cell, text)));
        }
        return Json.members(members.toArray());
    }

    private static Json ballots(Election election) {
        Ballots ballots = election.ballots();
        boolean ordered = election.type() == VoteType.ORDINAL;
        Map<String, Json> kinds = new TreeMap<>(TieOrder::byCodePoint);
        Map<String, Long> counts = new TreeMap<>();
        for (int b = 0; b < ballots.size(); b++) {
            int ballot = b;
            List<Integer> places = new ArrayList<>(
                    IntStream.range(0, ballots.length(ballot)).boxed().toList());
            if (!ordered) {
                places.sort(
                        (one, other) -> TieOrder.byCodePoint(id(election, ballot, one), id(election, ballot, other)));
            }
            List<Object> members = new ArrayList<>(List.of(
                    "names",
                    places.stream().map(place -> id(election, ballot, place)).toList()));
            if (election.type().hasPoints()) {
                members.addAll(List.of(
                        "points",
                        places.stream()
                                .map(place -> Fraction.of(
                                                ballots.points(ballot, place), Ballots.Box.power(ballots.pointScale()))
                                        .toString())
                                .toList()));
            }
            Json kind = Json.members(members.toArray());
            String key = kind.write();
            kinds.putIfAbsent(key, kind);
            counts.merge(key, 1L, Long::sum);
        }
        return Json.items(kinds.entrySet().stream()
                .map(entry -> counted(counts.getOrDefault(entry.getKey(), 0L), entry.getValue()))
                .toList());
    }

    private static Json counted(long count, Json kind) {
        List<Object> members = new ArrayList<>(List.of("count", count));
        for (String key : List.of("names", "points")) {
            kind.find(key).ifPresent(value -> members.addAll(List.of(key, value)));
        }
        return Json.members(members.toArray());
    }

    private static String id(Election election, int ballot, int place) {
        return election.projects()
                .get(election.ballots().project(ballot, place))
                .id();
    }

    static Json outcome(TieCheck.Checked checked) {
        Outcome outcome = checked.outcome();
        return Json.members(
                "selected",
                outcome.selected(),
                "total_cost",
                outcome.totalCost(),
                "exhaustive",
                outcome.exhaustive(),
                "share",
                outcome.share(),
                "raises",
                outcome.raises(),
                "replaced_by_greedy",
                outcome.replaced(),
                "ties",
                outcome.ties().stream()
                        .map(tie -> Json.members("level", tie.level(), "taken", tie.taken()))
                        .toList(),
                "tie_mattered",
                Json.members(checked.tie().members().toArray()));
    }
}
