package io.hashlake.lake.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.TestConfig;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.commit.LakeSink;
import io.hashlake.lake.commit.MemoryCursors;
import io.hashlake.lake.commit.SimulatedProcess.Killed;
import io.hashlake.lake.commit.TestTweets;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.InterruptedStore;
import io.hashlake.lake.store.LocalObjectStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.lake.store.StoreThreads;
import io.hashlake.thread.Pause;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty compactions of a directory are killed while a sink commits and DuckDB reads. */
class CompactionUnderReadersTest {

    private static final CompactionConfig EAGER = TestConfig.of(
            CompactionConfig.class, "min-files=4", "target-size=1048576", "settle-age=0s", "overlap=150ms");
    private static final LakeConfig WINDOW = TestConfig.of(LakeConfig.class);

    @TempDir
    Path root;

    private final MemoryCursors cursors = new MemoryCursors();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicLong committed = new AtomicLong();
    private int lives;

    private void write() {
        ObjectStore store = new LocalObjectStore(root);
        try (LakeSink sink = new LakeSink(store, WINDOW, cursors, letters -> {}, Clock.systemUTC())) {
            while (!isOver.get()) {
                long start = committed.get();
                sink.write(TestTweets.batch("search", start, start + 10, "covid19"));
                sink.commit();
                cursors.advance("search", Long.toString(start + 10));
                committed.set(start + 10);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Gives how often it could read; a query whose files go meanwhile is repeated. */
    private int read() {
        int queries = 0;
        while (!isOver.get()) {
            long atLeast = committed.get();
            try {
                assertThat(query("count(DISTINCT id)")).isGreaterThanOrEqualTo(atLeast);
                queries++;
            } catch (SQLException e) {
                assertThat(e.getMessage()).matches("(?s).*(No such file|Cannot open|No files found).*");
            }
        }
        return queries;
    }

    private long query(String what) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT " + what + " FROM read_parquet('" + root + "/tweets/**/*.parquet', filename = true)")) {
            result.next();
            return result.getLong(1);
        }
    }

    private void compact(int killedAt) throws IOException {
        AtomicInteger operations = new AtomicInteger();
        ObjectStore mortal = new InterruptedStore(new LocalObjectStore(root), operation -> {
            if (operations.getAndIncrement() >= killedAt) {
                throw new Killed();
            }
        });
        Clock afterTheLease =
                Clock.offset(Clock.systemUTC(), Duration.ofMinutes(3).multipliedBy(lives++));
        Quarantine quarantine = new Quarantine(mortal, DamageListener.NONE);
        Effort effort = new Effort(new StoreThreads(mortal.parallelism()), 500, Pause::sleep);
        try (Compactor compactor = new Compactor(quarantine, effort, EAGER, cursors, afterTheLease)) {
            assertThat(compactor.run()).isPresent();
        } catch (Killed killed) {
            // as intended
        }
    }

    @Test
    void nobodyMissesARowAndAtRestNoneIsThereTwice() throws IOException, SQLException {
        committed.set(0);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(this::write);
        while (committed.get() < 100) {
            Thread.onSpinWait();
        }
        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(this::read);
        Random random = new Random(3);
        for (int kill = 0; kill < 20; kill++) {
            compact(2 + random.nextInt(80));
        }
        isOver.set(true);
        writer.join();
        assertThat(reader.join()).isPositive();
        compact(Integer.MAX_VALUE);

        assertThat(query("count(DISTINCT id)")).isEqualTo(committed.get());
        assertThat(query("count(*)")).isEqualTo(committed.get());
        assertThat(query("count(DISTINCT filename)")).isLessThan(10);
    }
}
