package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.Documents;
import io.hashlake.observability.Scrape;
import io.hashlake.warehouse.PreparedWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer sees who starts it without any configuration. */
class FirstRunIT {

    private static final String LAKE_COLUMNS = "id, epoch_ms(created_at), text, author_id, coalesce(language, ''),"
            + " coalesce(author_username, ''), coalesce(retweet_count, -1), coalesce(like_count, -1), len(hashtags)";
    private static final String WAREHOUSE_COLUMNS = "t.id, (extract(epoch from t.created_at) * 1000)::bigint, t.text,"
            + " t.author_id, coalesce(t.language, ''), coalesce(u.username, ''), coalesce(t.retweet_count, -1),"
            + " coalesce(t.like_count, -1), (select count(*) from twitter.tweet_hashtag h where h.tweet_id = t.id)";

    @TempDir
    Path directory;

    @Test
    void postsArriveWithinSecondsAndAreThereOnceAfterAKillAndARestart() throws Exception {
        try (HashlakeProcess first = HashlakeProcess.start(directory, Map.of()).awaitUp()) {
            await().atMost(Duration.ofMinutes(1)).until(() -> rowsInLake() >= 100 && tweetsInWarehouse() >= 100);
            assertThat(first.output())
                    .contains("sources    climate, covid19, saúde", "simulator: no token configured")
                    .contains("jdbc:postgresql://", "/q/health", "data/lake")
                    .doesNotContain("password")
                    .doesNotContain("Exception");
            assertThat(first.get("/q/health")).contains("\"status\": \"UP\"").doesNotContain("DOWN");
            assertThat(first.get("/q/metrics"))
                    .contains(
                            "hashlake_tweets_received_total",
                            "hashlake_sink_posts_total",
                            "hashlake_rows_written_total",
                            "hashlake_cursor_age_seconds")
                    .contains(
                            "hashlake_lake_files_total",
                            "hashlake_api_rate_limit_remaining",
                            "hashlake_commit_seconds");
            first.kill();
        }
        long before = rowsInLake();
        try (HashlakeProcess second = HashlakeProcess.start(directory, Map.of()).awaitUp()) {
            await().atMost(Duration.ofMinutes(1)).until(() -> rowsInLake() > before);
            assertThat(everyRowOfTheLake()).doesNotHaveDuplicates();
            assertThat(second.output()).doesNotContain("Exception");
            second.kill();
        }
    }

    @Test
    void lakeAndWarehouseHoldTheSameValues() throws Exception {
        PreparedWarehouse.copyToDataOf(directory);
        Map<String, String> oneHashtagOnce = Map.of(
                "hashlake.simulator.posts", "4000", "hashlake.search.delay", "1s", "hashlake.lake.rotation-age", "2s");
        try (HashlakeProcess process =
                HashlakeProcess.start(directory, oneHashtagOnce).awaitUp()) {
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                assertThat(process.get("/q/health/ready")).contains("running, last response at");
                assertThat(rowsInLake()).isGreaterThan(100);
                assertThat(lake("select distinct on (id) " + LAKE_COLUMNS + " from %s order by id"))
                        .isEqualTo(
                                warehouse(
                                        "select " + WAREHOUSE_COLUMNS
                                                + " from twitter.tweet t left join twitter.\"user\" u on u.id = t.author_id order by t.id"));
            });
            assertThat(lake("select distinct decode(value) from parquet_kv_metadata('" + directory
                            + "/data/lake/tweets/**/*.parquet') where decode(key) = 'hashlake.version'"))
                    .singleElement()
                    .asString()
                    .matches("\\d+\\.\\d+\\.\\d+.*");
        }
    }

    @Test
    void whatBecameOfPostsAddsUpToWhatWasReceived() throws Exception {
        PreparedWarehouse.copyToDataOf(directory);
        try (HashlakeProcess process = HashlakeProcess.start(
                        directory, Map.of("hashlake.simulator.posts", "4000", "hashlake.lake.rotation-age", "1s"))
                .awaitUp()) {
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                String metrics = process.get("/q/metrics");
                long received = Scrape.sum(metrics, "hashlake_tweets_received_total{");
                assertThat(received).isGreaterThan(100);
                assertThat(Scrape.sum(metrics, "hashlake_sink_posts_total{", "sink=\"lake\""))
                        .isEqualTo(received);
                assertThat(Scrape.sum(metrics, "hashlake_sink_posts_total{", "sink=\"warehouse\""))
                        .isEqualTo(received);
            });
        }
    }

    @Test
    void askedToStopItCommitsWhatItHasAndEnds() throws Exception {
        PreparedWarehouse.copyToDataOf(directory);
        try (HashlakeProcess process = HashlakeProcess.start(directory, Map.of("hashlake.lake.rotation-age", "1h"))
                .awaitUp()) {
            await().atMost(Duration.ofMinutes(1)).until(() -> tweetsInWarehouse() >= 100);
            assertThat(rowsInLake()).isZero();
            process.stop();
            assertThat(rowsInLake()).isGreaterThanOrEqualTo(100);
            assertThat(process.output()).doesNotContain("Exception");
        }
    }

    @Test
    void whatGettingStartedSaysToTypeShowsWhatArrived() throws Exception {
        List<String> queries = Documents.blocks(Documents.DOCS.resolve("getting-started.md"), "sql").stream()
                .map(query -> query.replaceFirst(";\\s*$", ""))
                .toList();
        assertThat(queries).hasSize(2);
        PreparedWarehouse.copyToDataOf(directory);
        try (HashlakeProcess process =
                HashlakeProcess.start(directory, Map.of()).awaitUp()) {
            await().atMost(Duration.ofMinutes(1)).until(() -> rowsInLake() >= 100 && tweetsInWarehouse() >= 100);
            assertThat(lake(queries.get(0).replace("data/lake", directory + "/data/lake")))
                    .hasSizeGreaterThan(2);
            assertThat(warehouse(queries.get(1))).hasSize(10);
        }
    }

    private long rowsInLake() throws SQLException {
        try (LakeReader lake = new LakeReader(directory.resolve("data/lake"))) {
            return lake.count();
        }
    }

    private List<String> everyRowOfTheLake() throws SQLException {
        try (LakeReader lake = new LakeReader(directory.resolve("data/lake"))) {
            return lake.rows();
        }
    }

    private List<String> lake(String sql) throws SQLException {
        try (LakeReader lake = new LakeReader(directory.resolve("data/lake"))) {
            return lake.rows(sql.replace("%s", lake.tweets()));
        }
    }

    private long tweetsInWarehouse() throws Exception {
        return Long.parseLong(warehouse("select count(*) from twitter.tweet").get(0));
    }

    /** As {@code psql service=hashlake} would. */
    private List<String> warehouse(String sql) throws IOException, SQLException {
        Properties service = new Properties();
        try (var file = Files.newBufferedReader(directory.resolve("data/postgres/pg_service.conf"))) {
            service.load(file);
        }
        String url =
                "jdbc:postgresql://%s:%s/%s".formatted(service.get("host"), service.get("port"), service.get("dbname"));
        try (Connection connection =
                        DriverManager.getConnection(url, service.getProperty("user"), service.getProperty("password"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return LakeReader.lines(rows);
        }
    }
}
