package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.servers.SearchServer;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application with a full-text index beside lake and warehouse. */
class IndexIT {

    private static final int POSTS = 6_000;
    private static final String ALIAS = "hashlake-posts";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    private SearchServer server;
    private Workspace workspace;
    private HashlakeProcess hashlake;

    @BeforeEach
    void start() throws IOException {
        server = SearchServer.start(directory.resolve("opensearch"));
        SimulatorSettings settings = TestSimulator.settings()
                .withHashtags(List.of("covid19", "climate"))
                .withPostsPerSecond(200)
                .withHistory(Duration.ofSeconds(20))
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
                        "ingest,lake,warehouse,index,api,jobs",
                        "hashlake.index.url",
                        server.url().toString()))
                .awaitUp();
    }

    /** The server is killed in mid-write, and so is the application while the server is out. */
    @Test
    void indexLakeAndWarehouseHaveTheSamePostsAndAnOutageOfTheIndexStopsNobodyElse() throws Exception {
        await().atMost(Duration.ofSeconds(60)).until(() -> server.count(ALIAS) > 100);
        server.kill();
        awaitAll(false);

        assertThat(hashlake.get("/q/health/ready")).contains("\"index\": \"out since");
        assertThat(hashlake.get("/q/metrics"))
                .containsPattern("hashlake_retries_total\\{.*sink=\"index\"")
                .containsPattern("hashlake_spool_bytes\\{.*sink=\"index\".*} [1-9]");
        hashlake.kill();
        server.restart();
        hashlake = startHashlake();

        awaitAll(true);
        searchesTheIndex();
    }

    private void searchesTheIndex() throws Exception {
        String word = workspace
                .warehouse("SELECT substring(clean_text from '[[:alpha:]]{5,}') AS word FROM twitter.tweet"
                        + " WHERE clean_text ~ '[[:alpha:]]{5,}' ORDER BY id LIMIT 1")
                .get(0);
        HttpResponse<String> answer = HashlakeProcess.send(
                hashlake.request("/api/v1/posts/search?last=7d&limit=3&hashtag=covid19,climate&text=" + word));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Hashlake-Searched")).contains("index");
        JsonNode first = JSON.readTree(answer.body()).path(0);
        assertThat(first.path("foundBy").asText()).isEqualTo("index");
        assertThat(first.path("highlights").size()).isPositive();

        server.kill();
        HttpResponse<String> outage =
                HashlakeProcess.send(hashlake.request("/api/v1/posts/search?last=7d&text=" + word));
        assertThat(outage.statusCode()).isEqualTo(503);
        assertThat(outage.body()).contains("urn:hashlake:problem:index-unavailable");
    }

    private void awaitAll(boolean isIndexed) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    List<String> truth = workspace.simulator.truth("#covid19 OR #climate").stream()
                            .map(post -> Long.toString(post.id()))
                            .sorted()
                            .toList();
                    assertThat(truth).hasSizeGreaterThan(POSTS / 2);
                    assertThat(workspace.warehouse(
                                    "SELECT id::text FROM twitter.tweet ORDER BY id::text COLLATE \"C\""))
                            .isEqualTo(truth);
                    try (LakeReader lake = workspace.lake()) {
                        assertThat(lake.strings("select distinct id::varchar from " + lake.tweets()))
                                .hasSameSizeAs(truth);
                    }
                    if (isIndexed) {
                        assertThat(server.count(ALIAS)).isEqualTo(truth.size());
                    }
                });
    }
}
