package io.hashlake.x.json.draft;

import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.User;
import java.time.Instant;

/** A user as far as it has been read. */
public final class UserDraft {
    public long id = Ids.NONE;
    public String username;
    public String name;
    public Instant createdAt;
    public boolean verified;
    public String verifiedType;
    public boolean isProtected;
    public String description;
    public String location;
    public String url;
    public String imageUrl;
    public long followers = Metrics.UNKNOWN;
    public long following = Metrics.UNKNOWN;
    public long tweets = Metrics.UNKNOWN;
    public long listed = Metrics.UNKNOWN;

    public User toUser() {
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
