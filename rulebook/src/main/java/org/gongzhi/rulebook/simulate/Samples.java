package org.gongzhi.rulebook.simulate;

import java.util.Arrays;

/** Times that were measured (样本). */
final class Samples {
    private double[] values = new double[64];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    double mean() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i];
        }
        return size == 0 ? 0 : sum / size;
    }

    double percentile(int percent) {
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return percentile(sorted, percent);
    }

    /** The least value that is not exceeded by so many of a hundred. */
    static double percentile(double[] sorted, int percent) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }
}
