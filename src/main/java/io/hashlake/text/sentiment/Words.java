package io.hashlake.text.sentiment;

import java.util.Arrays;

/**
 * A post as rules and features read it: its words and signs in parallel arrays, with what the lexicon says of each.
 * Made by one {@link WordReader}, filled once.
 */
final class Words {

    /** Folded letters of all words, one after another; signs have none. */
    char[] letters;
    /** Start of each word's letters; they end where the next word's start. */
    int[] starts = new int[48];

    long[] hashes = new long[48];
    /** Entries of the lexicon, see {@link LexiconEntry}. A phrase's entry is stored at its first word. */
    int[] entries = new int[48];
    /** The number of the part of the sentence, which punctuation ends. */
    int[] clauses = new int[48];

    boolean[] capitals = new boolean[48];
    int count;

    int clause;
    int exclamations;
    int questions;
    int mentions;
    int links;
    int hashtags;
    int elongated;
    int capitalWords;
    int plainWords;

    Words(int roomForLetters) {
        letters = new char[roomForLetters];
    }

    int end() {
        return starts[count];
    }

    /** Appends a word whose letters have been put after the last one's. */
    void add(long hash, int entry, int end) {
        if (count + 1 == starts.length) {
            grow();
        }
        hashes[count] = hash;
        entries[count] = entry;
        clauses[count] = clause;
        starts[++count] = end;
    }

    boolean is(int word, int role) {
        return LexiconEntry.has(entries[word], role);
    }

    boolean isSign(int word) {
        return starts[word] == starts[word + 1];
    }

    /** Returns whether capitals stand out: some words are all capitals, and others not. */
    boolean mixesCapitals() {
        return capitalWords > 0 && plainWords > 0;
    }

    private void grow() {
        int length = starts.length * 2;
        starts = Arrays.copyOf(starts, length);
        hashes = Arrays.copyOf(hashes, length);
        entries = Arrays.copyOf(entries, length);
        clauses = Arrays.copyOf(clauses, length);
        capitals = Arrays.copyOf(capitals, length);
    }
}
