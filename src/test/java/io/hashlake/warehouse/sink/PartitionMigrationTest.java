package io.hashlake.warehouse.sink;

import static io.hashlake.warehouse.TestWarehouse.rows;
import static io.hashlake.warehouse.TestWarehouse.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.hashlake.ServerTest;
import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Tweet;
import io.hashlake.warehouse.TestWarehouse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A warehouse in which posts are one table becomes one of partitions. */
@ServerTest
class PartitionMigrationTest {

    private static final String BEFORE = "23";
    private static final int POSTS = Integer.getInteger("hashlake.chaos.migrated-posts", 2_000);

    /** With ids from before ids were times, of now, from the future, and of other networks. */
    private static final String ROWS = """
            INSERT INTO twitter.tweet (id, created_at, author_id, text, mentions, urls, cashtags, annotations, topics,
                possibly_sensitive, edit_history, followed, observed_at, first_seen_at, superseded_by)
            SELECT id, '2026-03-01Z', id % 7, 'post ' || id, '{}', '{}', '{}', '{}', '{}',
                true, edit_history, '{covid19}', now(), now(), nullif(edit_history[2], id)
            FROM (VALUES (20, '{}'), (2020000000000000000, '{2020000000000000000,2020000000000000001}'),
                (2020000000000000001, '{2020000000000000000,2020000000000000001}'), (4000000000000000000, '{}'),
                (4611686018427387904, '{}'), (9223372036854775807, '{}')) AS given (id, history)
            CROSS JOIN LATERAL (SELECT history::bigint[]) AS typed (edit_history);
            INSERT INTO twitter.tweet_hashtag SELECT id, 'flu', 'Flu', created_at FROM twitter.tweet
            """;

    private static final String OF_SOMEBODY_ELSE = """
            ALTER TABLE twitter.tweet ADD COLUMN note text DEFAULT 'none';
            CREATE INDEX note_of_posts ON twitter.tweet (note);
            CREATE ROLE reader_%1$s;
            GRANT SELECT ON twitter.tweet TO reader_%1$s;
            GRANT SELECT (hashtag) ON twitter.tweet_hashtag TO reader_%1$s;
            CREATE VIEW public.notes WITH (security_barrier = true) AS SELECT id, note FROM twitter.tweet;
            CREATE FUNCTION public.write_note() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN NEW.note := 'written'; RETURN NEW; END $$;
            CREATE TRIGGER write_note BEFORE INSERT ON twitter.tweet FOR EACH ROW EXECUTE FUNCTION public.write_note()
            """;

    private static final String CONTENT = "SELECT * FROM twitter.tweet ORDER BY id";
    private static final String TAGS = "SELECT * FROM twitter.tweet_hashtag ORDER BY tweet_id";

    private final PGSimpleDataSource database = earlier();

    @Test
    void everyRowStaysAndHasThePartitionOfItsId() throws Exception {
        update(database, ROWS);
        List<Map<String, Object>> content = rows(database, CONTENT);
        List<Map<String, Object>> tags = rows(database, TAGS);

        TestWarehouse.migrate(database);

        assertThat(rows(database, CONTENT)).isEqualTo(content);
        assertThat(rows(database, TAGS)).isEqualTo(tags);
        assertThat(values("SELECT tableoid::regclass::text FROM twitter.tweet ORDER BY id"))
                .containsExactly(
                        "twitter.tweet_before",
                        "twitter.tweet_before",
                        "twitter.tweet_before",
                        "twitter.tweet_later",
                        "twitter.tweet_networks",
                        "twitter.tweet_networks");
        assertThat(values("SELECT DISTINCT tableoid::regclass::text FROM twitter.tweet_hashtag ORDER BY 1"))
                .containsExactly(
                        "twitter.tweet_hashtag_before",
                        "twitter.tweet_hashtag_later",
                        "twitter.tweet_hashtag_networks");
        assertThat(values("SELECT id FROM api.post ORDER BY id")).hasSize(5);
    }

    @Test
    void whatOthersHaveAddedToTheTableIsThere() throws Exception {
        update(database, ROWS);
        update(database, String.format(OF_SOMEBODY_ELSE, database.getDatabaseName()));

        TestWarehouse.migrate(database);
        ObservedPosts.commit(ObservedPosts.sink(database), List.of(Tweets.plain(21)));

        assertThat(values("SELECT note FROM public.notes WHERE id < 1000 ORDER BY id"))
                .containsExactly("none", "written");
        assertThat(values("SELECT relkind::text FROM pg_class WHERE relname = 'note_of_posts'"))
                .containsExactly("I");
        assertThat(values("SELECT array_to_string(reloptions, ',') FROM pg_class WHERE relname = 'notes'"))
                .containsExactly("security_barrier=true");
        String reader = "reader_" + database.getDatabaseName();
        assertThat(values("SELECT has_table_privilege('" + reader + "', 'twitter.tweet', 'SELECT')"
                        + " AND has_column_privilege('" + reader + "', 'twitter.tweet_hashtag', 'hashtag', 'SELECT')"
                        + " AND NOT has_table_privilege('" + reader + "', 'twitter.tweet', 'UPDATE')"))
                .containsExactly(true);
    }

