package io.hashlake.text.sentiment;

/** How often each label was taken for each. */
final class Confusion {

    private final int[][] counts = new int[3][3];

    void add(int truth, int guess) {
        counts[truth][guess]++;
    }

    int count(int truth, int guess) {
        return counts[truth][guess];
    }

    /** The mean of the three labels' harmonic means of precision and recall. */
    double macroF1() {
        return (f1(0) + f1(1) + f1(2)) / 3;
    }

    double f1(int label) {
        int said = 0;
        int meant = 0;
        for (int other = 0; other < 3; other++) {
            said += counts[other][label];
            meant += counts[label][other];
        }
        return said + meant == 0 ? 0 : 2.0 * counts[label][label] / (said + meant);
    }
}
