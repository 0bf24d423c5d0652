package io.hashlake.text.sentiment;

import io.hashlake.text.Tokens;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * A labelled post as the training sees it: which weights it touches, and by how much.
 *
 * @param weights first the numbers, then the n-grams' slots; a slot may occur several times
 * @param values one for each of the weights
 * @param label 0 negative, 1 neutral, 2 positive
 */
record Sample(String language, int[] weights, float[] values, int label) {

    static Sample of(String language, Umsab.Post post, WordReader reader) {
        Words words = reader.read(Tokens.of(post.text()));
        float[] numbers = Tally.numbers(words, SentimentRules.opinions(words));
        Group ofWords = new Group();
        Features.ofWords(words, ofWords);
        Group ofLetters = new Group();
        for (int word = 0; word < words.count; word++) {
            Features.ofLetters(words, word, ofLetters);
        }
        int size = numbers.length + ofWords.size() + ofLetters.size();
        int[] weights = new int[size];
        float[] values = Arrays.copyOf(numbers, size);
        Arrays.setAll(weights, i -> i);
        ofWords.put(weights, values, numbers.length);
        ofLetters.put(weights, values, numbers.length + ofWords.size());
        return new Sample(language, weights, values, post.label());
    }

    /** N-grams of one kind. */
    private static final class Group implements LongConsumer {

        private int[] slots = new int[64];
        private int size;

        @Override
        public void accept(long hash) {
            if (size == slots.length) {
                slots = Arrays.copyOf(slots, size * 2);
            }
            slots[size++] = Hash.slot(hash, LinearModel.SLOTS);
        }

        int size() {
            return size;
        }

        void put(int[] weights, float[] values, int from) {
            for (int i = 0; i < size; i++) {
                weights[from + i] = Tally.NUMBERS + slots[i];
                values[from + i] = (float) (1 / Math.sqrt(size));
            }
        }
    }
}
