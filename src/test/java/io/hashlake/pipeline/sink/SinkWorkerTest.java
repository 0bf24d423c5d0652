package io.hashlake.pipeline.sink;

import static io.hashlake.tweet.TweetSamples.batch;
import static io.hashlake.tweet.TweetSamples.tweet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.core.Payload;
import io.hashlake.core.TweetBatch;
import io.hashlake.core.erasure.ErasedIds;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.observability.Meters;
import io.hashlake.observability.PostOutcome;
import io.hashlake.tweet.Tweet;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SinkWorkerTest {

    private final FakeSink sink = new FakeSink();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SinkWorker worker = new SinkWorker(sink, 100, new Meters(registry), Clock.systemUTC());

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void aBatchIsCompleteWhenItIsCommitted() {
        worker.start();
        CompletableFuture<Void> completion = write(1, tweets(1, 3));
        await().until(completion::isDone);
        assertThat(sink.committed).containsExactly(1L, 2L, 3L);
        assertThat(registry.get("hashlake.rows.written").counter().count()).isEqualTo(3);
    }

    @Test
    void whatWasErasedReachesNoSinkAndIsCounted() {
        Tombstones erased = new Tombstones(ErasedIds.of(2), ErasedIds.NONE, ErasedIds.NONE);
        worker.guardedBy(new TombstoneFilter(() -> erased, (json, tombstones) -> Optional.of(json)));
        worker.start();
        CompletableFuture<Void> completion = write(1, tweets(1, 3));
        await().until(completion::isDone);
        assertThat(sink.committed).containsExactly(1L, 3L);
        assertThat(registry.get("hashlake.sink.posts")
                        .tag("outcome", PostOutcome.ERASED.id())
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatQueuedIsCommittedTogether() {
        List<CompletableFuture<Void>> completions = List.of(write(1, tweet(1)), write(2, tweet(2)), write(3, tweet(3)));
        worker.start();
        await().until(() -> completions.stream().allMatch(CompletableFuture::isDone));
        assertThat(sink.commitSizes).containsExactly(3);
    }

    @Test
    void theLastBatchOfACommitCompletesFirst() {
        List<Integer> order = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> first = write(1, tweet(1));
        CompletableFuture<Void> second = write(2, tweet(2));
        first.thenRun(() -> order.add(1));
        second.thenRun(() -> order.add(2));
        worker.start();
        await().until(() -> order.size() == 2);
        assertThat(order).containsExactly(2, 1);
    }

    @Test
    void anOutageIsWaitedForAndShown() {
        sink.out = true;
        worker.start();
        CompletableFuture<Void> completion = write(1, tweet(1));
        await().until(() -> worker.status() instanceof SinkStatus.Out);
        assertThat(((SinkStatus.Out) worker.status()).reason()).isEqualTo("the sink is out");
        assertThat(completion).isNotDone();
        sink.out = false;
        await().until(completion::isDone);
        assertThat(worker.status()).isInstanceOf(SinkStatus.Working.class);
        assertThat(registry.get("hashlake.retries").counter().count()).isPositive();
    }

    @Test
    void aSinkThatIsNotDueWaitsUntilHalfOfTheRoomIsTaken() {
        sink.due = false;
        worker.start();
        CompletableFuture<Void> first = write(1, tweets(1, 49));
        CompletableFuture<Void> second = write(2, tweets(50, 50));
        await().until(() -> first.isDone() && second.isDone());
        assertThat(sink.committed).hasSize(50);
    }

    @Test
    void whoWritesMoreThanThereIsRoomForWaits() {
        sink.out = true;
        worker.start();
        write(1, tweets(1, 100));
        CompletableFuture<CompletableFuture<Void>> blocked = CompletableFuture.supplyAsync(() -> write(2, tweet(101)));
        await().until(() -> worker.status() instanceof SinkStatus.Out);
        assertThat(blocked).isNotDone();
        sink.out = false;
        await().until(() -> blocked.isDone() && blocked.join().isDone());
        assertThat(sink.committed).hasSize(101);
    }

    @Test
    void whoeverWaitsForRoomBringsACommitThoughTheSinkIsNotDue() {
        sink.due = false;
        worker.start();
        CompletableFuture<Void> first = write(1, tweets(1, 30));
        CompletableFuture<Void> second = write(2, tweets(31, 130));
        await().until(() -> first.isDone() && second.isDone());
        assertThat(sink.committed).hasSize(130);
    }

    @Test
    void payloadsTakeRoomToo() throws Exception {
        sink.due = false;
        worker.start();
        Payload half = new Payload(Instant.EPOCH, new byte[50 * 4096]);
        TweetBatch empty = new TweetBatch("source", "1", "2", List.of(), List.of(), List.of(half));

        CompletableFuture<Void> completion = worker.write(empty).toCompletableFuture();

        await().until(completion::isDone);
    }

    @Test
    void beforeAShutdownEverythingIsCommittedAtOnce() {
        sink.due = false;
        worker.start();
        CompletableFuture<Void> completion = write(1, tweet(1));
        await().until(() -> sink.opened);
        assertThat(completion).isNotDone();
        worker.commitAtOnce();
        await().until(completion::isDone);
    }

    @Test
    void aBatchThatIsNotCommittedWhenTheWorkerIsClosedFails() {
        sink.due = false;
        worker.start();
        CompletableFuture<Void> completion = write(1, tweet(1));
        worker.close();
        await().until(completion::isCompletedExceptionally);
        assertThat(sink.committed).isEmpty();
    }

    @Test
    void everyPostIsCountedOnceAsNewRejectedOrSeenBefore() {
        sink.rejects = 1;
        List<CompletableFuture<Void>> completions = List.of(write(1, tweets(1, 10)), write(2, tweets(6, 12)));
        worker.start();
        await().until(() -> completions.stream().allMatch(CompletableFuture::isDone));
        assertThat(posts(PostOutcome.NEW)).isEqualTo(11);
        assertThat(posts(PostOutcome.REJECTED)).isEqualTo(1);
        assertThat(posts(PostOutcome.SEEN_BEFORE)).isEqualTo(5);
    }

    private long posts(PostOutcome outcome) {
        return new Meters(registry).total("sink.posts", "sink", "fake", "outcome", outcome.id());
    }

    private CompletableFuture<Void> write(int number, Tweet... tweets) {
        try {
            return worker.write(batch("source", number, tweets)).toCompletableFuture();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Tweet[] tweets(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(id -> tweet(id)).toArray(Tweet[]::new);
    }
}
