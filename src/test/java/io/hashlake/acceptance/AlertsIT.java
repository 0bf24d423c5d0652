package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.observability.Deployed;
import io.hashlake.observability.Expression;
import io.hashlake.servers.PrometheusServer;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.FaultKind;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus over a running process: faults raise the alerts that are made for them, and no others. */
class AlertsIT {

    private static final Duration WAIT = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void faultsRaiseExactlyTheirAlertsAndTheDashboardHasItsData() throws Exception {
        Optional<Path> executable = PrometheusServer.find();
        assumeTrue(executable.isPresent(), "no Prometheus here: name one with -Dhashlake.prometheus=PATH");
        try (Workspace workspace =
                        new Workspace(directory, TestSimulator.settings().withHashtags(List.of("climate")));
                HashlakeProcess process =
                        workspace.start(Map.of("hashlake.reload.every", "1s")).awaitUp();
                PrometheusServer prometheus = PrometheusServer.start(
                        executable.get(),
                        directory.resolve("prometheus"),
                        URI.create(process.address()).getAuthority())) {
            process.get("/api/v1/totals");
            assertFires(prometheus, Set.of());
            await().atMost(WAIT).untilAsserted(() -> assertDashboardHasData(prometheus));

            Files.createDirectories(directory.resolve("data/inbox"));
            Files.writeString(directory.resolve("data/inbox/broken.jsonl"), "{\"id\": \"nonsense\"\n");
            assertFires(prometheus, Set.of("DeadLetters"));

            Files.writeString(directory.resolve("routes/hashtags.yaml"), "- nonsense: 1\n");
            assertFires(prometheus, Set.of("DeadLetters", "RoutesRefused"));

            workspace.postgres.close();
            assertFires(prometheus, Set.of("DeadLetters", "RoutesRefused", "SinkFailing"));

            workspace.restartPostgres();
            workspace.simulator.fail(FaultKind.UNAUTHORIZED, 1_000);
            assertFires(prometheus, Set.of("DeadLetters", "RoutesRefused", "SinkFailing", "SourceStopped", "XRefuses"));

            process.kill();
            await().atMost(WAIT).until(() -> prometheus.firing().contains("HashlakeDown"));
            assertThat(prometheus.rules())
                    .allSatisfy(rule -> assertThat(rule.get("health").textValue())
                            .as(rule.get("name").textValue())
                            .isEqualTo("ok"));
        }
    }

    private static void assertFires(PrometheusServer prometheus, Set<String> alerts) {
        await().atMost(WAIT).untilAsserted(() -> assertThat(prometheus.firing()).isEqualTo(alerts));
    }

    /** Where there are the series that a panel asks for, it shows something. */
    private static void assertDashboardHasData(PrometheusServer prometheus) throws Exception {
        for (String expression : Deployed.panelExpressions()) {
            JsonNode result = prometheus.query(expression.replace("$__rate_interval", "1m"));
            boolean isMeasured = Expression.of(expression).selected().keySet().stream()
                    .noneMatch(metric -> prometheus.query(metric).isEmpty());
            if (isMeasured && !expression.contains("{outcome=")) {
                assertThat(result).as(expression).isNotEmpty();
            }
        }
    }
}
