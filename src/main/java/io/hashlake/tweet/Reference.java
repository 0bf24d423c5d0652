package io.hashlake.tweet;

import java.util.Objects;

/** Another tweet that a tweet refers to. */
public record Reference(Type type, long tweetId) {

    /** How a tweet refers to another one. */
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
