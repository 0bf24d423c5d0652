package io.hashlake.lake.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.commit.LakeContents;
import io.hashlake.lake.commit.LakeSink;
import io.hashlake.lake.commit.MemoryCursors;
import io.hashlake.lake.commit.TestTweets;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.InterruptedStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.lake.store.S3Clients;
import io.hashlake.lake.store.S3ObjectStore;
import io.hashlake.lake.store.StoreThreads;
import io.hashlake.lake.store.TestS3;
import io.hashlake.servers.S3Server;
import io.hashlake.tweet.FakeClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** Compactions of a bucket whose server is out in between. */
@ServerTest
class S3CompactionTest {

    private static final CompactionConfig EAGER =
            TestConfig.of(CompactionConfig.class, "min-files=2", "target-size=1048576", "settle-age=0s", "overlap=0s");
    private static final LakeConfig NO_WINDOW = TestConfig.of(
            LakeConfig.class,
            "rotation-rows=1000000",
            "rotation-bytes=1073741824",
            "rotation-age=1h",
            "window=1",
            "remembered-ids=1");
    private static final int FILES = 6;
    private static final int LAST = FILES * 10 + 5;

    @TempDir
    static Path directory;

    private static S3Server server;
    private static S3Client client;

    private final MemoryCursors cursors = new MemoryCursors();
    private final FakeClock clock = new FakeClock(TestTweets.START);
    private ObjectStore store;

    @BeforeAll
    static void start() throws IOException {
        server = S3Server.start(directory);
        client = S3Clients.create(TestS3.bucket(server));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    /** Small files in two partitions; each post of theirs stands in two of them. */
    @BeforeEach
    void fill(TestInfo test) throws IOException {
        String prefix = test.getTestMethod().orElseThrow().getName() + "/";
        store = new S3ObjectStore(client, TestS3.bucket(server.endpoint(), S3Server.BUCKET, "prefix=" + prefix));
        for (int file = 0; file < FILES; file++) {
            try (LakeSink sink = new LakeSink(store, NO_WINDOW, cursors, letters -> {}, clock)) {
                TweetBatch batch = TestTweets.batch("search", file * 10L, file * 10L + 15, "covid19", "saúde");
                sink.write(batch);
                sink.commit();
                cursors.advance("search", batch.end());
            }
            clock.pass(Duration.ofSeconds(1));
        }
    }

    private CompactionReport compact(InterruptedStore.Interruption interruption) throws IOException {
        clock.pass(Duration.ofMinutes(3));
        ObjectStore interrupted = new InterruptedStore(store, interruption);
        try (Compactor compactor = new Compactor(
                new Quarantine(interrupted, DamageListener.NONE),
                new Effort(new StoreThreads(16), 1_000, time -> {}),
                EAGER,
                cursors,
                clock)) {
            return compactor.run().orElseThrow();
        }
    }

    private static List<String> truth() {
        return LongStream.rangeClosed(1, LAST)
                .boxed()
                .flatMap(id -> List.of("covid19 " + id, "saúde " + id).stream())
                .sorted()
                .toList();
    }

    private void assertIsAtRest() throws IOException {
        assertThat(new LakeContents(store).rows()).isEqualTo(truth());
        assertThat(store.list("tweets/")).hasSize(2);
        assertThat(store.list("_hashlake/compaction/"))
                .allMatch(object -> object.key().contains("/lease/"));
    }

    @Test
    void leavesOneRowOfEachPost() throws IOException {
        CompactionReport report = compact(operation -> {});

        assertThat(report.before().count()).isEqualTo(2 * FILES);
        assertThat(report.duplicates()).isEqualTo(2 * (FILES * 15 - LAST));
        assertIsAtRest();
    }

    @Test
    void losesNothingWhenRequestsFailNowAndThen() throws IOException {
        for (int from = 4; from < 100; from += 16) {
            AtomicInteger operations = new AtomicInteger();
            int failing = from;
            try {
                compact(operation -> {
                    if (operations.getAndIncrement() >= failing) {
                        throw new IOException("no answer");
                    }
                });
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("no answer");
            }
            assertThat(new TreeSet<>(new LakeContents(store).rows())).containsExactlyElementsOf(truth());
        }
        compact(operation -> {});

        assertIsAtRest();
    }

    @Test
    void isFinishedAfterTheServerWasKilledInTheMiddleOfASwap() throws Exception {
        CompactionReport report = compact(operation -> {
            if (operation.startsWith("delete tweets/")) {
                kill();
            }
        });
        server.restart();
        assertThat(report.failures()).isEqualTo(2);
        assertThat(store.list("_hashlake/compaction/swaps/")).hasSize(1);
        assertThat(new TreeSet<>(new LakeContents(store).rows())).containsExactlyElementsOf(truth());

        compact(operation -> {});

        assertIsAtRest();
    }

    private static void kill() throws IOException {
        try {
            server.kill();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
