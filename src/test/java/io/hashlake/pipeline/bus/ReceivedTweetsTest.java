package io.hashlake.pipeline.bus;

import static io.hashlake.tweet.TweetSamples.batch;
import static io.hashlake.tweet.TweetSamples.tweet;
import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.core.BatchTracer;
import io.hashlake.observability.Meters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class ReceivedTweetsTest {

    private final Meters meters = new Meters(new SimpleMeterRegistry());
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    private final ReceivedTweets received = new ReceivedTweets(meters, BatchTracer.NONE);

    @Test
    void sourcesAreCountedByName() {
        received.count(batch("climate", 1, tweet(1), tweet(2)), exchange);
        assertThat(meters.total("tweets.received", "source", "climate")).isEqualTo(2);
    }

    @Test
    void howeverManyFilesThereAreTheyHaveOneLabel() {
        received.count(batch("file-one.jsonl-1-1-a", 1, tweet(1)), exchange);
        received.count(batch("file-two.jsonl-1-1-b", 1, tweet(2)), exchange);
        assertThat(meters.total("tweets.received", "source", "files")).isEqualTo(2);
    }
}
