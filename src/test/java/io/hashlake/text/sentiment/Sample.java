package io.hashlake.text.sentiment;

import java.util.Arrays;

/**
 * A labelled post as the training sees it: which weights it touches, and by how much.
 *
 * @param weights first the numbers, then the n-grams' slots; a slot may occur several times
 * @param values one for each of the weights
 * @param label 0 negative, 1 neutral, 2 positive
 */
record Sample(String language, int[] weights, float[] values, int label) {

    static Sample of(String language, Umsab.Post post, WordReader reader) {
        Words words = reader.read(post.text());
        float[] numbers = Tally.numbers(words, Rules.opinions(words));
        Slots slots = new Slots();
        Features.of(words, slots);
        int size = numbers.length + slots.words.size() + slots.letters.size();
        int[] weights = new int[size];
        float[] values = Arrays.copyOf(numbers, size);
        Arrays.setAll(weights, i -> i);
        slots.words.put(weights, values, numbers.length);
        slots.letters.put(weights, values, numbers.length + slots.words.size());
        return new Sample(language, weights, values, post.label());
    }

    private static final class Slots implements Features.Sink {

        private final Group words = new Group();
        private final Group letters = new Group();

        @Override
        public void words(long hash) {
            words.add(hash);
        }

        @Override
        public void letters(long hash) {
            letters.add(hash);
        }
    }

    /** N-grams of one kind. */
    private static final class Group {

        private int[] slots = new int[64];
        private int size;

        void add(long hash) {
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
