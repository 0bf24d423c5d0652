package io.hashlake.app.tracing;

import static io.hashlake.tweet.TweetSamples.batch;
import static io.hashlake.tweet.TweetSamples.tweet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.core.TweetBatch;
import io.hashlake.servers.ReceivedSpan;
import io.hashlake.servers.TraceReceiver;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtlpTracerTest {

    private final Clock clock = Clock.systemUTC();
    private final TweetBatch batch = batch("climate", 1, tweet(1), tweet(2));
    private TraceReceiver receiver;
    private OtlpTracer tracer;

    @BeforeEach
    void start() throws Exception {
        receiver = TraceReceiver.start();
        tracer = new OtlpTracer(receiver.endpoint(), clock);
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void aBatchIsOneTraceFromItsSourceToEachSink() {
        Runnable complete = tracer.received(batch);
        tracer.committed("lake", batch, batch.tweets().size(), clock.instant());
        tracer.committed(
                "warehouse", batch.withTweets(batch.tweets()), batch.tweets().size(), clock.instant());
        complete.run();
        tracer.close();

        ReceivedSpan source = span("source");
        assertThat(source.parent()).isEmpty();
        assertThat(source.attributes())
                .isEqualTo(Map.of("hashlake.source", "climate", "hashlake.posts", "2", "hashlake.rejected", "0"));
        for (String sink : new String[] {"lake", "warehouse"}) {
            assertThat(span("sink " + sink).trace()).isEqualTo(source.trace());
            assertThat(span("sink " + sink).parent()).isEqualTo(source.id());
            assertThat(span("sink " + sink).attributes())
                    .isEqualTo(Map.of("hashlake.sink", sink, "hashlake.posts", "2"));
        }
    }

    @Test
    void throughKafkaTheTraceGoesOnWithTheRecords() {
        tracer.published(batch).run();
        TweetBatch other = batch("covid19", 7, tweet(3));
        TweetBatch polled = batch("hashlake.tweets-0", 1, tweet(1), tweet(2), tweet(3));
        tracer.polled(
                polled,
                Map.of(
                        tracer.context(batch).orElseThrow(),
                        2,
                        tracer.context(other).orElseThrow(),
                        1));
        tracer.committed("lake", polled, polled.tweets().size(), clock.instant());
        tracer.close();

        ReceivedSpan bus = span("bus");
        assertThat(receiver.spans())
                .filteredOn(span -> span.name().equals("sink lake"))
                .hasSize(2)
                .anySatisfy(span -> {
                    assertThat(span.trace()).isEqualTo(bus.trace());
                    assertThat(span.parent()).isEqualTo(bus.parent());
                    assertThat(span.attributes()).containsEntry("hashlake.posts", "2");
                });
    }

    @Test
    void aBatchThatIsReadAgainContinuesItsTrace() {
        assertThat(tracer.context(batch)).isEqualTo(tracer.context(batch.withTweets(java.util.List.of())));
        assertThat(tracer.context(batch)).isNotEqualTo(tracer.context(batch("climate", 2, tweet(1))));
        tracer.close();
    }

    @Test
    void aHeaderOfSomebodyElseIsNoReasonToFail() {
        tracer.polled(batch, Map.of("nonsense", 2));
        tracer.committed("lake", batch, batch.tweets().size(), clock.instant());
        tracer.close();
        assertThat(span("sink lake").parent()).isEmpty();
    }

    private ReceivedSpan span(String name) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> named(name), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<ReceivedSpan> named(String name) {
        return receiver.spans().stream()
                .filter(span -> span.name().equals(name))
                .findFirst();
    }
}
