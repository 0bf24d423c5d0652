package io.hashlake.core.erasure;

import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Tweet;
import java.util.Objects;

/**
 * Ids of what was erased and must not come back, whatever brings it.
 *
 * @param posts posts that are gone, and with them their retweets, which repeat their text
 * @param users accounts of which every post is gone
 * @param places posts that have lost their place, and nothing else
 */
public record Tombstones(ErasedIds posts, ErasedIds users, ErasedIds places) {

    public static final Tombstones NONE = new Tombstones(ErasedIds.NONE, ErasedIds.NONE, ErasedIds.NONE);

    public Tombstones {
        Objects.requireNonNull(posts, "posts");
        Objects.requireNonNull(users, "users");
        Objects.requireNonNull(places, "places");
    }

    public boolean isEmpty() {
        return posts.isEmpty() && users.isEmpty() && places.isEmpty();
    }

    /** Those of both. */
    public Tombstones plus(Tombstones other) {
        return new Tombstones(posts.plus(other.posts), users.plus(other.users), places.plus(other.places));
    }

    /** Returns whether the post is gone. */
    public boolean cover(Tweet tweet) {
        return posts.contains(tweet.id())
                || users.contains(tweet.author().id())
                || tweet.references().stream().anyMatch(this::isErasedOriginal);
    }

    /** Returns whether the post, or the payload that brought it, holds anything that is gone: a payload has the posts to which its own refer. */
    public boolean touch(Tweet tweet) {
        return cover(tweet)
                || places.contains(tweet.id())
                || tweet.references().stream().anyMatch(reference -> posts.contains(reference.tweetId()));
    }

    private boolean isErasedOriginal(Reference reference) {
        return reference.type() == Reference.Type.RETWEETED && posts.contains(reference.tweetId());
    }

    /** The post without its place where that is gone; else itself. */
    public Tweet withoutPlace(Tweet tweet) {
        return tweet.place() != null && places.contains(tweet.id())
                ? tweet.toBuilder().place(null).build()
                : tweet;
    }
}
