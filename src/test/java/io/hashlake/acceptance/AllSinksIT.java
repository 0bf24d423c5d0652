package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.iceberg.IcebergReader;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.warehouse.TestWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application with all sinks: lake, Iceberg table, warehouse, index and DynamoDB. {@code ./mvnw -Pchaos verify} runs this with
 * 100,000 posts.
 */
class AllSinksIT {

    private static final int POSTS = Integer.getInteger("hashlake.chaos.sinks-posts", 2_000);

    private static final List<String> HASHTAGS = List.of("covid19", "climate");
    private static final Duration LONGEST = Duration.ofMinutes(3).plusMillis(POSTS * 10L);

    /** A second table, in which the lake is registered when it has long been there. */
    private static final String SECOND = "hashlake.second";

    @TempDir
    Path directory;

    private SinkServers servers;
    private Workspace workspace;
    private HashlakeProcess hashlake;

    @BeforeEach
    void start() throws Exception {
        servers = SinkServers.start(directory);
        SimulatorSettings settings = TestSimulator.settings()
                .withHashtags(HASHTAGS)
                .withPostsPerSecond(POSTS / 10.0)
                .withHistory(Duration.ofSeconds(5))
                .withLimit(POSTS)
                .withRateLimits(RateLimits.NONE);
        workspace = new Workspace(directory, settings.withWorld(settings.world().withReposts(0)));
        workspace.follow(HASHTAGS.subList(0, 1));
        hashlake = workspace.start(properties()).awaitUp();
    }

    @AfterEach
    void stop() throws Exception {
        if (workspace != null) {
            hashlake.close();
            workspace.close();
            servers.close();
        }
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(Map.of(
                "hashlake.roles", "ingest,lake,warehouse,index,dynamodb,api,jobs",
                "hashlake.lake.table-format", "iceberg",
                "hashlake.iceberg.every", "1s"));
        properties.putAll(servers.indexProperties());
        properties.putAll(servers.dynamoDbProperties());
        return properties;
    }

    /**
     * Both servers are killed soon after the first posts, and so is the application, with a commit to Iceberg each second, while they
     * are out. A hashtag that is followed only then has posts for all of them.
     */
    @Test
    void allSinksHaveTheSamePostsAndAnOutageOfSomeStopsNoOther() throws Exception {
        patiently()
                .ignoreExceptions()
                .until(() -> servers.search().count(SinkServers.ALIAS) > 0
                        && !servers.items().isEmpty());
        servers.kill();
        followTheOther();
        awaitTheOthers();
        requireTheOutageIsTold();
        hashlake.kill();
        servers.restart();
        hashlake = workspace.start(properties()).awaitUp();

        awaitTheOthers();
        List<String> truth = truth();
        patiently().untilAsserted(() -> assertThat(servers.indexed()).isEqualTo(truth));
        patiently().untilAsserted(() -> assertThat(servers.items()).isEqualTo(truth));
        requireTheyAreServed();
        hashlake.close();
        registersTheLakeAnew();
    }

    /**
     * By a delay of its own, and so by requests of its own: otherwise the posts of one hashtag move the cursor of the other past
     * its last commit, whose files then wait for the next one before they are registered with Iceberg.
     */
    private void followTheOther() throws IOException {
        Files.writeString(directory.resolve("routes/other.yaml"), """
                - templatedRoute:
                    routeId: %1$s
                    routeTemplateRef: x-search
                    parameters:
                      - name: hashtag
                        value: %1$s
                      - name: delay
                        value: 2s
                """.formatted(HASHTAGS.get(1)));
    }

    private void awaitTheOthers() {
        patiently().untilAsserted(() -> {
            List<String> truth = truth();
            assertThat(truth).hasSizeGreaterThan(POSTS / 2);
            assertThat(workspace.warehouse("SELECT id::text FROM twitter.tweet ORDER BY id::text COLLATE \"C\""))
                    .isEqualTo(truth);
        });
        Workspace.awaitLake(LONGEST).untilAsserted(() -> assertThat(lakeRows()).isEqualTo(workspace.trueRows()));
        patiently()
                .ignoreExceptionsInstanceOf(NoSuchTableException.class)
                .untilAsserted(() -> assertThat(icebergRows("hashlake.tweets")).isEqualTo(workspace.trueRows()));
    }

    private List<String> truth() {
        return workspace.simulator.truth("#" + String.join(" OR #", HASHTAGS)).stream()
                .map(post -> Long.toString(post.id()))
                .sorted()
                .toList();
    }

    private List<String> lakeRows() throws SQLException {
        try (LakeReader lake = workspace.lake()) {
            return lake.rows();
        }
    }

    private List<String> icebergRows(String table) throws IOException {
        return IcebergReader.of(table, TestWarehouse.dataSource(workspace.postgres), directory.resolve("data/lake"))
                .rows();
    }

    private void requireTheOutageIsTold() throws Exception {
        patiently().untilAsserted(() -> assertThat(hashlake.get("/q/health/ready"))
                .contains("\"index\": \"out since", "\"dynamodb\": \"out since"));
        assertThat(hashlake.get("/q/metrics"))
                .containsPattern("hashlake_retries_total\\{.*sink=\"index\"")
                .containsPattern("hashlake_spool_bytes\\{.*sink=\"index\".*} [1-9]");
        new ServedItems(servers, hashlake).requireAnOutageIsAProblem();
        search().requireAnOutageIsAProblem();
    }

    private void requireTheyAreServed() throws Exception {
        ServedItems items = new ServedItems(servers, hashlake);
        patiently().untilAsserted(items::requireEveryUserIsCounted);
        items.requireTheyAreServed();
        search().requireItIsTheIndex();
    }

    private ServedSearch search() throws SQLException {
        String word = workspace
                .warehouse("SELECT substring(clean_text from '[[:alpha:]]{5,}') AS word FROM twitter.tweet"
                        + " WHERE clean_text ~ '[[:alpha:]]{5,}' ORDER BY id LIMIT 1")
                .get(0);
        return new ServedSearch(hashlake, word);
    }

    private void registersTheLakeAnew() throws Exception {
        Map<String, String> properties = new HashMap<>(properties());
        properties.put("hashlake.iceberg.table", SECOND);
        try (HashlakeProcess job = workspace.start(properties, "job", "iceberg-register")) {
            assertThat(job.awaitExit()).as(job.output()).isZero();
        }
        assertThat(icebergRows(SECOND)).isEqualTo(workspace.trueRows());
    }

    private static ConditionFactory patiently() {
        return await().atMost(LONGEST).pollInterval(Duration.ofSeconds(1));
    }
}
