package io.hashlake.warehouse.sink;

import static io.hashlake.warehouse.TestWarehouse.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.hashlake.ServerTest;
import io.hashlake.tweet.Tweet;
import io.hashlake.warehouse.TestWarehouse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version of a post supersedes which, whichever comes first. */
@ServerTest
class VersionsTest {

    private static final Instant AT = Instant.parse("2026-03-01T12:30:00Z");

    @ParameterizedTest
    @CsvSource({"1,2,3", "1,3,2", "2,1,3", "2,3,1", "3,1,2", "3,2,1"})
    void theNewestKnownVersionSupersedesAllOthersInAnyOrder(long one, long two, long three) throws Exception {
        DataSource database = TestWarehouse.migrated();
        WarehouseSink sink = ObservedPosts.sink(database);
        List<Long> known = new ArrayList<>();
        for (long id : List.of(one, two, three)) {
            ObservedPosts.commit(sink, List.of(version(id, history(id))));
            known.add(id);
            assertThat(supersededBy(database)).isEqualTo(expected(known));
        }
    }

    @Test
    void aVersionThatIsOnlyListedSupersedesNothing() throws Exception {
        DataSource database = TestWarehouse.migrated();
        WarehouseSink sink = ObservedPosts.sink(database);
        ObservedPosts.commit(sink, List.of(version(1, List.of(1L, 2L))));
        assertThat(supersededBy(database)).isEqualTo(expected(List.of(1L)));
        ObservedPosts.commit(sink, List.of(version(2, List.of())));
        assertThat(supersededBy(database)).isEqualTo(expected(List.of(1L, 2L)));
    }

    @Test
    void versionsOfTransactionsThatDoNotSeeEachOtherFindEachOther() throws Exception {
        DataSource database = TestWarehouse.migrated();
        ObservedPosts.commit(ObservedPosts.sink(database), List.of(version(9, List.of(9L))));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<Void>> commits = new ArrayList<>();
        try (Connection blocker = database.getConnection();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("SELECT FROM twitter.\"user\" FOR UPDATE");
            commits.add(threads.submit(commit(database, version(2, List.of(1L, 2L)))));
            commits.add(threads.submit(commit(database, version(1, List.of(1L)))));
            awaitWaiting(database, 2);
        } finally {
            threads.shutdown();
        }
        for (Future<Void> commit : commits) {
            commit.get();
        }
        assertThat(supersededBy(database)).containsEntry(1L, 2L).containsEntry(2L, null);
    }

    private static Callable<Void> commit(DataSource database, Tweet tweet) {
        return () -> {
            ObservedPosts.commit(ObservedPosts.sink(database), List.of(tweet));
            return null;
        };
    }

    /** Until so many transactions have stored their tweets and wait for the author's row. */
    private static void awaitWaiting(DataSource database, int sinks) {
        await().until(() -> rows(database, """
                SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
                """).size() == sinks);
    }

    @Test
    void versionsThatSinksStoreAtTheSameTimeNeverDeadlock() throws Exception {
        int chains = 400;
        List<Tweet> all = new ArrayList<>();
        Map<Long, Long> expected = new TreeMap<>();
        for (long first = 1; first < 3 * chains; first += 3) {
            List<Long> history = new ArrayList<>();
            for (long id = first; id < first + 3; id++) {
                history.add(id);
                all.add(version(id, history));
                expected.put(id, id == first + 2 ? null : (Long) (first + 2));
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try (AgroalDataSource database = TestWarehouse.pooled()) {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int writer = 0; writer < 3; writer++) {
                int rest = writer;
                writers.add(() -> {
                    writeEveryThird(database, all, rest);
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(writers)) {
                done.get();
            }
            assertThat(supersededBy(database)).isEqualTo(expected);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Each writer has one version of every post, and sees another version of a few again with it. */
    private static void writeEveryThird(DataSource database, List<Tweet> all, int rest) throws Exception {
        WarehouseSink sink = ObservedPosts.sink(database);
        for (int from = 0; from < all.size(); from += 30) {
            List<Tweet> commit = new ArrayList<>();
            for (int i = from; i < from + 30; i++) {
                if (i % 3 == rest || i % 7 == rest) {
                    commit.add(all.get(i));
                }
            }
            ObservedPosts.commit(sink, commit);
        }
    }

    private static Tweet version(long id, List<Long> history) {
        return ObservedPosts.post(id, 1, AT, List.of(), history, AT.plus(Duration.ofMinutes(id)));
    }

    private static List<Long> history(long id) {
        return List.of(1L, 2L, 3L).subList(0, (int) id);
    }

    private static Map<Long, Long> expected(List<Long> known) {
        long newest = known.stream().mapToLong(Long::longValue).max().getAsLong();
        Map<Long, Long> expected = new HashMap<>();
        known.forEach(id -> expected.put(id, id == newest ? null : (Long) newest));
        return expected;
    }

    private static Map<Long, Long> supersededBy(DataSource database) throws Exception {
        Map<Long, Long> superseded = new HashMap<>();
        rows(database, "SELECT id, superseded_by FROM twitter.tweet")
                .forEach(row -> superseded.put((Long) row.get("id"), (Long) row.get("superseded_by")));
        return superseded;
    }
}
