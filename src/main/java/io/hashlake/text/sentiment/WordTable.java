package io.hashlake.text.sentiment;

import java.util.Map;

/**
 * From a word's hash to what a lexicon says about it: an open hash table of primitives, made once and read by many
 * threads.
 */
final class WordTable {

    private final long[] hashes;
    private final int[] entries;

    WordTable(Map<Long, Integer> words) {
        int slots = Integer.highestOneBit(Math.max(8, words.size() * 2)) * 2;
        hashes = new long[slots];
        entries = new int[slots];
        words.forEach(this::put);
    }

    private void put(long hash, int entry) {
        int slot = slotOf(hash);
        hashes[slot] = hash;
        entries[slot] = entry;
    }

    /** What is said of the word with this hash; 0 if nothing is. */
    int get(long hash) {
        return entries[slotOf(hash)];
    }

    /** The slot of the hash, or the free one where it would be. */
    private int slotOf(long hash) {
        int slot = Hash.slot(hash, hashes.length);
        while (entries[slot] != 0 && hashes[slot] != hash) {
            slot = slot + 1 & hashes.length - 1;
        }
        return slot;
    }
}
