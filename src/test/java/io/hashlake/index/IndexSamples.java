package io.hashlake.index;

import io.hashlake.TestConfig;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetSamples;
import java.net.URI;
import java.time.Instant;
import java.util.stream.Stream;

/** What tests of the index begin with. */
final class IndexSamples {

    static final String ALIAS = "hashlake-posts";
    static final Instant NOVEMBER = Instant.parse("2026-11-22T12:00:00Z");

    private IndexSamples() {}

    /** @param changed properties that are not at their defaults, each as {@code key=value} */
    static IndexServer server(URI url, String... changed) {
        String[] properties =
                Stream.concat(Stream.of("url=" + url), Stream.of(changed)).toArray(String[]::new);
        return new IndexServer(TestConfig.of(IndexConfig.class, properties));
    }

    /** A post of November 2026. */
    static Tweet post(long id) {
        return TweetSamples.tweet(id, NOVEMBER);
    }

    static Tweet observed(long id, Instant at, String text) {
        return post(id).toBuilder().observedAt(at).text(text).build();
    }
}
