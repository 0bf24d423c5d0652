package io.hashlake.lake.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import io.hashlake.core.Sink.Commit;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import io.hashlake.lake.store.Partition;
import io.hashlake.lake.store.S3Clients;
import io.hashlake.lake.store.S3ObjectStore;
import io.hashlake.lake.store.TestS3;
import io.hashlake.servers.S3Server;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** The lake over a real S3 server that may be killed. */
@ServerTest
class S3LakeTest {

    private static final String[] HASHTAGS = {"covid19", "saúde", "東京", "a=b/c%d", "50 %", "x+y"};

    @TempDir
    static Path directory;

    private static S3Server server;
    private static S3Client client;

    private final MemoryCursors cursors = new MemoryCursors();
    private ObjectStore store;

    @BeforeAll
    static void start() throws IOException {
        server = S3Server.start(directory);
        client = S3Clients.create(TestS3.bucket(server.endpoint(), S3Server.BUCKET));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @BeforeEach
    void beginNewLake(TestInfo test) {
        String prefix = test.getTestMethod().orElseThrow().getName() + "/";
        store = new S3ObjectStore(client, TestS3.bucket(server.endpoint(), S3Server.BUCKET, "prefix=" + prefix));
    }

    private LakeSink sink() throws IOException {
        LakeSink sink = new LakeSink(store, TestConfig.of(LakeConfig.class), cursors, letters -> {}, Clock.systemUTC());
        sink.open();
        return sink;
    }

    private static TweetBatch batch(int start, int end) {
        List<Tweet> tweets = IntStream.range(start, end)
                .mapToObj(id -> TestTweets.tweet(id + 1, HASHTAGS[id % HASHTAGS.length]))
                .toList();
        return TestTweets.batch("search", Integer.toString(start), Integer.toString(end), tweets);
    }

    private static List<String> rows(int end) {
        return IntStream.range(0, end)
                .mapToObj(id -> Partition.escape(HASHTAGS[id % HASHTAGS.length]) + " " + (id + 1))
                .sorted()
                .toList();
    }

    @Test
    void losesAndDoublesNothingWhileTheServerIsKilledAgainAndAgain() throws Exception {
        LakeSink sink = sink();
        for (int round = 0; round < 4; round++) {
            sink.write(batch(round * 60, round * 60 + 60));
            CompletableFuture<Void> kill = CompletableFuture.runAsync(this::kill);
            commitOrFail(sink);
            kill.join();
            assertThatThrownBy(sink::open).hasMessageContaining("no answer");
            server.restart();
            sink.commit();
            cursors.advance("search", Integer.toString(round * 60 + 60));
        }

        assertThat(new LakeContents(store).rows()).isEqualTo(rows(240));
    }

    private void kill() {
        try {
            server.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Some of it may have been put before the server went. */
    private static void commitOrFail(LakeSink sink) {
        try {
            sink.commit();
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("no answer");
        }
    }

    @Test
    void takesBackWhatAKilledProcessHadPut() throws IOException {
        LakeSink killed = sink();
        cursors.advance("search", "0");
        killed.write(batch(0, 60));
        killed.commit();

        LakeSink next = sink();
        next.write(batch(0, 30));
        next.write(batch(30, 70));
        next.commit();

        assertThat(new LakeContents(store).rows()).isEqualTo(rows(70));
    }

    @Test
    void remembersTheIdsOfManySmallFiles() throws IOException {
        LakeSink sink = sink();
        for (int i = 0; i < 40; i++) {
            sink.write(TestTweets.batch("search", i, i + 1, "covid19"));
            sink.commit();
        }
        cursors.advance("search", "40");

        LakeSink restarted = sink();
        restarted.write(TestTweets.batch("stream", 0, 45, "covid19"));

        assertThat(restarted.commit())
                .extracting(Commit::rows, Commit::duplicates)
                .containsExactly(5L, 40L);
    }

    @Test
    void isReadByAnotherEngineOnceItIsDownloaded() throws Exception {
        LakeSink sink = sink();
        sink.write(batch(0, 60));
        sink.commit();
        for (StoredObject file : store.list("tweets/")) {
            Path copy = directory.resolve("copy").resolve(file.key());
            Files.createDirectories(copy.getParent());
            Files.write(copy, store.read(file.key(), 0, (int) file.size()));
        }

        assertThat(query("SELECT hashtag FROM read_parquet('" + directory.resolve("copy")
                        + "/tweets/**/*.parquet', hive_partitioning = true) GROUP BY hashtag HAVING count(*) = 10"))
                .containsExactlyInAnyOrder(HASHTAGS);
    }

    private static List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
