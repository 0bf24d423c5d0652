package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.servers.KafkaBroker;
import io.hashlake.servers.SearchServer;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The role index as a process of its own, which knows Kafka and the search server and nothing else. */
class IndexRoleIT {

    private static final int POSTS = 1_500;
    private static final String ALIAS = "hashlake-posts";

    @TempDir
    Path directory;

    @Test
    void thePostsOfKafkaAreInTheIndexOnceAlthoughItsProcessIsKilled() throws Exception {
        try (SearchServer server = SearchServer.start(directory.resolve("opensearch"));
                KafkaBroker broker = new KafkaBroker(directory.resolve("kafka")).start();
                Workspace workspace = workspace();
                HashlakeProcess ingest = workspace.start(
                        Map.of("hashlake.roles", "ingest", "hashlake.kafka.brokers", broker.address()))) {
            Path home = Files.createDirectories(directory.resolve("index"));
            Map<String, String> index = Map.of(
                    "hashlake.roles", "index",
                    "hashlake.kafka.brokers", broker.address(),
                    "hashlake.index.url", server.url().toString());
            try (HashlakeProcess first = HashlakeProcess.start(home, index).awaitUp()) {
                patiently().until(() -> server.count(ALIAS) > 0);
                first.kill();
            }
            try (HashlakeProcess second = HashlakeProcess.start(home, index).awaitUp()) {
                patiently().untilAsserted(() -> {
                    int truth = workspace.simulator.truth("#climate").size();
                    assertThat(truth).isGreaterThan(POSTS / 2);
                    assertThat(server.count(ALIAS)).isEqualTo(truth);
                });
                assertThat(home.resolve("data/postgres")).doesNotExist();
                assertThat(second.output()).doesNotContain("Exception");
            }
            assertThat(ingest.isAlive()).isTrue();
        }
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(500));
    }

    private Workspace workspace() throws IOException {
        SimulatorSettings settings = TestSimulator.settings()
                .withHashtags(List.of("climate"))
                .withPostsPerSecond(200)
                .withHistory(Duration.ofSeconds(5))
                .withLimit(POSTS)
                .withRateLimits(RateLimits.NONE);
        return new Workspace(directory, settings.withWorld(settings.world().withReposts(0)));
    }
}
