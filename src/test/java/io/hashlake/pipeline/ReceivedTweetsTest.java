package io.hashlake.pipeline;

import static io.hashlake.tweet.TweetSamples.batch;
import static io.hashlake.tweet.TweetSamples.tweet;
import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.observability.Meters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class ReceivedTweetsTest {

    private final Meters meters = new Meters(new SimpleMeterRegistry());
    private final ReceivedTweets received = new ReceivedTweets(meters);

    @Test
    void sourcesAreCountedByName() {
        received.count(batch("climate", 1, tweet(1), tweet(2)));
        assertThat(meters.total("tweets.received", "source", "climate")).isEqualTo(2);
    }

    @Test
    void howeverManyFilesThereAreTheyHaveOneLabel() {
        received.count(batch("file-one.jsonl-1-1-a", 1, tweet(1)));
        received.count(batch("file-two.jsonl-1-1-b", 1, tweet(2)));
        assertThat(meters.total("tweets.received", "source", "files")).isEqualTo(2);
    }
}
