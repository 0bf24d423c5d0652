package io.hashlake.index;

import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetSamples;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What tests of the index begin with. */
final class IndexSamples {

    static final String ALIAS = "hashlake-posts";
    static final Instant NOVEMBER = Instant.parse("2026-11-22T12:00:00Z");

    private IndexSamples() {}

    static IndexSettings settings(URI url) {
        return settings(url, 5 << 20);
    }

    static IndexSettings settings(URI url, int bulkBytes) {
        return new IndexSettings(
                url,
                Credentials.NONE,
                Optional.empty(),
                ALIAS,
                bulkBytes,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30));
    }

    /** A post of November 2026. */
    static Tweet post(long id) {
        return TweetSamples.tweet(id, NOVEMBER);
    }

    static Tweet observed(long id, Instant at, String text) {
        return post(id).toBuilder().observedAt(at).text(text).build();
    }
}
