package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.servers.DynamoDbServer;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The application with DynamoDB beside lake and warehouse. */
class DynamoDbIT {

    private static final int POSTS = Integer.getInteger("hashlake.chaos.dynamodb.posts", 600);
    private static final String TABLE = "posts";

    @TempDir
    Path directory;

    private DynamoDbServer server;
    private Workspace workspace;
    private HashlakeProcess hashlake;

    @BeforeEach
    void start() throws IOException {
        server = DynamoDbServer.start(directory.resolve("dynalite"));
        SimulatorSettings settings = TestSimulator.settings()
                .withHashtags(List.of("covid19", "climate"))
                .withPostsPerSecond(200)
                .withHistory(Duration.ofSeconds(5))
                .withLimit(POSTS)
                .withRateLimits(RateLimits.NONE);
        workspace = new Workspace(directory, settings.withWorld(settings.world().withReposts(0)));
        hashlake = startHashlake();
    }

    @AfterEach
    void stop() throws Exception {
        if (workspace != null) {
            hashlake.close();
            workspace.close();
            server.close();
        }
    }

    private HashlakeProcess startHashlake() throws IOException {
        return workspace
                .start(Map.of(
                        "hashlake.roles",
                        "ingest,lake,warehouse,dynamodb,api,jobs",
                        "hashlake.dynamodb.table",
                        TABLE,
                        "hashlake.dynamodb.create-table",
                        "true",
                        "hashlake.dynamodb.endpoint",
                        server.endpoint().toString(),
                        "hashlake.dynamodb.access-key",
                        DynamoDbServer.ACCESS_KEY,
                        "hashlake.dynamodb.secret-key",
                        DynamoDbServer.SECRET_KEY))
                .awaitUp();
    }

    /** The server is killed in mid-write, and so is the application while the server is out. */
    @Test
    void theTableHasThePostsOfTheWarehouseAndTheirCountsAndItsOutageStopsNobodyElse() throws Exception {
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> server.items(TABLE).size() > 100);
        server.kill();
        awaitWarehouse();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(hashlake.get("/q/health/ready")).contains("\"dynamodb\": \"out since"));
        assertOutageIsAProblem();
        hashlake.kill();
        server.restart();
        hashlake = startHashlake();

        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(ids()).isEqualTo(truth()));
        assertEveryUserIsCounted();
        assertItemsAreServed();
    }

    private void awaitWarehouse() {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(workspace.warehouse(
                                "SELECT id::text FROM twitter.tweet ORDER BY id::text COLLATE \"C\""))
                        .hasSizeGreaterThan(POSTS / 2)
                        .isEqualTo(truth()));
    }

    private List<String> truth() {
        return workspace.simulator.truth("#covid19 OR #climate").stream()
                .map(post -> Long.toString(post.id()))
                .sorted()
                .toList();
    }

    private List<String> ids() {
        return server.items(TABLE).stream()
                .map(item -> item.get("post_id").s())
                .sorted()
                .toList();
    }

    /** The item that was written last has the count of all. */
    private void assertEveryUserIsCounted() {
        Map<String, Long> items = new TreeMap<>();
        Map<String, Long> counts = new TreeMap<>();
        for (Map<String, AttributeValue> item : server.items(TABLE)) {
            String owner = item.get("user_id").s() + " in " + item.get("period").s();
            items.merge(owner, 1L, Long::sum);
            counts.merge(owner, Long.parseLong(item.get("user_posts").n()), Math::max);
        }
        assertThat(counts).isEqualTo(items);
    }

    private void assertItemsAreServed() throws Exception {
        Map<String, AttributeValue> item = server.items(TABLE).get(0);
        String user = item.get("user_id").s();
        String hash = item.get("hash").s();

        assertThat(hashlake.get("/api/v1/items/" + hash))
                .contains("\"postId\":\"" + item.get("post_id").s() + "\"", "\"userId\":\"" + user + "\"");
        assertThat(hashlake.get("/api/v1/items?format=csv&last=7d&user=" + user))
                .startsWith("hash,postId,createdAt,")
                .contains(hash);
        assertThat(status("/api/v1/items/" + "0".repeat(64))).isEqualTo(404);
        assertThat(status("/api/v1/items/123")).isEqualTo(400);
        assertThat(status("/api/v1/items")).isEqualTo(400);
    }

    private void assertOutageIsAProblem() throws Exception {
        HttpResponse<String> outage = HashlakeProcess.send(hashlake.request("/api/v1/items/" + "0".repeat(64)));
        assertThat(outage.statusCode()).isEqualTo(503);
        assertThat(outage.body()).contains("urn:hashlake:problem:dynamodb-unavailable");
    }

    private int status(String path) throws Exception {
        return HashlakeProcess.send(hashlake.request(path)).statusCode();
    }
}
