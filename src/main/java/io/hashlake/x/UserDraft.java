package io.hashlake.x;

import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.User;
import java.time.Instant;

/** A user as far as it has been read. */
final class UserDraft {
    long id = Ids.NONE;
    String username;
    String name;
    Instant createdAt;
    boolean verified;
    String verifiedType;
    boolean isProtected;
    String description;
    String location;
    String url;
    String imageUrl;
    long followers = Metrics.UNKNOWN;
    long following = Metrics.UNKNOWN;
    long tweets = Metrics.UNKNOWN;
    long listed = Metrics.UNKNOWN;

    User toUser() {
        return new User(
                id,
                username,
                name,
                createdAt,
                verified,
                verifiedType,
                isProtected,
                new User.Profile(description, location, url, imageUrl),
                new User.Counts(followers, following, tweets, listed));
    }
}
