package io.hashlake.x.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.TestConfig;
import io.hashlake.core.Gap;
import io.hashlake.core.Gaps;
import io.hashlake.core.TweetBatch;
import io.hashlake.source.FakeCursors;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetSamples;
import io.hashlake.x.client.RequestResult;
import io.hashlake.x.json.StreamLine;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.stream.client.StreamApi.Stream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamDispatcherTest {

    private static final Instant CURSOR =
            Instant.ofEpochMilli(Instant.now().minusSeconds(100).toEpochMilli());
    private static final StreamSettings SETTINGS = new StreamSettings(
            TestConfig.of(
                    StreamConfig.class,
                    "tag-prefix=mine",
                    "rule-delay=5s",
                    "batch-size=2",
                    "batch-age=20ms",
                    "buffer-bytes=5000",
                    "lateness=15s"),
            false,
            Duration.ofMinutes(15),
            Duration.ofMillis(100),
            1_000,
            StreamSettings.Reconnect.DEFAULT);

    private final FakeCursors cursors = new FakeCursors();
    private final FakeGaps gaps = new FakeGaps();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<FakeOutput> outputs = List.of(new FakeOutput(), new FakeOutput(), new FakeOutput());
    private final Followers followers = new Followers(cursors);
    private final EventBuffer buffer = new EventBuffer(1_000, 5_000);
    private final AtomicInteger failures = new AtomicInteger();
    private Thread pumping;

    @AfterEach
    void stop() throws InterruptedException {
        buffer.signal(new StreamEvent.Closing());
        pumping.join();
    }

    @Test
    void anErrorWhileOneSourceIsMadeReadyKeepsTheNewsFromNoOther() {
        failures.set(1);
        start(new EverybodysAudience(), gap -> {
            failOnce();
            gaps.declare(gap);
        });

        buffer.signal(new StreamEvent.Connected(Instant.now()));

        await().until(() -> gaps.declared.size() >= 3);
        assertThat(gaps.declared).extracting(Gap::source).containsExactlyInAnyOrder("s0", "s1", "s2");
        assertThat(gaps.declared).extracting(Gap::from).containsOnly(CURSOR.minusSeconds(15));
        assertThat(heard).containsOnlyOnce("failed");
        heartbeat();
        await().until(() -> cursors.positions.values().stream().allMatch(StreamDispatcherTest::isPastTheCursor));
    }

    @Test
    void theOwnersAfterOneWhoseOutputThrowsGetThePost() throws InterruptedException {
        start(new EverybodysAudience(), gaps);
        buffer.signal(new StreamEvent.Connected(Instant.now()));
        await().until(() -> gaps.declared.size() == 3);

        failures.set(1);
        send(1, 2);

        await().until(() -> outputs.stream()
                        .filter(output -> output.ids().equals(List.of(1L, 2L)))
                        .count()
                == 2);
        heartbeat();
        await().until(() -> gaps.declared.size() == 4);
        Gap lost = gaps.declared.get(3);
        assertThat(lost.reason()).contains("a batch failed: not foreseen");
        assertThat(lost.to()).isAfter(gaps.declared.get(0).to());
        send(3, 4);
        await().until(() -> outputs.stream().allMatch(output -> output.ids().containsAll(List.of(3L, 4L))));
    }

    @Test
    void aPostWhoseOwnersCannotBeToldIsDeclaredMissingOfAll() throws InterruptedException {
        EverybodysAudience audience = new EverybodysAudience();
        start(audience, gaps);
        buffer.signal(new StreamEvent.Connected(Instant.now()));
        await().until(() -> gaps.declared.size() == 3);
        Instant covered =
                gaps.declared.stream().map(Gap::to).max(Instant::compareTo).orElseThrow();

        audience.failing = true;
        send(1);

        await().until(() -> heard.contains("failed"));
        audience.failing = false;
        Instant failed = Instant.now();
        heartbeat();
        send(2);
        await().until(() -> gaps.declared.size() == 6);
        assertThat(gaps.declared.subList(3, 6))
                .allSatisfy(gap -> {
                    assertThat(gap.from()).isBeforeOrEqualTo(covered);
                    assertThat(gap.to()).isAfterOrEqualTo(failed.minusSeconds(1));
                })
                .extracting(Gap::source)
                .containsExactlyInAnyOrder("s0", "s1", "s2");
    }

    private static boolean isPastTheCursor(String position) {
        return StreamPosition.of(io.hashlake.core.Position.parse(position))
                .time()
                .isAfter(CURSOR);
    }

    private void start(Audience audience, Gaps ledger) {
        for (int i = 0; i < outputs.size(); i++) {
            String name = "s" + i;
            FakeOutput output = outputs.get(i);
            cursors.positions.put(name, StreamPosition.at(CURSOR).toString());
            followers.add(StreamSource.filtered(name, new SearchQuery("#a"), batch -> take(output, batch)));
        }
        StreamServices services = new StreamServices(
                new FakeStreams(), cursors, ledger, SpendGuard.NONE, new HeardEvents(heard), Clock.systemUTC());
        StreamDispatcher pump = new StreamDispatcher(
                new StreamContext(Stream.FILTERED, followers, audience, buffer, services, SETTINGS));
        pumping = new Thread(pump::run);
        pumping.start();
    }

    private CompletionStage<?> take(FakeOutput output, TweetBatch batch) {
        if (!batch.tweets().isEmpty()) {
            failOnce();
        }
        return output.take(batch);
    }

    private void failOnce() {
        if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("not foreseen");
        }
    }

    private void send(long... ids) throws InterruptedException {
        for (long id : ids) {
            List<Tweet> tweets = LongStream.of(id)
                    .mapToObj(each -> TweetSamples.tweet(each, "a"))
                    .toList();
            buffer.put(new StreamEvent.Line(new StreamLine(tweets, List.of(), List.of()), 10, null, Instant.now()));
        }
    }

    private void heartbeat() {
        buffer.signal(new StreamEvent.Heartbeat(Instant.now().plusSeconds(1)));
    }

    /** Every post belongs to everybody. */
    private final class EverybodysAudience implements Audience {

        private volatile boolean failing;

        @Override
        public RequestResult<?> prepare() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isDue(Instant now) {
            return false;
        }

        @Override
        public Collection<StreamSource> of(StreamLine line) {
            if (failing) {
                throw new IllegalStateException("not foreseen");
            }
            return followers.all();
        }
    }
}
