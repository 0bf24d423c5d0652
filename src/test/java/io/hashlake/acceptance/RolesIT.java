package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.observability.Deployed;
import io.hashlake.observability.Expression;
import io.hashlake.observability.MeterTable;
import io.hashlake.observability.Scrape;
import io.hashlake.simulator.TestSimulator;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process collects, another answers. */
class RolesIT {

    private static final List<String> OF_THE_ROLE_API = List.of(
            "/",
            "/index.html",
            "/dashboard/main.js",
            "/_static/echarts/dist/echarts.esm.min.js",
            "/api/openapi",
            "/api/docs/",
            "/api/v1/totals",
            "/api/v1/sources");

    @TempDir
    static Path directory;

    private static Workspace workspace;
    private static HashlakeProcess collector;
    private static HashlakeProcess answerer;

    @BeforeAll
    static void start() throws Exception {
        workspace = new Workspace(
                directory,
                TestSimulator.settings()
                        .withHashtags(List.of("climate"))
                        .withPostsPerSecond(20)
                        .withHistory(Duration.ofSeconds(60)));
        collector = workspace
                .start(Map.of("hashlake.roles", "ingest,lake,warehouse,jobs", "hashlake.star-schema.every", "1s"))
                .awaitUp();
        answerer = workspace
                .start(Map.of(
                        "hashlake.roles",
                        "api",
                        "hashlake.kafka.brokers",
                        "nobody.invalid:9092",
                        "hashlake.data-directory",
                        directory.resolve("other").toString()))
                .awaitUp();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> answerer.get("/api/v1/sources").contains("climate")
                        && collector.get("/q/metrics").contains("hashlake_job_runs_total"));
    }

    @AfterAll
    static void stop() throws Exception {
        collector.close();
        answerer.close();
        workspace.close();
    }

    @Test
    void withoutTheRoleApiOnlyHealthAndMetricsAreServed() throws Exception {
        for (String path : OF_THE_ROLE_API) {
            ProblemDetails.assertProblem(HashlakeProcess.send(collector.request(path)), 404);
        }
        ProblemDetails.assertProblem(HashlakeProcess.send(collector.request("/api/v1/live")), 404);
        ProblemDetails.assertProblem(
                HashlakeProcess.send(collector.request("/api/v1/sql").POST(BodyPublishers.ofString("SELECT 1"))), 404);
        assertThat(status(collector, "/q/health/live")).isEqualTo(200);
        assertThat(status(collector, "/q/metrics")).isEqualTo(200);
        assertThat(collector.output()).doesNotContain("dashboard  http");
    }

    @Test
    void withTheRoleApiAloneEverythingIsServedAndNothingIsCollected() throws Exception {
        for (String path : OF_THE_ROLE_API) {
            assertThat(status(answerer, path)).as(path).isEqualTo(200);
        }
        try (FeedReader feed = new FeedReader(answerer)) {
            await().until(() -> feed.events("snapshot") > 0);
        }
        assertThat(answerer.get("/q/health"))
                .contains("\"status\": \"UP\"")
                .doesNotContain("running, last response at");
        assertThat(answerer.get("/q/metrics"))
                .doesNotContain("hashlake_tweets_received", "hashlake_cursor_age", "hashlake_rows_written")
                .doesNotContain("hashlake_api_requests", "hashlake_job_runs");
        assertThat(answerer.output()).contains("dashboard  http").doesNotContain("  sources ", "  X  ", "  lake ");
        assertThat(directory.resolve("other/lake")).doesNotExist();
    }

    @Test
    void theRoleApiIsReadyWithoutTheKafkaThatItDoesNotNeed() throws Exception {
        assertThat(status(answerer, "/q/health/ready")).isEqualTo(200);
        assertThat(answerer.output()).doesNotContain("Kafka");
    }

    @Test
    void theFilesOfThePageMayRunNothingElseAndTheFeedIsNotKept() throws Exception {
        assertThat(header(answerer, "/", "Content-Security-Policy")).contains("script-src 'self'");
        assertThat(header(answerer, "/dashboard/main.js", "Content-Security-Policy"))
                .contains("script-src 'self'");
        assertThat(header(answerer, "/api/v1/totals", "Content-Security-Policy"))
                .doesNotContain("script-src");
        HttpResponse<java.util.stream.Stream<String>> feed = java.net.http.HttpClient.newHttpClient()
                .send(answerer.request("/api/v1/live").build(), HttpResponse.BodyHandlers.ofLines());
        assertThat(feed.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(feed.headers().firstValue("X-Accel-Buffering")).contains("no");
        feed.body().close();
    }

    @Test
    void dashboardAndAlertsAskForWhatIsExposed() throws Exception {
        status(answerer, "/api/v1/totals");
        Map<String, Set<String>> exposed = new TreeMap<>(Map.of("up", Set.of()));
        for (HashlakeProcess process : List.of(collector, answerer)) {
            Scrape.labels(process.get("/q/metrics"))
                    .forEach((sample, labels) -> exposed.computeIfAbsent(sample, name -> new TreeSet<>())
                            .addAll(labels));
        }
        Map<String, Set<String>> documented = MeterTable.labels();
        exposed.keySet().stream()
                .filter(sample -> sample.startsWith("hashlake_") && !sample.endsWith("_bucket"))
                .forEach(sample -> assertThat(documented).containsEntry(Scrape.meter(sample), exposed.get(sample)));
        for (String expression : Deployed.expressions()) {
            if (!expression.contains("hashlake_")) {
                assertThat(Expression.of(expression).unknownTo(exposed))
                        .as(expression)
                        .isEmpty();
            }
        }
    }

    private static int status(HashlakeProcess process, String path) throws Exception {
        return HashlakeProcess.send(process.request(path)).statusCode();
    }

    private static String header(HashlakeProcess process, String path, String name) throws Exception {
        return HashlakeProcess.send(process.request(path))
                .headers()
                .firstValue(name)
                .orElseThrow();
    }
}
