package io.hashlake.source;

import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Something that is followed: posts come out of it, and a cursor says how far it has come. */
public interface Source {

    /** The origin of its batches. */
    String name();

    /** The query, in X's language, that finds the posts that it follows; empty if no search does. */
    Optional<String> search();

    /** The hashtags that it follows; none if it follows something else. */
    List<Hashtag> hashtags();

    /**
     * Returns whether the source delivers reposts, which search does not return: its gaps are never filled completely.
     */
    default boolean givesReposts() {
        return false;
    }

    SourceStatus status();

    /** The latest time up to which everything that X had listed is committed by every sink; null if not since the start. */
    Instant caughtUpAt();

    /** The tweet with those of this source's hashtags for which it was found. */
    Tweet claim(Tweet tweet);

    /** Hands a batch to where this source's batches go; completes when every sink has committed it. */
    CompletionStage<?> deliver(TweetBatch batch);
}
