package org.gongzhi.tally;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongzhi.exact.Fraction;

/**
 * Writes a .pb file (写出 .pb 文件): quotes only where needed, counts from the data, plain decimals, LF. What it wrote it
 * writes again byte by byte. No more than one row is held in memory.
 */
final class PbWriter {
    private final Election election;
    private final Writer out;

    PbWriter(Election election, Writer out) {
        this.election = election;
        this.out = out;
    }

    void write() throws IOException {
        meta();
        projects();
        votes();
    }

    private void meta() throws IOException {
        Map<String, String> meta = new LinkedHashMap<>(election.meta());
        meta.put("num_projects", String.valueOf(election.projects().size()));
        meta.put("num_votes", String.valueOf(election.ballots().size()));
        meta.put("budget", Amounts.write(election.budget()));
        meta.put("vote_type", election.type().word());
        out.append("META\nkey;value\n");
        for (Map.Entry<String, String> entry : meta.entrySet()) {
            row(List.of(entry.getKey(), entry.getValue()));
        }
    }

    private void projects() throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        for (Project project : election.projects()) {
            columns.addAll(project.cells().keySet());
        }
        columns.removeAll(Set.of("project_id", "cost"));
        out.append("PROJECTS\nproject_id;cost");
        for (String column : columns) {
            cell(column, true);
        }
        out.append('\n');
        for (Project project : election.projects()) {
            cell(project.id(), false);
            cell(Amounts.write(project.cost()), true);
            for (String column : columns) {
                cell(project.findCell(column).orElse(""), true);
            }
            out.append('\n');
        }
    }

    private void votes() throws IOException {
        Ballots ballots = election.ballots();
        boolean points = election.type().hasPoints();
        out.append(points ? "VOTES\nvoter_id;vote;points\n" : "VOTES\nvoter_id;vote\n");
        for (int ballot = 0; ballot < ballots.size(); ballot++) {
            StringBuilder named = new StringBuilder();
            StringBuilder given = new StringBuilder();
            for (int i = 0; i < ballots.length(ballot); i++) {
                String comma = i == 0 ? "" : ",";
                named.append(comma)
                        .append(election.projects()
                                .get(ballots.project(ballot, i))
                                .id());
                if (points) {
                    given.append(comma).append(points(ballots, ballot, i));
                }
            }
            row(
                    points
                            ? List.of(String.valueOf(ballot + 1), named.toString(), given.toString())
                            : List.of(String.valueOf(ballot + 1), named.toString()));
        }
    }

    private static String points(Ballots ballots, int ballot, int place) {
        return Amounts.write(Fraction.of(ballots.points(ballot, place), Ballots.Box.power(ballots.pointScale())));
    }

    private void row(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            cell(cells.get(i), i > 0);
        }
        out.append('\n');
    }

    private void cell(String text, boolean parted) throws IOException {
        if (parted) {
            out.append(';');
        }
        // A lone " within a cell means itself; only one at the beginning opens a quoted cell.
        if (text.indexOf(';') >= 0 || text.indexOf('"') >= 0) {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            out.append(text);
        }
    }
}
