package org.gongzhi.tally;

import java.util.Arrays;

/**
 * Ballots merged by what they say to a measure (合并选票): voters with equal ballots hold equal money and equal loads for
 * ever, so a hundred thousand voters are often a few thousand groups.
 *
 * <p>Each group lists its projects with a gain above 0, by position; each project lists its groups.
 */
final class Profile {
    final int voters;
    final int groups;
    /** How many voters a group has. */
    final long[] size;

    final int[] groupStart;
    final int[] groupProject;
    final long[] groupGain;
    final int[] projectStart;
    final int[] projectGroup;
    /** The group's size, beside each entry of {@link #projectGroup}. */
    final double[] projectSize;
    /** The gain, beside each entry. */
    final double[] projectGain;
    /** Whether all gains are 1; what a project is worth as a whole is left to the rule. */
    final boolean unit;
    /** Sum of size times gain of a project's supporters. */
    final long[] mass;
    /** Sum of size of a project's supporters. */
    final long[] supporters;

    private Profile(Builder b, int projects, boolean unit) {
        voters = b.voters;
        groups = b.groups;
        size = Arrays.copyOf(b.size, b.groups);
        groupStart = Arrays.copyOf(b.starts, b.groups + 1);
        groupProject = Arrays.copyOf(b.projects, b.entries);
        groupGain = Arrays.copyOf(b.gains, b.entries);
        this.unit = unit;
        projectStart = new int[projects + 1];
        mass = new long[projects];
        supporters = new long[projects];
        for (int project : groupProject) {
            projectStart[project + 1]++;
        }
        for (int p = 0; p < projects; p++) {
            projectStart[p + 1] += projectStart[p];
        }
        int[] next = Arrays.copyOf(projectStart, projects);
        projectGroup = new int[b.entries];
        projectSize = new double[b.entries];
        projectGain = new double[b.entries];
        for (int g = 0; g < groups; g++) {
            for (int i = groupStart[g]; i < groupStart[g + 1]; i++) {
                int p = groupProject[i];
                int at = next[p]++;
                projectGroup[at] = g;
                projectSize[at] = size[g];
                projectGain[at] = groupGain[i];
                mass[p] = Math.addExact(mass[p], Math.multiplyExact(size[g], groupGain[i]));
                supporters[p] += size[g];
            }
        }
    }

    int projects() {
        return mass.length;
    }

    int length(int group) {
        return groupStart[group + 1] - groupStart[group];
    }

    /** The gain of a group from a project, 0 where it has none. */
    long gain(int group, int project) {
        int at = Arrays.binarySearch(groupProject, groupStart[group], groupStart[group + 1], project);
        return at < 0 ? 0 : groupGain[at];
    }

    /** Merges the ballots of an election. With the measures cost and cardinality every named project gains 1 here. */
    static Profile of(Election election, Measure measure) {
        Ballots ballots = election.ballots();
        Builder builder = new Builder(ballots.names());
        long[] open = new long[16];
        long[] gains = new long[16];
        boolean unit = measure == Measure.COST || measure == Measure.CARDINALITY;
        for (int b = 0; b < ballots.size(); b++) {
            int length = ballots.length(b);
            if (length > open.length) {
                open = new long[length * 2];
                gains = new long[length * 2];
            }
            int kept = 0;
            for (int i = 0; i < length; i++) {
                long gain = switch (measure) {
                    case COST, CARDINALITY -> 1;
                    case POINTS -> ballots.points(b, i);
                    case BORDA -> length - 1 - i;
                };
                if (gain > 0) {
                    gains[i] = gain;
                    open[kept++] = ((long) ballots.project(b, i) << 32) | i;
                }
            }
            sort(open, kept);
            builder.add(open, gains, kept);
        }
        return new Profile(builder, election.projects().size(), unit);
    }

    private static void sort(long[] values, int count) {
        if (count > 24) {
            Arrays.sort(values, 0, count);
            return;
        }
        for (int i = 1; i < count; i++) {
            long value = values[i];
            int j = i - 1;
            while (j >= 0 && values[j] > value) {
                values[j + 1] = values[j];
                j--;
            }
            values[j + 1] = value;
        }
    }

    /** Groups as they are found, with a table of those already there. */
    private static final class Builder {
        private int voters;
        private int groups;
        private int entries;
        private long[] size = new long[64];
        private int[] hashes = new int[64];
        private int[] starts = new int[65];
        private int[] projects;
        private long[] gains;
        private int[] table = new int[256];

        Builder(int names) {
            projects = new int[Math.max(16, names)];
            gains = new long[projects.length];
        }

        void add(long[] open, long[] given, int count) {
            voters++;
            int hash = count;
            for (int i = 0; i < count; i++) {
                projects[entries + i] = (int) (open[i] >>> 32);
                gains[entries + i] = given[(int) open[i]];
                hash = (hash * 31 + projects[entries + i]) * 31 + Long.hashCode(gains[entries + i]);
            }
            hash *= 0x9E3779B9;
            hash ^= hash >>> 15;
            int mask = table.length - 1;
            int slot = hash & mask;
            while (table[slot] != 0) {
                int g = table[slot] - 1;
                if (hashes[g] == hash && isSame(g, count)) {
                    size[g]++;
                    return;
                }
                slot = (slot + 1) & mask;
            }
            if (groups == size.length) {
                size = Arrays.copyOf(size, groups * 2);
                hashes = Arrays.copyOf(hashes, groups * 2);
                starts = Arrays.copyOf(starts, groups * 2 + 1);
            }
            size[groups] = 1;
            hashes[groups] = hash;
            table[slot] = ++groups;
            entries += count;
            starts[groups] = entries;
            if (groups * 2 > table.length) {
                grow();
            }
        }

        private boolean isSame(int group, int count) {
            int from = starts[group];
            int to = starts[group + 1];
            return to - from == count
                    && Arrays.equals(projects, from, to, projects, entries, entries + count)
                    && Arrays.equals(gains, from, to, gains, entries, entries + count);
        }

        private void grow() {
            int[] wider = new int[table.length * 2];
            int mask = wider.length - 1;
            for (int g = 0; g < groups; g++) {
                int slot = hashes[g] & mask;
                while (wider[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                wider[slot] = g + 1;
            }
            table = wider;
        }
    }
}
