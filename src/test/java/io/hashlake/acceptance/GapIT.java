package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.SimulatorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A declared gap is filled by the whole application, which is killed while it does so. */
class GapIT {

    private static final Map<String, String> SLOWLY =
            Map.of("hashlake.search.look-back", "1s", "hashlake.gaps.delay", "1s", "hashlake.gaps.pages", "1");

    @TempDir
    Path directory;

    @Test
    void aGapIsFilledThoughTheProcessIsKilledMeanwhileAndHealthAndMetricsTellOfIt() throws Exception {
        SimulatorSettings settings = TestSimulator.settings().withHashtags(List.of("covid19"));
        Instant to = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(120);
        Instant from = to.minusSeconds(40);
        try (Workspace workspace = new Workspace(directory, settings)) {
            try (HashlakeProcess first = workspace.start(SLOWLY).awaitUp()) {
                declare(workspace, "covid19", from, to);
                declare(workspace, "unfollowed", from, to);
                await().atMost(Duration.ofSeconds(30)).until(() -> lakeRows(workspace, from, to) > 100);
                assertThat(first.get("/q/health/ready"))
                        .contains("\"unfollowed\": \"1 open", "no route follows this source any more")
                        .doesNotContain("DOWN");
                first.kill();
            }
            try (HashlakeProcess second = workspace.start(SLOWLY).awaitUp()) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> gaps(workspace, "state", "covid19").equals(List.of("closed")));
                assertThat(second.get("/q/metrics"))
                        .contains("hashlake_gaps_open{source=\"unfollowed\"} 1.0")
                        .contains("hashlake_gaps_settled_total{state=\"closed\"} 1.0")
                        .contains("hashlake_gap_posts_total");
                second.stop();
            }
            assertThat(lakeRows(workspace, from, to)).isEqualTo(trueRows(workspace, from, to));
            assertThat(gaps(workspace, "posts_found::text", "covid19"))
                    .containsExactly(Long.toString(trueRows(workspace, from, to)));
        }
    }

    private static void declare(Workspace workspace, String source, Instant from, Instant to) throws Exception {
        workspace.execute(
                "insert into ops.gap (source, from_time, to_time, reason, declared_at) values ('%s', '%s', '%s', 'test', now())"
                        .formatted(source, from, to));
    }

    private static List<String> gaps(Workspace workspace, String column, String source) throws Exception {
        return workspace.warehouse("select %s from ops.gap where source = '%s'".formatted(column, source));
    }

    private static long lakeRows(Workspace workspace, Instant from, Instant to) throws Exception {
        try (LakeReader lake = workspace.lake()) {
            return lake.count() == 0
                    ? 0
                    : Long.parseLong(lake.strings("select count(*)::varchar from " + lake.tweets()
                                    + " where created_at >= '" + from + "' and created_at < '" + to + "'")
                            .get(0));
        }
    }

    private static long trueRows(Workspace workspace, Instant from, Instant to) {
        return workspace.simulator.truth("#covid19").stream()
                .filter(post ->
                        !post.createdAt().isBefore(from) && post.createdAt().isBefore(to))
                .count();
    }
}
