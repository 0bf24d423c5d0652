package io.hashlake.tweet;

import java.time.Instant;

/**
 * An account as it looked when a tweet was observed. Where the payload gave no more than the id, everything else is null or
 * {@link Metrics#UNKNOWN}, and {@link #isKnown()} is false.
 *
 * @param verifiedType blue, business, government or none; null where not given
 * @param profile what the account says of itself
 * @param counts how large it is
 */
public record User(
        long id,
        String username,
        String name,
        Instant createdAt,
        boolean verified,
        String verifiedType,
        boolean isProtected,
        Profile profile,
        Counts counts) {

    /** Profile that an account shows; each field may be null. */
    public record Profile(String description, String location, String url, String imageUrl) {

        public static final Profile EMPTY = new Profile(null, null, null, null);
    }

    /** An account's counts, each {@link Metrics#UNKNOWN} where not given. */
    public record Counts(long followers, long following, long tweets, long listed) {

        public static final Counts NONE =
                new Counts(Metrics.UNKNOWN, Metrics.UNKNOWN, Metrics.UNKNOWN, Metrics.UNKNOWN);
    }

    public User {
        if (id < 0) {
            throw new IllegalArgumentException("user id is " + id + ", but an id is 0 or more");
        }
    }

    /** An account of which the payload gave the id alone. */
    public static User ofId(long id) {
        return new User(id, null, null, null, false, null, false, Profile.EMPTY, Counts.NONE);
    }

    /** Returns whether the payload described this account; if not, a sink must not overwrite what it has stored. */
    public boolean isKnown() {
        return username != null;
    }
}
