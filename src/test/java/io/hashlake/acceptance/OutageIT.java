package io.hashlake.acceptance;

import static io.hashlake.tweet.RowComparison.assertSameRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.observability.Scrape;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.world.LateListing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is out, health and metrics say so, and afterwards everything is there. */
class OutageIT {

    /** A little longer than the simulator lists posts late: only then is a busy search read again to its end. */
    private static final Map<String, String> SETTLING = Map.of("hashlake.search.settling", "6s");

    @TempDir
    Path directory;

    private Workspace workspace;
    private HashlakeProcess hashlake;

    @AfterEach
    void stop() throws Exception {
        hashlake.close();
        workspace.close();
    }

    @Test
    void theDatabaseMayStopAndComeBack() throws Exception {
        start(200);
        workspace.postgres.close();
        awaitHealth("sinks", "out since");
        awaitRetries("warehouse");
        workspace.restartPostgres();
        awaitTruth();
    }

    @Test
    void theLakeMayRefuseToBeWritten() throws Exception {
        start(200);
        Path lake = directory.resolve("data/lake");
        Files.move(lake, directory.resolve("away"));
        Files.createFile(lake);
        awaitHealth("sinks", "out since");
        awaitRetries("lake");
        Files.delete(lake);
        Files.move(directory.resolve("away"), lake);
        awaitTruth();
    }

    @Test
    void itStopsWithinTenSecondsWithoutTheDatabaseAndReadsAgainWhatWasLeft() throws Exception {
        start(200);
        workspace.postgres.close();
        awaitHealth("sinks", "out since");
        stopsInTime();
        workspace.restartPostgres();
        hashlake = workspace.start(SETTLING).awaitUp();
        awaitTruth();
    }

    @Test
    void itStopsWithinTenSecondsWhereTheDatabaseHangs() throws Exception {
        start(200);
        signalPostgres("-STOP");
        try {
            await().atMost(Duration.ofMinutes(1)).until(this::hasUncommittedPosts);
            stopsInTime();
        } finally {
            signalPostgres("-CONT");
        }
        hashlake = workspace.start(SETTLING).awaitUp();
        awaitTruth();
    }

    @Test
    void itStopsWithinTenSecondsWhereTheLakeIsOutAndXHangs() throws Exception {
        start(200);
        Path lake = directory.resolve("data/lake");
        Files.move(lake, directory.resolve("away"));
        Files.createFile(lake);
        workspace.simulator.fail(FaultKind.ENDLESS_BODY, Duration.ofSeconds(30));
        awaitHealth("sinks", "out since");
        stopsInTime();
        workspace.simulator.heal();
        Files.delete(lake);
        Files.move(directory.resolve("away"), lake);
        hashlake = workspace.start(SETTLING).awaitUp();
        awaitTruth();
    }

    private void stopsInTime() throws Exception {
        Instant begin = Instant.now();
        hashlake.stop();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(hashlake.output()).contains("read again after the next start");
    }

    private boolean hasUncommittedPosts() throws Exception {
        String metrics = hashlake.get("/q/metrics");
        return Scrape.sum(metrics, "hashlake_tweets_received_total{")
                > Scrape.sum(metrics, "hashlake_sink_posts_total{", "sink=\"warehouse\"");
    }