    @Test
    void aPostBeyondTheBoundWaitsForTheLastStep() throws Exception {
        TestWarehouse.migrate(database, "29");
        WarehouseSink sink = ObservedPosts.sink(database);
        sink.write(new TweetBatch("source", "a", "b", posts(1L << 62, 1), List.of()));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(sink::commit)
                .withMessageContaining("is being partitioned, and takes rows of this id when that is done");

        TestWarehouse.migrate(database);
        sink.commit();

        assertThat(values("SELECT tableoid::regclass::text FROM twitter.tweet"))
                .containsExactly("twitter.tweet_networks");
    }

    @Test
    void whatCannotBeTakenAlongIsNamed() throws Exception {
        update(database, "CREATE MATERIALIZED VIEW public.copied AS SELECT id FROM twitter.tweet");
        assertThatExceptionOfType(FlywayException.class)
                .isThrownBy(() -> TestWarehouse.migrate(database))
                .withMessageContaining(
                        "cannot be partitioned while these depend on it: rule _RETURN on materialized view copied");
        update(database, "DROP MATERIALIZED VIEW public.copied");
        TestWarehouse.migrate(database);
    }

    @Test
    void aSinkWritesWhileEachStepIsKilledAndResumed() throws Exception {
        ObservedPosts.commit(ObservedPosts.sink(database), posts(1, POSTS));
        AtomicLong written = new AtomicLong(POSTS);
        AtomicBoolean isMigrated = new AtomicBoolean();
        CompletableFuture<Void> sink = CompletableFuture.runAsync(() -> write(written, isMigrated));
        try {
            for (String step : List.of("28", "29", "30")) {
                kill(step);
                TestWarehouse.migrate(database, step);
            }
        } finally {
            isMigrated.set(true);
        }
        sink.get();

        assertThat(values("SELECT count(*) FROM twitter.tweet")).containsExactly(written.get());
        assertThat(values("SELECT count(DISTINCT tweet_id) FROM twitter.tweet_hashtag"))
                .containsExactly(written.get());
        assertThat(values("SELECT max(id) FROM twitter.tweet WHERE text = 'post ' || id"))
                .containsExactly(written.get());
    }

    /** Ends the step while it waits for a lock that does not keep a sink from writing. */
    private void kill(String step) throws Exception {
        PGSimpleDataSource killed = TestWarehouse.copyOf(database);
        killed.setApplicationName("migration");
        try (Connection connection = database.getConnection();
                Statement holder = connection.createStatement()) {
            connection.setAutoCommit(false);
            holder.execute("LOCK TABLE twitter.tweet IN SHARE UPDATE EXCLUSIVE MODE");
            CompletableFuture<Void> run = CompletableFuture.runAsync(() -> TestWarehouse.migrate(killed, step));
            await().until(() -> !values("SELECT pid FROM pg_locks JOIN pg_stat_activity USING (pid)"
                            + " WHERE NOT granted AND application_name = 'migration' AND datname = current_database()")
                    .isEmpty());
            rows(
                    database,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE application_name = 'migration' AND datname = current_database()");
            assertThatExceptionOfType(ExecutionException.class).isThrownBy(run::get);
        }
    }

    private void write(AtomicLong written, AtomicBoolean isMigrated) {
        WarehouseSink sink = ObservedPosts.sink(database);
        while (!isMigrated.get()) {
            sink.write(new TweetBatch("source", "a", "b", posts(written.get() - 49, 100), List.of()));
            commit(sink);
            written.addAndGet(50);
        }
    }

    /** An outage is retried, as by the process that owns the sink. */
    private static void commit(WarehouseSink sink) {
        await().ignoreException(IOException.class).until(() -> {
            sink.commit();
            return true;
        });
    }

    private static List<Tweet> posts(long first, int count) {
        return LongStream.range(first, first + count).mapToObj(Tweets::plain).toList();
    }

    private List<Object> values(String query) throws SQLException {
        return rows(database, query).stream()
                .map(row -> row.values().iterator().next())
                .toList();
    }

    private static PGSimpleDataSource earlier() {
        try {
            return TestWarehouse.migratedUpTo(BEFORE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
