package io.hashlake.pipeline;

import static io.hashlake.tweet.TweetSamples.batch;
import static io.hashlake.tweet.TweetSamples.tweet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.core.TweetBatch;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.sink.FakeSink;
import io.hashlake.pipeline.sink.SinkWorker;
import io.hashlake.pipeline.spool.SpooledSink;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpooledSinkTest {

    private static final long MUCH = 1 << 20;

    @TempDir
    Path directory;

    private final FakeSink sink = new FakeSink();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    @Test
    void anOutageHoldsUpNobodyAndEverythingIsHandedOnWhenItIsOver() throws Exception {
        sink.out = true;
        SpooledSink spooled = started(MUCH);

        write(spooled, batch("a", 1, tweet(1)));
        write(spooled, batch("a", 2, tweet(2), tweet(3)));
        assertThat(spooled.bytes()).isPositive();
        sink.out = false;

        await().untilAsserted(() -> assertThat(sink.committed).containsExactly(1L, 2L, 3L));
        await().until(() -> spooled.bytes() == 0);
        assertThat(files()).isEmpty();
    }

    @Test
    void whatAnEarlierProcessLeftIsHandedOnFirst() throws Exception {
        sink.out = true;
        write(started(MUCH), batch("a", 1, tweet(1)));
        close();
        opened.clear();

        FakeSink next = new FakeSink();
        SpooledSink restarted = started(next, MUCH);
        write(restarted, batch("a", 2, tweet(2)));

        await().untilAsserted(() -> assertThat(next.committed).containsExactly(1L, 2L));
        await().until(() -> restarted.bytes() == 0);
    }

    @Test
    void whenTheDiskSpaceIsUsedUpBatchesWaitUntilThereIsSomeAgain() throws Exception {
        sink.out = true;
        SpooledSink spooled = started(1);
        write(spooled, batch("a", 1, tweet(1)));

        CompletableFuture<Void> second = spooled.write(batch("a", 2, tweet(2))).toCompletableFuture();
        assertThat(second).isNotDone();
        sink.out = false;

        second.get(60, TimeUnit.SECONDS);
        await().untilAsserted(() -> assertThat(sink.committed).containsExactly(1L, 2L));
    }

    @Test
    void aFileThatCannotBeReadIsSetAsideAndTheOthersAreHandedOn() throws Exception {
        Files.write(directory.resolve("0000000000000000007.spool"), new byte[] {0, 0, 0, 1, 0});
        Files.write(directory.resolve("next"), new byte[] {1});

        SpooledSink spooled = started(MUCH);
        write(spooled, batch("a", 1, tweet(1)));

        await().untilAsserted(() -> assertThat(sink.committed).containsExactly(1L));
        await().until(() -> spooled.bytes() == 0);
        assertThat(files()).containsExactly("0000000000000000007.spool.broken");
    }

    private SpooledSink started(long maxBytes) throws IOException {
        return started(sink, maxBytes);
    }

    private SpooledSink started(FakeSink target, long maxBytes) throws IOException {
        SinkWorker worker = new SinkWorker(target, 100, new Meters(new SimpleMeterRegistry()), Clock.systemUTC());
        SpooledSink spooled = new SpooledSink(worker, directory, maxBytes).start();
        worker.start();
        opened.add(spooled);
        opened.add(worker);
        return spooled;
    }

    private static void write(SpooledSink spooled, TweetBatch batch) throws Exception {
        spooled.write(batch).toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("next"))
                    .toList();
        }
    }
}
