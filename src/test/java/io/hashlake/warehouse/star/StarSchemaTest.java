package io.hashlake.warehouse.star;

import static io.hashlake.warehouse.TestWarehouse.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.tweet.Tweet;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.sink.ObservedPosts;
import io.hashlake.warehouse.sink.WarehouseSink;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The star schema equals a plain recomputation from the observations, whenever the job ran in between. */
@ServerTest
class StarSchemaTest {

    private static final String FACTS = """
            SELECT to_jsonb(fact) AS row FROM dw.fact_tweet AS fact
            UNION ALL SELECT to_jsonb(fact) FROM dw.fact_tweet_hashtag AS fact
            UNION ALL SELECT to_jsonb(fact) FROM dw.fact_hashtag_hour AS fact
            UNION ALL SELECT to_jsonb(fact) FROM dw.fact_language_hour AS fact
            UNION ALL SELECT to_jsonb(dim) FROM dw.dim_user AS dim
            UNION ALL SELECT to_jsonb(dim) FROM dw.dim_hashtag AS dim ORDER BY row
            """;

    private final DataSource database = TestWarehouse.migrated();

    @BeforeEach
    void analyse() throws Exception {
        ObservedPosts.analyse(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Sao_Paulo", "Europe/Lisbon", "Asia/Kolkata", "Australia/Lord_Howe"})
    void equalsAPlainRecomputationWithEditsLatePostsAndOtherClocks(String zone) throws Exception {
        ObservedPosts posts = new ObservedPosts(zone.hashCode());
        List<Tweet> observations = posts.some(250);
        Random random = new Random(3);
        WarehouseSink sink = ObservedPosts.sink(database);
        try (StarJob job = new StarJob(database, zone)) {
            for (List<Tweet> commit : posts.commits(observations, 60)) {
                ObservedPosts.commit(sink, commit);
                if (random.nextInt(3) == 0) {
                    job.run();
                }
            }
            job.run();
        }
        assertThat(StarState.of(database)).isEqualTo(StarState.expected(observations, ZoneId.of(zone)));
        assertThat(rows(database, "SELECT * FROM ops.changed_hour")).isEmpty();
    }

    @Test
    void isTheSameAfterAnotherRunOverTheSameHours() throws Exception {
        store(new ObservedPosts(1).some(100));
        StarJob.runOnce(database, "America/Sao_Paulo");
        List<Map<String, Object>> once = rows(database, FACTS);

        TestWarehouse.update(database, """
                INSERT INTO ops.changed_hour (hour) SELECT date_trunc('hour', created_at, 'UTC') FROM twitter.tweet
                """);
        StarJob.runOnce(database, "America/Sao_Paulo");

        assertThat(rows(database, FACTS)).isEqualTo(once);
    }

    @Test
    void isBuiltAnewForAnotherZone() throws Exception {
        List<Tweet> observations = new ObservedPosts(2).some(150);
        store(observations);
        StarJob.runOnce(database, "America/Sao_Paulo");
        StarJob.runOnce(database, "Asia/Kolkata");
        assertThat(StarState.of(database)).isEqualTo(StarState.expected(observations, ZoneId.of("Asia/Kolkata")));
        assertThat(rows(database, "SELECT zone, built_at > now() - interval '1 minute' AS recent FROM dw.build"))
                .containsExactly(Map.of("zone", "Asia/Kolkata", "recent", true));
    }

    @Test
    void doesNothingWhereNothingHasChanged() throws Exception {
        store(new ObservedPosts(3).some(20));
        try (StarJob job = new StarJob(database, "UTC")) {
            job.run();
            assertThat(job.meter.lastRuns().get("star-schema")).contains("hours built");
            List<Map<String, Object>> versions = rows(database, "SELECT tweet_id, xmin::text FROM dw.fact_tweet");
            job.run();
            assertThat(rows(database, "SELECT tweet_id, xmin::text FROM dw.fact_tweet"))
                    .isEqualTo(versions);
            assertThat(job.meter.lastRuns().get("star-schema")).endsWith(" 0 hours built");
            assertThat(job.registry.get("hashlake.job.runs").counter().count()).isEqualTo(2);
            assertThat(job.registry.get("hashlake.job.hours").counter().count()).isPositive();
        }
    }

    @Test
    void hasNoFactOfAPostThatMovedToAnotherHourWhereItWas() throws Exception {
        List<Tweet> observations = new ObservedPosts(4).some(50);
        store(observations);
        StarJob.runOnce(database, "UTC");
        TestWarehouse.update(database, """
                UPDATE twitter.tweet SET created_at = '2026-12-01 10:30Z' WHERE id <= 20;
                INSERT INTO ops.changed_hour (hour) VALUES ('2026-12-01 10:00Z')
                """);
        StarJob.runOnce(database, "UTC");
        assertThat(rows(database, """
                SELECT tweet_id FROM dw.fact_tweet WHERE hour = '2026-12-01 10:00Z'
                EXCEPT SELECT id FROM twitter.tweet WHERE id <= 20 AND superseded_by IS NULL
                """)).isEmpty();
        assertThat(rows(database, """
                SELECT hashtag_key, hour, posts FROM dw.fact_hashtag_hour
                EXCEPT SELECT hashtag_key, hour, count(*) FROM dw.fact_tweet_hashtag GROUP BY hashtag_key, hour
                """)).isEmpty();
        assertThat(rows(database, """
                SELECT language_key, hour, posts FROM dw.fact_language_hour
                EXCEPT SELECT language_key, hour, count(*) FROM dw.fact_tweet GROUP BY language_key, hour
                """)).isEmpty();
    }

    @Test
    void saysWhyItFailedAndGoesOnTheNextTime() throws Exception {
        List<Tweet> observations = new ObservedPosts(5).some(10);
        store(observations);
        try (StarJob job = new StarJob(database, "Atlantis/Poseidonia", 0)) {
            assertThat(job.attempt()).hasMessageContaining("Atlantis/Poseidonia");
            assertThat(job.meter.lastRuns().get("star-schema"))
                    .contains("failed: ")
                    .contains("Atlantis");
        }
        StarJob.runOnce(database, "UTC");
        assertThat(StarState.of(database)).isEqualTo(StarState.expected(observations, ZoneId.of("UTC")));
    }

    @Test
    void hasTheLanguageHoursOfFactsThatAreOlderThanTheirTable() throws Exception {
        store(new ObservedPosts(6).some(100));
        StarJob.runOnce(database, "Asia/Kolkata");
        String hours = "SELECT * FROM dw.fact_language_hour ORDER BY hour, language_key";
        List<Map<String, Object>> built = rows(database, hours);
        TestWarehouse.update(database, "DROP TABLE dw.fact_language_hour; DROP INDEX dw.fact_tweet_engagement");
        TestWarehouse.update(database, Sql.read("/db/migration/V10__language_hours.sql"));
        assertThat(rows(database, hours)).isNotEmpty().isEqualTo(built);
    }

    private void store(List<Tweet> observations) throws Exception {
        ObservedPosts.commit(ObservedPosts.sink(database), observations);
    }
}
