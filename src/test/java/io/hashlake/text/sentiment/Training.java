package io.hashlake.text.sentiment;

import java.util.Arrays;
import java.util.List;

/**
 * Learns a language's {@link LinearModel}: the weights that make the labels of its posts likeliest, kept small by an
 * L2 penalty. Posts in other languages count a little, because words, emojis and the rules' numbers are shared.
 * Nothing is left to chance: the same posts give the same bytes.
 */
final class Training {

    private static final double PENALTY = 4;
    private static final double OTHER_LANGUAGES = 0.15;
    private static final int STEPS = 60;
    private static final int LABELS = LinearModel.LABELS;
    private static final int SIZE = (Tally.NUMBERS + LinearModel.SLOTS) * LABELS;

    private final String language;
    private final List<Sample> samples;

    private Training(String language, List<Sample> samples) {
        this.language = language;
        this.samples = samples;
    }

    /** @param samples of all languages */
    static LinearModel model(String language, List<Sample> samples) {
        return compressed(Lbfgs.minimum(new Training(language, samples)::loss, SIZE, STEPS));
    }

    private double loss(double[] weights, double[] gradient) {
        double loss = 0;
        for (int i = 0; i < SIZE; i++) {
            loss += PENALTY / 2 * weights[i] * weights[i];
            gradient[i] = PENALTY * weights[i];
        }
        for (Sample sample : samples) {
            double share = sample.language().equals(language) ? 1 : OTHER_LANGUAGES;
            loss += share * loss(sample, share, weights, gradient);
        }
        return loss;
    }

    private static double loss(Sample sample, double share, double[] weights, double[] gradient) {
        double[] probabilities = probabilities(sample, weights);
        double[] errors = probabilities.clone();
        errors[sample.label()] -= 1;
        for (int i = 0; i < sample.weights().length; i++) {
            int at = sample.weights()[i] * LABELS;
            double value = share * sample.values()[i];
            gradient[at] += value * errors[0];
            gradient[at + 1] += value * errors[1];
            gradient[at + 2] += value * errors[2];
        }
        return -StrictMath.log(Math.max(1e-12, probabilities[sample.label()]));
    }

    private static double[] probabilities(Sample sample, double[] weights) {
        double[] logits = new double[LABELS];
        for (int i = 0; i < sample.weights().length; i++) {
            int at = sample.weights()[i] * LABELS;
            float value = sample.values()[i];
            logits[0] += value * weights[at];
            logits[1] += value * weights[at + 1];
            logits[2] += value * weights[at + 2];
        }
        return LinearModel.softmax(logits);
    }

    private static LinearModel compressed(double[] weights) {
        int numbers = Tally.NUMBERS * LABELS;
        double most = Arrays.stream(weights).skip(numbers).map(Math::abs).max().orElseThrow();
        float scale = (float) (most / Byte.MAX_VALUE);
        float[] numberWeights = new float[numbers];
        byte[] ngramWeights = new byte[SIZE - numbers];
        for (int i = 0; i < numbers; i++) {
            numberWeights[i] = (float) weights[i];
        }
        for (int i = numbers; i < SIZE; i++) {
            ngramWeights[i - numbers] = (byte) Math.round(weights[i] / scale);
        }
        return new LinearModel(numberWeights, ngramWeights, scale);
    }
}
