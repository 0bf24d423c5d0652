package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.servers.KinesisServer;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One process publishes to a stream of Kinesis, and another one reads it into lake and warehouse. They share a PostgreSQL, where each
 * has its own cursors. {@code -Pchaos} has more posts.
 */
class KinesisIT {

    private static final int POSTS = Integer.getInteger("hashlake.chaos.kinesis-posts", 1_500);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String STREAM = "posts";

    @TempDir
    Path directory;

    private KinesisServer server;
    private Workspace workspace;

    @BeforeEach
    void start() throws IOException {
        server = KinesisServer.start(directory.resolve("kinesalite"));
        server.create(STREAM, 2);
        SimulatorSettings settings = TestSimulator.settings()
                .withHashtags(List.of("covid19", "climate"))
                .withPostsPerSecond(Math.max(200, POSTS / 20))
                .withHistory(Duration.ofSeconds(5))
                .withLimit(POSTS)
                .withRateLimits(RateLimits.NONE);
        workspace = new Workspace(directory, settings.withWorld(settings.world().withReposts(0)));
        Files.writeString(
                Files.createDirectories(directory.resolve("reader-routes")).resolve("hashtags.yaml"), """
                - templatedRoute:
                    routeId: posts
                    routeTemplateRef: kinesis-stream
                    parameters:
                      - name: stream
                        value: posts
                """);
    }

    @AfterEach
    void stop() throws Exception {
        if (workspace != null) {
            workspace.close();
            server.close();
        }
    }

    private HashlakeProcess publisher() throws IOException {
        return start(Map.of("hashlake.roles", "ingest,kinesis", "hashlake.kinesis.stream", STREAM));
    }

    private HashlakeProcess reader() throws IOException {
        return start(Map.of(
                "hashlake.roles", "ingest,lake,warehouse",
                "hashlake.routes", "reader-routes",
                "hashlake.data-directory", "reader-data",
                "hashlake.lake.rotation-age", "2s"));
    }

    private HashlakeProcess start(Map<String, String> own) throws IOException {
        Map<String, String> properties = new HashMap<>(Map.of(
                "hashlake.kinesis.endpoint",
                server.endpoint().toString(),
                "hashlake.kinesis.access-key",
                KinesisServer.ACCESS_KEY,
                "hashlake.kinesis.secret-key",
                KinesisServer.SECRET_KEY,
                "hashlake.kinesis.delay",
                "200ms",
                "hashlake.kinesis.batch-size",
                "100",
                "aws.cborEnabled",
                "false"));
        properties.putAll(own);
        return workspace.start(properties);
    }

    /** Both processes are killed at work, and a shard is split meanwhile. */
    @Test
    void lakeAndWarehouseEqualTheTruthWhoeverIsKilled() throws Exception {
        try (HashlakeProcess publisher = publisher();
                HashlakeProcess reader = reader()) {
            publisher.awaitUp();
            reader.awaitUp();
            await().atMost(PATIENCE).until(() -> stored() > POSTS / 10);
            publisher.kill();
            server.split(STREAM, "shardId-000000000000");
            reader.kill();
        }
        try (HashlakeProcess publisher = publisher();
                HashlakeProcess reader = reader()) {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(warehouse())
                    .hasSizeGreaterThan(POSTS / 2)
                    .isEqualTo(workspace.trueRows()));
            // A post of two hashtags is published for each, and the warehouse has both with the first.
            Workspace.awaitLake(PATIENCE).untilAsserted(() -> assertThat(lake()).isEqualTo(workspace.trueRows()));
            assertThat(reader.get("/q/health/ready")).contains("kinesis-posts");
            reader.stop();
            publisher.stop();
        }
        assertThat(lake()).isEqualTo(workspace.trueRows());
        assertThat(workspace.warehouse("select reason from ops.gap")).isEmpty();
    }

    private List<String> lake() throws SQLException {
        try (LakeReader lake = new LakeReader(directory.resolve("reader-data/lake"))) {
            return lake.strings("select hashtag || '/' || id from " + lake.tweets() + " order by 1");
        }
    }

    private long stored() throws Exception {
        return warehouse().size();
    }

    private List<String> warehouse() throws Exception {
        return workspace.warehouse("select hashtag || '/' || tweet_id from twitter.tweet_hashtag"
                + " where hashtag in ('covid19', 'climate') order by (hashtag || '/' || tweet_id) collate \"C\"");
    }

    @Test
    void aProcessThatWouldPublishWhatItReadsIsRefused() throws Exception {
        try (HashlakeProcess both = start(Map.of(
                "hashlake.roles", "ingest,kinesis",
                "hashlake.routes", "reader-routes",
                "hashlake.kinesis.stream", STREAM))) {
            assertThat(both.awaitExit()).isNotZero();
            assertThat(both.output())
                    .contains(
                            "this process publishes to the stream posts, and would publish again what it reads from it");
        }
    }
}
