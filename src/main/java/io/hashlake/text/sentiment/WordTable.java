package io.hashlake.text.sentiment;

import java.util.Map;

/**
 * From a word's hash to what a lexicon says about it: an open hash table of primitives, made once and read by many
 * threads. Each slot holds a word's {@link LexiconEntry} and, above it, as much of its hash as there is room for: one look into
 * memory tells both.
 */
final class WordTable {

    private static final int ENTRY_BITS = 22;
    private static final long ENTRY = (1L << ENTRY_BITS) - 1;

    private final long[] slots;

    WordTable(Map<Long, Integer> words) {
        slots = new long[Integer.highestOneBit(Math.max(8, words.size() * 2)) * 2];
        words.forEach((hash, entry) -> slots[slotOf(hash)] = hash & ~ENTRY | entry);
    }

    /** Returns the entry of the word with this hash; 0 if there is none. */
    int get(long hash) {
        return (int) (slots[slotOf(hash)] & ENTRY);
    }

    /** The slot of the hash, or the free one where it would be. */
    private int slotOf(long hash) {
        int slot = Hash.slot(hash, slots.length);
        while (slots[slot] != 0 && (slots[slot] ^ hash) >>> ENTRY_BITS != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
