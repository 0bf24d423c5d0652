package io.hashlake.text.sentiment;

/**
 * The n-grams that a post shows to the model, as hashes: of words (single ones, once more where they are negated, and
 * pairs) and of letters (three to five in a row within a word and its edges).
 */
final class Features {

    /** Takes n-grams one after another. */
    interface Sink {
        void words(long hash);

        void letters(long hash);
    }

    private static final long NEGATED = 1;
    private static final long PAIR = 2;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    private static final char EDGE = ' ';

    private Features() {}

    static void of(Words words, Sink sink) {
        long previous = Hash.START;
        for (int i = 0; i < words.count; i++) {
            long hash = words.hashes[i];
            sink.words(hash);
            sink.words(Hash.step(Hash.step(previous, PAIR), hash));
            if (Rules.isNegated(i, words)) {
                sink.words(Hash.step(hash, NEGATED));
            }
            if (!words.isSign(i)) {
                letters(words, i, sink);
            }
            previous = hash;
        }
    }

    private static void letters(Words words, int word, Sink sink) {
        int start = words.starts[word] - 1;
        int end = words.starts[word + 1] + 1;
        for (int from = start; from <= end - SHORTEST; from++) {
            long hash = Hash.START;
            int furthest = Math.min(end, from + LONGEST);
            for (int i = from; i < furthest; i++) {
                hash = Hash.step(hash, i == start || i == end - 1 ? EDGE : words.letters[i]);
                if (i >= from + SHORTEST - 1) {
                    sink.letters(hash);
                }
            }
        }
    }
}
