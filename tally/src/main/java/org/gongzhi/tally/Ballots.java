package org.gongzhi.tally;

import java.util.Arrays;
import java.util.List;

/**
 * The ballots of an election, without names (选票). Kept as flat numbers: an election has a hundred thousand of them.
 *
 * <p>A ballot is a list of projects by their position in the election's list, in the order in which they were named,
 * each once; beside each stand its points where the kind of ballot has points. An empty ballot is a ballot.
 */
public final class Ballots {
    private final int[] starts;
    private final int[] projects;
    private final long[] points;
    private final int[] lines;
    private final int pointScale;

    Ballots(int[] starts, int[] projects, long[] points, int[] lines, int pointScale) {
        this.starts = starts;
        this.projects = projects;
        this.points = points;
        this.lines = lines;
        this.pointScale = pointScale;
    }

    /** How many ballots there are, empty ones included. */
    public int size() {
        return starts.length - 1;
    }

    /** How many projects a ballot names. */
    public int length(int ballot) {
        return starts[ballot + 1] - starts[ballot];
    }

    /** The project named in the given place, from 0, as its position in the election's list. */
    public int project(int ballot, int place) {
        return projects[starts[ballot] + place];
    }

    /** The points given in that place, in units of 10 to the power of minus {@link #pointScale}; 0 where there are none. */
    public long points(int ballot, int place) {
        return points.length == 0 ? 0 : points[starts[ballot] + place];
    }

    /** How many decimals the points have. */
    public int pointScale() {
        return pointScale;
    }

    /** How many times any project was named. */
    int names() {
        return projects.length;
    }

    /** The line of the file on which a ballot stands; 0 where it came from elsewhere. */
    int line(int ballot) {
        return lines.length == 0 ? 0 : lines[ballot];
    }

    boolean hasPoints() {
        return points.length > 0;
    }

    /** Collects ballots one by one (投票箱). */
    public static final class Box {
        private int[] starts = new int[64];
        private int[] projects = new int[256];
        private long[] points;
        private int[] lines = new int[64];
        private int ballots;
        private int names;
        private int open;
        private int pointScale;
        private boolean hasLines;

        /** @param hasPoints whether each name carries points */
        public Box(boolean hasPoints) {
            points = hasPoints ? new long[256] : new long[0];
        }

        /** A ballot that names these projects, by position; a name given twice counts once. */
        public Box cast(List<Integer> named) {
            for (int project : named) {
                name(project, 0);
            }
            close(0);
            return this;
        }

        /** A ballot with whole points. */
        public Box cast(List<Integer> named, List<Long> given) {
            for (int i = 0; i < named.size(); i++) {
                name(named.get(i), Math.multiplyExact(given.get(i), power(pointScale)));
            }
            close(0);
            return this;
        }

        /** Whether the open ballot already names the project: its place, or -1. */
        int placeOf(int project) {
            for (int i = open; i < names; i++) {
                if (projects[i] == project) {
                    return i;
                }
            }
            return -1;
        }

        /** Names a project on the open ballot; the second time only its points are taken. Returns whether it was new. */
        boolean name(int project, long given) {
            int place = placeOf(project);
            if (place >= 0) {
                if (points.length > 0) {
                    points[place] = given;
                }
                return false;
            }
            if (names == projects.length) {
                projects = Arrays.copyOf(projects, names * 2);
                if (points.length > 0) {
                    points = Arrays.copyOf(points, names * 2);
                }
            }
            projects[names] = project;
            if (points.length > 0) {
                points[names] = given;
            }
            names++;
            return true;
        }

        /** Ends the open ballot, which stood on the given line of a file, 0 for none. */
        void close(int line) {
            if (ballots + 1 == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
                lines = Arrays.copyOf(lines, lines.length * 2);
            }
            lines[ballots] = line;
            hasLines |= line > 0;
            ballots++;
            starts[ballots] = names;
            open = names;
        }

        int size() {
            return ballots;
        }

        int pointScale() {
            return pointScale;
        }

        /** Gives all points this many decimals; those already here are rewritten. */
        void scaleTo(int decimals) {
            long factor = power(decimals - pointScale);
            for (int i = 0; i < names; i++) {
                points[i] = Math.multiplyExact(points[i], factor);
            }
            pointScale = decimals;
        }

        static long power(int decimals) {
            long factor = 1;
            for (int i = 0; i < decimals; i++) {
                factor *= 10;
            }
            return factor;
        }

        /** All ballots so far. */
        public Ballots ballots() {
            return new Ballots(
                    Arrays.copyOf(starts, ballots + 1),
                    Arrays.copyOf(projects, names),
                    points.length == 0 ? points : Arrays.copyOf(points, names),
                    hasLines ? Arrays.copyOf(lines, ballots) : new int[0],
                    pointScale);
        }
    }
}
