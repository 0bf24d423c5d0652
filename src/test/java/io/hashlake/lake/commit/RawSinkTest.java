package io.hashlake.lake.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.TestConfig;
import io.hashlake.core.Payload;
import io.hashlake.core.Sink.Commit;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.store.LocalObjectStore;
import io.hashlake.tweet.FakeClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawSinkTest {

    private static final Rotation ROTATION = new Rotation(1_000, 1 << 20, Duration.ofSeconds(60));
    private static final Instant NOON = TestTweets.NOON;

    @TempDir
    Path root;

    private final FakeClock clock = new FakeClock(TestTweets.START);
    private final MemoryCursors cursors = new MemoryCursors();

    private RawSink sink() throws IOException {
        RawSink sink = new RawSink(new LocalObjectStore(root), ROTATION, cursors, clock);
        sink.open();
        return sink;
    }

    private static Payload payload(String json) {
        return new Payload(NOON, json.getBytes(StandardCharsets.UTF_8));
    }

    private static TweetBatch batch(String origin, String start, String end, Payload... payloads) {
        return new TweetBatch(origin, start, end, List.of(), List.of(), List.of(payloads));
    }

    private List<String> query(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("CREATE VIEW raw AS FROM read_parquet('" + root
                    + "/raw/**/*.parquet', hive_partitioning = true, hive_types_autocast = false)");
            ResultSet rows = statement.executeQuery(sql);
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private byte[] onlyPayload() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery("SELECT payload FROM read_parquet('" + root + "/raw/**/*.parquet')");
            row.next();
            java.sql.Blob blob = row.getBlob(1);
            return blob.getBytes(1, (int) blob.length());
        }
    }

    @Test
    void keepsPayloadsBySourceAndHour() throws Exception {
        RawSink sink = sink();
        sink.write(batch("saúde", "1", "2", payload("{\"data\":[{\"id\":\"7\"}]}"), payload("{\"data\":[]}")));
        sink.write(batch("stream", "a", "b", new Payload(Instant.parse("2026-11-22T23:59:59.999Z"), new byte[] {'x'})));

        Commit commit = sink.commit();

        assertThat(commit).extracting(Commit::rows, Commit::files).containsExactly(3L, 2L);
        assertThat(query("SELECT source || '|' || dt || '|' || hour || '|' || received_at::VARCHAR || '|'"
                        + " || start_position || '|' || end_position || '|' || decode(payload) FROM raw ORDER BY ALL"))
                .containsExactly(
                        "saúde|2026-11-22|12|2026-11-22 12:00:00.123+00|1|2|{\"data\":[]}",
                        "saúde|2026-11-22|12|2026-11-22 12:00:00.123+00|1|2|{\"data\":[{\"id\":\"7\"}]}",
                        "stream|2026-11-22|23|2026-11-22 23:59:59.999+00|a|b|x");
        assertThat(query("SELECT json_extract_string(decode(payload), '$.data[0].id') FROM raw WHERE source = 'saúde'"))
                .contains("7");
    }

    @Test
    void keepsEveryByteThatThereIs() throws Exception {
        byte[] bytes = new byte[100_000];
        new Random(3).nextBytes(bytes);
        RawSink sink = sink();
        sink.write(batch("stream", "1", "2", new Payload(NOON, bytes)));
        sink.commit();

        assertThat(onlyPayload()).isEqualTo(bytes);
    }

    @Test
    void keepsAHugePayload() throws Exception {
        byte[] bytes = new byte[30 << 20];
        new Random(3).nextBytes(bytes);
        RawSink sink = sink();
        sink.write(batch("stream", "1", "2", new Payload(NOON, bytes)));
        assertThat(sink.isCommitDue()).isTrue();

        assertThat(sink.commit().bytes()).isGreaterThan(bytes.length);
        assertThat(onlyPayload()).isEqualTo(bytes);
    }

    @Test
    void isDueByRowsBytesAndAge() throws IOException {
        RawSink sink = sink();
        assertThat(sink.isCommitDue()).isFalse();
        sink.write(batch("stream", "0", "1", payload("first")));
        sink.commit();
        sink.write(batch("stream", "1", "2", payload("x")));
        clock.pass(Duration.ofSeconds(59));
        assertThat(sink.isCommitDue()).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(sink.isCommitDue()).isTrue();
        sink.commit();

        sink.write(batch("stream", "2", "3", payload("x".repeat(1 << 20))));
        assertThat(sink.isCommitDue()).isTrue();
    }

    @Test
    void hasNothingToDoWhereNothingIsKept() throws IOException {
        RawSink sink = sink();
        sink.write(TestTweets.batch("search", 0, 10, "covid19"));

        assertThat(sink.commit()).isEqualTo(Commit.NOTHING);
        assertThat(Files.isDirectory(root.resolve("raw"))).isFalse();
    }

    @Test
    void takesBackWhatWasPutWhenPositionsHadNoKind() throws Exception {
        cursors.advance("stream", "1795348800123");
        RawSink killed = sink();
        killed.write(batch("stream", "1795348800123", "1795348800200", payload("one")));
        killed.commit();
        cursors.advance("stream", "stream:1795348800123");

        RawSink upgraded = sink();
        upgraded.write(batch("stream", "stream:1795348800123", "stream:1795348800300", payload("one"), payload("two")));
        upgraded.commit();

        assertThat(new LakeContents(new LocalObjectStore(root)).payloads()).containsExactly("stream one", "stream two");
    }

    @Test
    void takesBackItsOwnFilesAndNotTheLakes() throws Exception {
        LocalObjectStore store = new LocalObjectStore(root);
        cursors.advance("search", "0");
        LakeSink lake = new LakeSink(store, TestConfig.of(LakeConfig.class), cursors, letters -> {}, clock);
        lake.open();
        lake.write(TestTweets.batch("search", 0, 5, "covid19"));
        lake.commit();
        RawSink killed = sink();
        killed.write(batch("search", "0", "5", payload("one"), payload("two")));
        killed.commit();

        RawSink next = sink();
        next.write(batch("search", "0", "6", payload("one"), payload("two"), payload("three")));
        next.commit();

        assertThat(new LakeContents(store).payloads()).containsExactly("search one", "search three", "search two");
        assertThat(new LakeContents(store).rows()).hasSize(5);
    }
}
