package io.hashlake.kinesis;

import static io.hashlake.kinesis.KinesisSamples.posts;
import static io.hashlake.tweet.TweetSamples.batch;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.ServerTest;
import io.hashlake.core.Gap;
import io.hashlake.core.TweetBatch;
import io.hashlake.servers.KinesisServer;
import io.hashlake.source.FakeCursors;
import io.hashlake.source.SourceStatus;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.stream.FakeOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

@ServerTest
class KinesisSourceServerTest {

    private static final String FIRST = "shardId-000000000000";
    private static final String SECOND = "shardId-000000000001";

    @TempDir
    static Path directory;

    private static KinesisServer server;

    private final FakeCursors cursors = new FakeCursors();
    private final FakeOutput output = new FakeOutput();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<KinesisSource> sources = new ArrayList<>();
    private String stream;

    @BeforeAll
    static void start() throws IOException {
        server = KinesisServer.start(directory);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    /** Each test has a stream of its own. */
    @BeforeEach
    void name(TestInfo test) {
        stream = test.getTestMethod().orElseThrow().getName();
    }

    @AfterEach
    void end() {
        sources.forEach(KinesisSource::end);
    }

    private KinesisSource source(String... changed) {
        return source(output::take, changed);
    }

    private KinesisSource source(Function<TweetBatch, CompletionStage<?>> taker, String... changed) {
        KinesisStream read = KinesisSamples.stream(server.endpoint(), stream, changed);
        KinesisServices services =
                new KinesisServices(read.config(), cursors, gaps::add, Clock.systemUTC(), Optional.empty(), true);
        KinesisSource source = new KinesisSource("posts", read, services, taker);
        sources.add(source);
        return source;
    }

    private void publish(long first, int count) throws IOException {
        KinesisStream written = KinesisSamples.stream(server.endpoint(), stream);
        try (KinesisSink sink = new KinesisSink(written, none -> {}, Clock.systemUTC())) {
            sink.write(batch("climate", 0, posts(first, count)));
            sink.commit();
        }
    }

    private void pollUntil(KinesisSource source, int posts) {
        await().untilAsserted(() -> {
            source.poll();
            assertThat(ids()).hasSize(posts);
        });
    }

    private List<Long> ids() {
        return output.batches.stream()
                .flatMap(batch -> batch.tweets().stream())
                .map(Tweet::id)
                .toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void readsEveryPostOfEveryShardOnce() throws IOException {
        server.create(stream, 3);
        publish(1, 300);
        KinesisSource source = source("batch-size=50");

        pollUntil(source, 300);

        assertThat(ids()).containsExactlyInAnyOrderElementsOf(upTo(300));
        assertThat(cursors.positions).hasSize(3);
        assertThat(cursors.positions.get("posts-" + FIRST)).matches("shard:\\d+:\\d+");
        assertThat(output.batches)
                .allSatisfy(batch -> assertThat(batch.payloads()).hasSameSizeAs(batch.tweets()));
        assertThat(source.status()).isInstanceOf(SourceStatus.Running.class);
        assertThat(source.caughtUpAt()).isNotNull();
        assertThat(gaps).isEmpty();
    }

    @Test
    void goesOnAtTheCursorAfterARestart() throws IOException {
        server.create(stream, 1);
        publish(1, 20);
        pollUntil(source(), 20);
        publish(21, 20);

        pollUntil(source(), 40);

        assertThat(ids()).containsExactlyElementsOf(upTo(40));
        assertThat(output.batches.get(1).start())
                .isEqualTo(output.batches.get(0).end());
    }

    @Test
    void whatASinkFailedToTakeComesAgain() throws IOException {
        server.create(stream, 1);
        publish(1, 20);
        List<TweetBatch> refused = new ArrayList<>();
        KinesisSource source = source(batch -> {
            if (refused.isEmpty()) {
                refused.add(batch);
                return CompletableFuture.failedFuture(new IOException("the sink is out"));
            }
            return output.take(batch);
        });

        pollUntil(source, 20);

        assertThat(refused).hasSize(1);
        assertThat(ids()).containsExactlyElementsOf(upTo(20));
    }

    @Test
    void readsWhatCameOfAShardAfterTheShardItself() throws IOException {
        server.create(stream, 1);
        publish(1, 20);
        server.split(stream, FIRST);
        publish(21, 20);
        server.merge(stream, SECOND, "shardId-000000000002");
        publish(41, 20);

        pollUntil(source(), 60);

        assertThat(ids().subList(0, 20)).containsExactlyElementsOf(upTo(20));
        assertThat(ids().subList(20, 40)).allMatch(id -> id > 20 && id <= 40);
        assertThat(ids().subList(40, 60)).allMatch(id -> id > 40);
        assertThat(cursors.positions.get("posts-" + FIRST)).endsWith(":end");
    }

    @Test
    void findsTheNewShardsOfAStreamThatIsSplitWhileItIsRead() throws IOException {
        server.create(stream, 1);
        publish(1, 10);
        KinesisSource source = source("listing=10m");
        pollUntil(source, 10);
        server.split(stream, FIRST);
        publish(11, 20);

        pollUntil(source, 30);

        assertThat(ids()).containsExactlyInAnyOrderElementsOf(upTo(30));
    }

    @Test
    void goesOnWithTheNewShardsAfterARestart() throws IOException {
        server.create(stream, 1);
        publish(1, 10);
        pollUntil(source(), 10);
        server.split(stream, FIRST);
        publish(11, 20);

        KinesisSource again = source();
        pollUntil(again, 30);
        pollUntil(source(), 30);

        assertThat(ids()).containsExactlyInAnyOrderElementsOf(upTo(30));
        assertThat(cursors.positions).hasSize(3);
    }

    @Test
    void aRecordThatIsNoPostGoesToTheDeadLetterAndTheOthersAreRead() throws IOException {
        server.create(stream, 1);
        publish(1, 1);
        server.put(stream, "poison", "{\"id\": \"seven\"}".getBytes(UTF_8));
        server.put(stream, "poison", new byte[] {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2, 0});
        publish(2, 1);

        pollUntil(source(), 2);

        assertThat(output.batches).singleElement().satisfies(batch -> {
            assertThat(batch.rejected()).hasSize(2);
            assertThat(batch.rejected().get(0).reason()).isEqualTo("id is no whole number");
            assertThat(batch.rejected().get(0).payload()).isEqualTo("{\"id\": \"seven\"}");
            assertThat(batch.rejected().get(1).reason()).startsWith("the record is no JSON");
        });
    }

    @Test
    void aCursorOlderThanTheStreamKeepsRecordsIsADeclaredGap() throws IOException {
        server.create(stream, 1);
        publish(1, 5);
        Instant left = Instant.parse("2026-01-01T00:00:00Z");
        cursors.advance("posts-" + FIRST, ShardPosition.start(left).toString());

        pollUntil(source(), 5);
        pollUntil(source(), 5);

        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.source()).isEqualTo("posts");
            assertThat(gap.from()).isEqualTo(left);
            assertThat(gap.to()).isBetween(Instant.now().minus(Duration.ofHours(25)), Instant.now());
            assertThat(gap.reason()).isEqualTo("Kinesis no longer had what was in " + FIRST + " before");
        });
        assertThat(output.batches.get(0).start())
                .isEqualTo(ShardPosition.start(left).toString());
    }

    @Test
    void aStreamThatWasDeletedAndCreatedAgainIsReadFromItsBeginning() throws IOException {
        server.create(stream, 1);
        publish(1, 5);
        KinesisSource source = source();
        pollUntil(source, 5);
        server.delete(stream);
        Instant deleted = Instant.now();
        source.poll();
        assertThat(source.status().toString()).contains("there is no such stream in this region");
        // Streams are told from each other by the second of their creation.
        await().until(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS).isAfter(deleted));
        server.create(stream, 1);
        publish(6, 5);

        pollUntil(source, 10);

        assertThat(ids()).containsExactlyElementsOf(upTo(10));
    }

    @Test
    void whatADeletedStreamStillHadIsADeclaredGap() throws IOException {
        server.create(stream, 1);
        Instant left = Instant.parse("2026-11-22T12:00:00Z");
        cursors.advance("posts-" + FIRST, ShardPosition.end(left).toString());
        publish(1, 5);

        pollUntil(source(), 5);

        assertThat(gaps).extracting(Gap::from).containsExactly(left);
    }

    @Test
    void aMissingStreamIsSaidAndWaitedFor() throws IOException {
        KinesisSource source = source();

        source.poll();

        assertThat(source.status()).isInstanceOf(SourceStatus.Retrying.class);
        assertThat(source.status().toString())
                .contains("Kinesis stream " + stream + " in us-east-1", "there is no such stream in this region");
        server.create(stream, 1);
        publish(1, 5);
        pollUntil(source, 5);
        assertThat(source.status()).isInstanceOf(SourceStatus.Running.class);
    }

    @Test
    void aCursorOfAnotherKindIsNotOverwritten() throws IOException {
        server.create(stream, 1);
        publish(1, 5);
        cursors.advance("posts-" + FIRST, "stream:1595477170540");
        KinesisSource source = source();

        source.poll();

        assertThat(source.status().toString()).contains("from which it cannot go on");
        assertThat(cursors.positions).containsEntry("posts-" + FIRST, "stream:1595477170540");
    }
}
