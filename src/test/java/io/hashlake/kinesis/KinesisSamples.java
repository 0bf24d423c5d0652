package io.hashlake.kinesis;

import io.hashlake.TestConfig;
import io.hashlake.servers.KinesisServer;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetSamples;
import java.net.URI;
import java.time.Instant;
import java.util.stream.Stream;

/** What tests of Kinesis begin with. */
final class KinesisSamples {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private KinesisSamples() {}

    /** @param changed properties that are not at their defaults, each as {@code key=value} */
    static KinesisStream stream(URI endpoint, String name, String... changed) {
        Stream<String> usual = Stream.of(
                "endpoint=" + endpoint,
                "access-key=" + KinesisServer.ACCESS_KEY,
                "secret-key=" + KinesisServer.SECRET_KEY);
        KinesisConfig config = TestConfig.of(
                KinesisConfig.class, Stream.concat(usual, Stream.of(changed)).toArray(String[]::new));
        return new KinesisStream(config, name);
    }

    static Tweet post(long id, String... hashtags) {
        return TweetSamples.tweet(id, hashtags);
    }

    /** Posts with ids from the first one on. */
    static Tweet[] posts(long first, int count) {
        return Stream.iterate(first, id -> id + 1)
                .limit(count)
                .map(KinesisSamples::post)
                .toArray(Tweet[]::new);
    }
}
