package io.hashlake.index;

import io.hashlake.tweet.Tweet;

/** A post that the server has not taken yet, and the origin from which it came. */
record PendingPost(String origin, Tweet tweet) {

    /** Returns the one that was observed later; of two observations of the same moment, the other. */
    PendingPost newest(PendingPost other) {
        return other.tweet.observedAt().isBefore(tweet.observedAt()) ? this : other;
    }
}
