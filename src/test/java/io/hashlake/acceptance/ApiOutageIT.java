package io.hashlake.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.hashlake.simulator.TestSimulator;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the database is out, whoever asks is told so, soon; afterwards they get answers without doing anything. */
class ApiOutageIT {

    private static final Duration SOON = Duration.ofSeconds(12);
    private static final Duration RECOVERY = Duration.ofSeconds(40);

    /** Nobody has asked these before, so no answer is kept. */
    private static final List<String> QUESTIONS = List.of(
            "/api/v1/totals?last=31m",
            "/api/v1/hashtags?last=32m",
            "/api/v1/hashtags/climate/series?last=33m&interval=minute",
            "/api/v1/hashtags/climate/top-posts?last=34m",
            "/api/v1/posts?last=35m",
            "/api/v1/posts/1",
            "/api/v1/posts/export?last=36m",
            "/api/v1/users?last=37m",
            "/api/v1/gaps?last=38m");

    @TempDir
    static Path directory;

    private static Workspace workspace;
    private static HashlakeProcess hashlake;

    @BeforeAll
    static void start() throws Exception {
        workspace = new Workspace(
                directory,
                TestSimulator.settings()
                        .withHashtags(List.of("climate"))
                        .withPostsPerSecond(20)
                        .withHistory(Duration.ofSeconds(60)));
        hashlake = workspace
                .start(Map.of("hashlake.roles", "ingest,warehouse,api"))
                .awaitUp();
        await().atMost(RECOVERY)
                .until(() -> Long.parseLong(workspace
                                .warehouse("select count(*) from twitter.tweet")
                                .get(0))
                        > 100);
    }

    @AfterAll
    static void stop() throws Exception {
        hashlake.close();
        workspace.close();
    }

    @Test
    void everyQuestionIsAnsweredWithAProblemSoonAndWithAnAnswerAfterwards() throws Exception {
        workspace.postgres.close();
        try {
            for (String question : QUESTIONS) {
                Instant asked = Instant.now();
                ProblemDetails.assertPassing(HashlakeProcess.send(hashlake.request(question)), 503);
                assertThat(Duration.between(asked, Instant.now())).as(question).isLessThan(SOON);
            }
            ProblemDetails.assertPassing(sql(), 503);
        } finally {
            workspace.restartPostgres();
        }
        for (String question : QUESTIONS) {
            await().atMost(RECOVERY).untilAsserted(() -> assertThat(
                            HashlakeProcess.send(hashlake.request(question)).statusCode())
                    .as(question)
                    .isIn(200, 404));
        }
        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(sql().statusCode()).isEqualTo(200));
        assertThat(hashlake.output()).doesNotContain("The API failed");
    }

    private static HttpResponse<String> sql() throws Exception {
        return HashlakeProcess.send(hashlake.request("/api/v1/sql")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("SELECT count(*) FROM post")));
    }

    @Test
    void theFeedSaysSoAndGoesOnOnTheSameConnection() throws Exception {
        try (FeedReader feed = new FeedReader(hashlake)) {
            await().atMost(RECOVERY).until(() -> feed.events("snapshot") > 0);
            workspace.postgres.close();
            try {
                await().atMost(RECOVERY).until(() -> feed.events("problem") > 0);
                assertThat(feed.latest()).contains("\"code\":\"warehouse\"");
            } finally {
                workspace.restartPostgres();
            }
            long before = feed.events("snapshot");
            await().atMost(RECOVERY).until(() -> feed.events("snapshot") > before + 1);
            assertThat(feed.latest()).contains("\"totals\"");
            assertThat(feed.isConnected()).isTrue();
        }
    }

    @Test
    void thePageSaysSoAndGoesOn() throws Exception {
        Optional<Path> executable = Chromium.find();
        assumeTrue(executable.isPresent(), "no Chromium here: name one with -Dhashlake.chromium=PATH");
        try (Chromium chromium = new Chromium(executable.get())) {
            Page page = chromium.open(1440, 900, "en-US");
            page.navigate(hashlake.address());
            Locator status = page.locator("#status");
            assertThat(status).containsText("Live");
            workspace.postgres.close();
            try {
                assertThat(status).containsText("The warehouse does not answer");
                assertThat(page.locator(".tile.posts .value")).hasText(java.util.regex.Pattern.compile("[1-9].*"));
            } finally {
                workspace.restartPostgres();
            }
            assertThat(status).containsText("Live");
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