    private void signalPostgres(String signal) throws Exception {
        long server = Long.parseLong(Files.readAllLines(directory.resolve("postgres/cluster/postmaster.pid"))
                .get(0)
                .strip());
        ProcessHandle postmaster = ProcessHandle.of(server).orElseThrow();
        for (ProcessHandle process :
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList()) {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    @Test
    void xMayAnswerWithAnythingThatPasses() throws Exception {
        start(100);
        for (FaultKind kind : List.of(
                FaultKind.RATE_LIMITED,
                FaultKind.UNAVAILABLE,
                FaultKind.BROKEN_JSON,
                FaultKind.HALF_BODY,
                FaultKind.RESET,
                FaultKind.LYING_GZIP,
                FaultKind.HUGE_TWEET,
                FaultKind.ENDLESS_BODY)) {
            workspace.simulator.fail(kind, 3);
            awaitSeen(kind);
            workspace.simulator.heal();
            awaitReady();
        }
        awaitTruth();
        assertThat(hashlake.get("/q/metrics"))
                .contains("outcome=\"rate_limited\"", "outcome=\"server_error\"", "outcome=\"broken_body\"")
                .containsPattern("hashlake_dead_letters_total\\{.*stage=\"parse\"");
    }

    @Test
    void aWrongTokenStopsTheSourcesUntilSomebodyActs() throws Exception {
        start(200);
        workspace.simulator.fail(FaultKind.UNAUTHORIZED, Duration.ofSeconds(20));
        awaitHealth("sources", "stopped: ");
        readOnAfterARestart();
    }

    /** Five minutes later they stop, which is shown with a clock of its own. */
    @Test
    void usedUpCreditsPauseTheSourcesWhileARechargeMayCome() throws Exception {
        start(200);
        workspace.simulator.fail(FaultKind.CREDITS_DEPLETED, Duration.ofSeconds(20));
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(hashlake.get("/q/health/ready"))
                .contains("auto-recharge may still come"));
        readOnAfterARestart();
    }

    /** 6,000 posts, of which those of the last 20 seconds are there at once. */
    private void start(int postsPerSecond) throws Exception {
        SimulatorSettings settings = TestSimulator.settings()
                .withHashtags(List.of("covid19", "climate"))
                .withPostsPerSecond(postsPerSecond)
                .withHistory(Duration.ofSeconds(20))
                .withLimit(6_000)
                .withLateListing(new LateListing(0.05, Duration.ofSeconds(4)))
                .withRateLimits(RateLimits.NONE);
        workspace = new Workspace(directory, settings.withWorld(settings.world().withReposts(0)));
        hashlake = workspace.start(SETTLING).awaitUp();
        Workspace.awaitLake(Duration.ofMinutes(2)).until(() -> rowsInLake() > 100);
    }

    private void readOnAfterARestart() throws Exception {
        workspace.simulator.heal();
        hashlake.stop();
        hashlake = workspace.start(SETTLING).awaitUp();
        awaitTruth();
    }

    /** So many that the pauses between them have grown. */
    private void awaitRetries(String sink) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(hashlake.get("/q/metrics"))
                .containsPattern("hashlake_retries_total\\{.*sink=\"" + sink + "\".*} ([4-9]|\\d\\d)"));
    }

    private void awaitSeen(FaultKind kind) {
        await().atMost(Duration.ofSeconds(60)).until(() -> workspace.simulator.requests().values().stream()
                .flatMap(outcomes -> outcomes.keySet().stream())
                .anyMatch(outcome -> outcome.contains(kind.toString())));
    }

    private void awaitHealth(String check, String says) {
        await().untilAsserted(() -> assertThat(hashlake.get("/q/health/ready")).contains("DOWN", check, says));
    }

    private void awaitTruth() {
        Workspace.awaitLake(Duration.ofMinutes(2)).untilAsserted(() -> {
            assertThat(workspace.simulator.truth("#covid19 OR #climate")).hasSizeGreaterThan(5_000);
            try (LakeReader lake = workspace.lake()) {
                assertSameRows(lake.rows(), workspace.trueRows());
            }
            assertThat(workspace.warehouse("select unnest(followed) || '/' || id from twitter.tweet"))
                    .containsExactlyInAnyOrderElementsOf(workspace.trueRows());
        });
        awaitReady();
    }

    private void awaitReady() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(hashlake.get("/q/health/ready"))
                .contains("running, last response at")
                .doesNotContain("\"DOWN\""));
    }

    private long rowsInLake() throws Exception {
        try (LakeReader lake = workspace.lake()) {
            return lake.count();
        }
    }
}
