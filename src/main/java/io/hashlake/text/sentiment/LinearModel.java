package io.hashlake.text.sentiment;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * A multinomial logistic regression over {@link Tally#numbers} and {@link Features}, whose weights were learnt from
 * labelled posts. N-grams share their weights with those whose hash falls into the same slot, so that the model holds
 * no text.
 *
 * @param numberWeights of each number for each label
 * @param ngramWeights of each slot for each label, in parts of the scale
 * @param scale what one part of an n-gram's weight is
 */
record LinearModel(float[] numberWeights, byte[] ngramWeights, float scale) {

    static final int LABELS = 3;
    /** Number of slots that n-grams are hashed into. */
    static final int SLOTS = 1 << 16;

    /** The first bytes of a model's file: the kind of file and its version. */
    static final int MAGIC = 0x484C5301;

    LinearModel {
        if (numberWeights.length != Tally.NUMBERS * LABELS || ngramWeights.length != SLOTS * LABELS) {
            throw new IllegalArgumentException("a sentiment model has %d and %d weights, not %d and %d"
                    .formatted(Tally.NUMBERS * LABELS, SLOTS * LABELS, numberWeights.length, ngramWeights.length));
        }
    }

    /** @throws IllegalArgumentException if these are not the bytes of a model's file */
    static LinearModel read(byte[] file) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
            if (in.readInt() != MAGIC) {
                throw new IllegalArgumentException("no sentiment model of this version: train it again");
            }
            float scale = in.readFloat();
            float[] numbers = new float[Tally.NUMBERS * LABELS];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = in.readFloat();
            }
            return new LinearModel(numbers, in.readAllBytes(), scale);
        } catch (IOException e) {
            throw new IllegalArgumentException("the sentiment model is cut off", e);
        }
    }

    /** Returns the probabilities that people would call the post negative, neutral, positive. */
    double[] probabilities(Words words, Opinions opinions, LetterVotes letters) {
        Votes ofWords = new Votes(ngramWeights);
        Features.ofWords(words, ofWords);
        Votes ofLetters = letters.of(words);
        float[] numbers = Tally.numbers(words, opinions);
        double[] logits = new double[LABELS];
        for (int label = 0; label < LABELS; label++) {
            logits[label] = scale * (ofWords.of(label) + ofLetters.of(label));
            for (int i = 0; i < numbers.length; i++) {
                logits[label] += numbers[i] * numberWeights[i * LABELS + label];
            }
        }
        return softmax(logits);
    }

    /** Strict, so that training gives the same weights on every machine. */
    static double[] softmax(double[] logits) {
        double most = Math.max(logits[0], Math.max(logits[1], logits[2]));
        double negative = StrictMath.exp(logits[0] - most);
        double neutral = StrictMath.exp(logits[1] - most);
        double positive = StrictMath.exp(logits[2] - most);
        double sum = negative + neutral + positive;
        return new double[] {negative / sum, neutral / sum, positive / sum};
    }
}
