package io.hashlake.text.sentiment;

import java.util.function.LongConsumer;

/** Adds up what n-grams of one kind say for each label. */
final class Votes implements LongConsumer {

    private final byte[] weights;
    private int count;
    private int negative;
    private int neutral;
    private int positive;

    Votes(byte[] weights) {
        this.weights = weights;
    }

    @Override
    public void accept(long hash) {
        int at = Hash.slot(hash, LinearModel.SLOTS) * LinearModel.LABELS;
        count++;
        negative += weights[at];
        neutral += weights[at + 1];
        positive += weights[at + 2];
    }

    void add(Sum votes) {
        count += votes.count;
        negative += votes.negative;
        neutral += votes.neutral;
        positive += votes.positive;
    }

    Sum sum() {
        return new Sum(count, negative, neutral, positive);
    }

    /** The label's sum, over the root of how many n-grams there are, so that long posts are not surer than short ones. */
    double of(int label) {
        double sum = label == 0 ? negative : label == 1 ? neutral : positive;
        return sum / Math.sqrt(Math.max(1, count));
    }

    /** Votes that are counted. */
    record Sum(int count, int negative, int neutral, int positive) {}
}
