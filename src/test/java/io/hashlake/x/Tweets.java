package io.hashlake.x;

import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Tweets for tests. */
final class Tweets {

    private Tweets() {}

    static Tweet withHashtags(String... hashtags) {
        List<Hashtag> tags = Arrays.stream(hashtags).map(Hashtag::of).toList();
        Entities entities = new Entities(tags, List.of(), List.of(), List.of(), List.of());
        return new Tweet(
                1,
                Instant.EPOCH,
                User.ofId(1),
                "",
                null,
                entities,
                List.of(),
                null,
                null,
                Metrics.NONE,
                false,
                null,
                null,
                List.of(),
                null,
                List.of(),
                Instant.EPOCH,
                List.of());
    }
}
