package io.hashlake.warehouse.partition;

import static io.hashlake.warehouse.TestWarehouse.rows;
import static io.hashlake.warehouse.TestWarehouse.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.sink.ObservedPosts;
import io.hashlake.warehouse.star.StarJob;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@ServerTest
class PartitionsTest {

    private static final String ZONE = "America/Sao_Paulo";

    private final DataSource database = TestWarehouse.migrated();
    private final Partitions partitions = new Partitions(database);

    /** Noon of the second day of the month that is so many months after this one. */
    private final OffsetDateTime month = OffsetDateTime.now(ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.DAYS)
            .withDayOfMonth(2)
            .plusHours(12);

    @Test
    void partitionsAreThereBeforeTheyAreNeeded() throws Exception {
        partitions.run();
        assertThat(partitions.run()).isEqualTo("nothing: the next months have theirs");
        store(post(id(3), at(3)), post(id(12), at(12)));
        assertThat(values("SELECT tableoid::regclass::text FROM twitter.tweet WHERE id = " + id(3)))
                .noneMatch("twitter.tweet_later"::equals);
        assertThat(values("SELECT tableoid::regclass::text FROM twitter.tweet WHERE id = " + id(12)))
                .containsExactly("twitter.tweet_later");
    }

    @Test
    void rowsThatCameWhileTheJobWasOffAreKeptAndStayWhereTheyAre() throws Exception {
        forgetMonths("twitter.tweet");
        forgetMonths("twitter.tweet_hashtag");
        store(post(id(0), at(0)), post(id(1), at(1)), post(id(12), at(12)));
        List<Map<String, Object>> before = rows(database, "SELECT * FROM twitter.tweet ORDER BY id");
        Object file =
                values("SELECT pg_relation_filenode('twitter.tweet_later')").get(0);

        assertThat(partitions.run()).endsWith(" partitions made");

        assertThat(rows(database, "SELECT * FROM twitter.tweet ORDER BY id")).isEqualTo(before);
        assertThat(values("SELECT pg_relation_filenode(tableoid) FROM twitter.tweet WHERE id = " + id(0)))
                .containsExactly(file);
        assertThat(values("SELECT tweet_id FROM twitter.tweet_hashtag_later")).containsExactly(id(12));
        assertThat(values("SELECT id FROM twitter.tweet_later")).containsExactly(id(12));
        assertThat(partitions.run()).startsWith("nothing");
    }

    @Test
    void statisticsOfTheTableAsAWholeAreCollected() throws Exception {
        store(post(id(0), at(0)));
        partitions.run();
        assertThat(values("SELECT count(*) > 0 FROM pg_stats WHERE schemaname = 'twitter' AND tablename = 'tweet'"))
                .containsExactly(true);
    }

    @Test
    void dropsExactlyThePostsOfMonthsThatAreTooOld() throws Exception {
        long network = 1L << 62;
        store(
                post(20, at(1)),
                post(21, at(3)),
                post(id(0), at(0)),
                post(id(1), at(1)),
                post(id(1) + 1, at(4)),
                post(id(2), at(2)),
                post(id(3), at(1)),
                post(network, at(0)),
                post(network + 1, at(2)));
        StarJob.runOnce(database, ZONE);

        assertThat(partitions.drop(at(2))).isEqualTo(5);

        List<Object> kept = List.of(21L, id(1) + 1, id(2), network + 1);
        assertThat(values("SELECT id FROM twitter.tweet ORDER BY id")).isEqualTo(kept);
        assertThat(values("SELECT tweet_id FROM twitter.tweet_hashtag ORDER BY 1"))
                .isEqualTo(kept);
        assertThat(values("SELECT tweet_id FROM dw.fact_tweet ORDER BY 1")).isEqualTo(kept);
        assertThat(values("SELECT tweet_id FROM dw.fact_tweet_hashtag ORDER BY 1"))
                .isEqualTo(kept);
        assertThat(values("SELECT sum(posts)::bigint FROM dw.fact_hashtag_hour"))
                .containsExactly(9L);
        assertThat(values("SELECT posts FROM ops.retention")).containsExactly(5L);
        assertThat(partitions.drop(at(2))).isZero();
    }

    @Test
    void sumsOfDroppedMonthsStayWhateverComesLate() throws Exception {
        store(post(id(0), at(0)), post(id(2), at(2)));
        StarJob.runOnce(database, ZONE);
        partitions.drop(at(2));

        store(post(id(0) + 1, at(0)), post(30, at(0)), post(id(2) + 1, at(2)));
        StarJob.runOnce(database, "Europe/Lisbon");

        assertThat(values("SELECT posts FROM dw.fact_hashtag_hour ORDER BY hour"))
                .containsExactly(1L, 2L);
        assertThat(values("SELECT first_used_at FROM dw.dim_hashtag")).containsExactly(at(0));
        assertThat(partitions.drop(at(2))).isEqualTo(2);
        assertThat(values("SELECT id FROM twitter.tweet ORDER BY id")).containsExactly(id(2), id(2) + 1);
    }

    @Test
    void dropsNothingWhereNothingIsOld() throws Exception {
        store(post(id(0), at(0)));
        assertThat(partitions.drop(at(0).minus(Duration.ofDays(1)))).isZero();
        assertThat(values("SELECT ops.kept_from() = '-infinity'")).containsExactly(true);
    }

    /** As if the job had never run. */
    private void forgetMonths(String table) throws SQLException {
        List<Object> months = values("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = '" + table
                + "'::regclass AND inhrelid::regclass::text ~ '[0-9]$'");
        update(database, "ALTER TABLE " + table + " DETACH PARTITION " + table + "_later");
        for (Object one : months) {
            update(database, "DROP TABLE " + one);
        }
        update(
                database,
                "DO $$ BEGIN EXECUTE format('ALTER TABLE " + table + " ATTACH PARTITION " + table
                        + "_later FOR VALUES FROM (%s) TO (4611686018427387904)',"
                        + " ops.first_id(date_trunc('month', now(), 'UTC'))); END $$");
    }

    private void store(Tweet... posts) throws Exception {
        ObservedPosts.commit(ObservedPosts.sink(database), List.of(posts));
    }

    private static Tweet post(long id, Instant at) {
        return ObservedPosts.post(id, 1, at, List.of(Hashtag.of("Flu")), List.of(id), at.plusSeconds(1));
    }

    private Instant at(int months) {
        return month.plusMonths(months).toInstant();
    }

    private long id(int months) {
        return (at(months).toEpochMilli() - 1_288_834_974_657L) << 22;
    }

    private List<Object> values(String query) throws SQLException {
        return rows(database, query).stream()
                .map(row -> row.values().iterator().next())
                .toList();
    }
}
