package io.hashlake.text.sentiment;

/**
 * 64-bit hashes of words, so that neither looking a word up nor making features of it needs a string. A lexicon of some
 * thousand words makes a collision of two of them as good as impossible.
 */
final class Hash {

    static final long START = 0xcbf29ce484222325L;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private Hash() {}

    /** The hash of what was hashed so far and one more character (or any other number). */
    static long step(long hash, long next) {
        return Long.rotateLeft((hash ^ next) * FACTOR, 29);
    }

    /** The hash of a whole word, as it is written. */
    static long of(String word) {
        return of(word.toCharArray(), 0, word.length());
    }

    static long of(char[] letters, int from, int to) {
        long hash = START;
        for (int i = from; i < to; i++) {
            hash = step(hash, letters[i]);
        }
        return hash;
    }

    /** Spreads a hash over a table of so many slots, a power of two. */
    static int slot(long hash, int slots) {
        long mixed = hash * FACTOR;
        return (int) (mixed >>> 40 ^ mixed >>> 17) & slots - 1;
    }
}
