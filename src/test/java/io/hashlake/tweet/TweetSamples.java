package io.hashlake.tweet;

import io.hashlake.core.TweetBatch;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Small tweets for tests. */
public final class TweetSamples {

    private TweetSamples() {}

    /** A tweet with nothing but these hashtags, written when its id says. */
    public static Tweet tweet(long id, String... hashtags) {
        List<Hashtag> written = Arrays.stream(hashtags).map(Hashtag::of).toList();
        Entities entities = new Entities(written, List.of(), List.of(), List.of(), List.of());
        return tweet(id, Snowflake.time(id), "text of " + id, "en", entities);
    }

    /** A tweet of any time, whose id says nothing of it, as ids before November 2010 do. */
    public static Tweet tweet(long id, Instant createdAt) {
        return tweet(id, createdAt, "text of " + id, "en", Entities.NONE);
    }

    /** A tweet with this text, of which the payload said no more. */
    public static Tweet written(String text, String language) {
        return tweet(1, Snowflake.time(1), text, language, Entities.NONE);
    }

    private static Tweet tweet(long id, Instant createdAt, String text, String language, Entities entities) {
        return Tweet.builder()
                .id(id)
                .createdAt(createdAt)
                .author(User.ofId(7))
                .text(text)
                .language(language)
                .entities(entities)
                .observedAt(Instant.parse("2026-11-22T12:00:00Z"))
                .build();
    }

    /** A batch of these tweets. */
    public static TweetBatch batch(String origin, int number, Tweet... tweets) {
        return new TweetBatch(
                origin, Integer.toString(number), Integer.toString(number + 1), List.of(tweets), List.of());
    }
}
