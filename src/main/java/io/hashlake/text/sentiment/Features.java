package io.hashlake.text.sentiment;

import java.util.function.LongConsumer;

/**
 * The n-grams that a post shows to the model, as hashes: of words (single ones, once more where they are negated, and
 * pairs) and of letters (three to five in a row within a word and its edges).
 */
final class Features {

    private static final long NEGATED = 1;
    private static final long PAIR = 2;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    private static final char EDGE = ' ';

    private Features() {}

    static void ofWords(Words words, LongConsumer features) {
        long previous = Hash.START;
        for (int i = 0; i < words.count; i++) {
            long hash = words.hashes[i];
            features.accept(hash);
            features.accept(Hash.step(Hash.step(previous, PAIR), hash));
            if (SentimentRules.isNegated(i, words)) {
                features.accept(Hash.step(hash, NEGATED));
            }
            previous = hash;
        }
    }

    /** @param word its index; a sign has no letters */
    static void ofLetters(Words words, int word, LongConsumer features) {
        int start = words.starts[word] - 1;
        int end = words.starts[word + 1] + 1;
        for (int from = start; from <= end - SHORTEST; from++) {
            long hash = Hash.START;
            int furthest = Math.min(end, from + LONGEST);
            for (int i = from; i < furthest; i++) {
                hash = Hash.step(hash, i == start || i == end - 1 ? EDGE : words.letters[i]);
                if (i >= from + SHORTEST - 1) {
                    features.accept(hash);
                }
            }
        }
    }
}
