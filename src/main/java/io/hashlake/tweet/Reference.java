package io.hashlake.tweet;

import java.util.Objects;

/** Another tweet that a tweet refers to. */
public record Reference(Type type, long tweetId) {

    /** Kind of reference to another tweet. */
    public enum Type {
        RETWEETED,
        QUOTED,
        REPLIED_TO
    }

    public Reference {
        Objects.requireNonNull(type, "type");
        if (tweetId < 0) {
            throw new IllegalArgumentException("referenced tweet id is " + tweetId + ", but an id is 0 or more");
        }
    }
}
