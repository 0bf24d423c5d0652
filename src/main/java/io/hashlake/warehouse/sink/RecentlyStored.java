package io.hashlake.warehouse.sink;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ids that this sink has stored lately, by which it guesses which posts the warehouse has: nearly always right, and without a
 * query. The unique key of the table notices a wrong guess; after one, and at first, the database is asked for a while, since
 * another process writes the same posts or they are delivered again.
 */
final class RecentlyStored {

    /** 2 MiB: a minute of all of X. What falls out is guessed wrong, at the cost of one commit's copy. */
    private static final int SLOTS = 1 << 18;

    private static final int DOUBTFUL_COMMITS = 16;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final long[] slots = new long[SLOTS];
    private int doubtful = DOUBTFUL_COMMITS;

    /** Returns whether a guess is likely to be right. */
    boolean areReliable() {
        return doubtful == 0;
    }

    /** Notes that a guess was wrong. */
    void fail() {
        doubtful = DOUBTFUL_COMMITS;
    }

    /** Returns those of the tweets that are known to be stored. */
    Set<Long> among(List<Observation> tweets) {
        Set<Long> known = new HashSet<>();
        for (Observation tweet : tweets) {
            if (slots[slot(tweet.id())] == tweet.id()) {
                known.add(tweet.id());
            }
        }
        return known;
    }

    /** Remembers the tweets of a commit. */
    void add(List<Observation> committed) {
        doubtful = Math.max(0, doubtful - 1);
        for (Observation tweet : committed) {
            slots[slot(tweet.id())] = tweet.id();
        }
    }

    private static int slot(long id) {
        return (int) (id * FACTOR >>> 40) & SLOTS - 1;
    }
}
