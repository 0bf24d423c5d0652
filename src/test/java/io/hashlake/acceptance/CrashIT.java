package io.hashlake.acceptance;

import static io.hashlake.tweet.RowComparison.assertSameRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.settings.RandomFaults;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.truth.TruePost;
import io.hashlake.simulator.world.LateListing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the packaged application with {@code kill -9} at random moments while it ingests, and compares lake and warehouse
 * with what the simulator knows to be true. The seed is printed and can be given as {@code -Dhashlake.seed}; {@code ./mvnw
 * -Pchaos verify} kills it more often.
 */
class CrashIT {

    private static final int KILLS = Integer.getInteger("hashlake.chaos.kills", 12);

    /** So many that they come until the last kill. */
    private static final int POSTS = 8_000 + 1_250 * KILLS;

    private static final List<String> HASHTAGS = List.of("covid19", "climate", "saúde", "ai", "brasil");
    private static final List<FaultKind> FAULTS = List.of(
            FaultKind.UNAVAILABLE,
            FaultKind.BROKEN_JSON,
            FaultKind.HALF_BODY,
            FaultKind.RESET,
            FaultKind.LYING_GZIP,
            FaultKind.EMPTY_PAGE,
            FaultKind.OUT_OF_ORDER,
            FaultKind.PARTIAL_ERRORS,
            FaultKind.BROKEN_TWEET);

    @TempDir
    Path directory;

    @Test
    void killedAtAnyMomentNothingIsLostOrDoubled() throws Exception {
        long seed = Long.getLong("hashlake.seed", System.nanoTime());
        System.out.println("CrashIT: seed " + seed + ", " + KILLS + " kills, " + POSTS + " posts");
        try (Workspace workspace = new Workspace(directory, settings(seed))) {
            killAgainAndAgain(workspace, new Random(seed));
            try (HashlakeProcess survivor = workspace.start(Map.of())) {
                awaitEverything(workspace);
                survivor.stop();
                assertThat(workspace
                                .warehouse("select id from twitter.tweet order by 1")
                                .size())
                        .isEqualTo(new HashSet<>(idsOf(workspace)).size());
            }
            assertLakeIsTrue(workspace);
            assertNewestMetricsAfterReadingEverythingAgain(workspace);
            assertLakeIsTrue(workspace);
        }
    }

    private static SimulatorSettings settings(long seed) {
        SimulatorSettings defaults = TestSimulator.settings()
                .withSeed(seed)
                .withHashtags(HASHTAGS)
                .withPostsPerSecond(400)
                .withHistory(Duration.ofSeconds(20))
                .withLimit(POSTS)
                .withDuplicates(0.05)
                .withLateListing(new LateListing(0.05, Duration.ofSeconds(8)))
                .withRateLimits(RateLimits.NONE)
                .withFaults(new RandomFaults(0.05, FAULTS));
        return defaults.withWorld(defaults.world().withReposts(0));
    }

    private static void killAgainAndAgain(Workspace workspace, Random random) throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            try (HashlakeProcess victim = workspace.start(Map.of())) {
                if (random.nextInt(10) > 0) {
                    victim.awaitUp();
                }
                victim.run(Duration.ofMillis(random.nextInt(2_500)));
                victim.kill();
            }
        }
    }

    private static void awaitEverything(Workspace workspace) {
        Workspace.awaitLake(Duration.ofMinutes(5)).untilAsserted(() -> {
            try (LakeReader lake = workspace.lake()) {
                assertThat(lake.count())
                        .isGreaterThanOrEqualTo(workspace.trueRows().size());
            }
        });
    }

    private static List<Long> idsOf(Workspace workspace) {
        return HASHTAGS.stream()
                .flatMap(tag -> workspace.simulator.truth("#" + tag).stream())
                .map(TruePost::id)
                .toList();
    }

    private static void assertLakeIsTrue(Workspace workspace) throws Exception {
        try (LakeReader lake = workspace.lake()) {
            assertSameRows(lake.rows(), workspace.trueRows());
        }
    }

    /** What was served and then lost in a kill is newer than what was stored; one more undisturbed reading settles it. */
    private static void assertNewestMetricsAfterReadingEverythingAgain(Workspace workspace) throws Exception {
        workspace.execute("update ops.cursor set position = '1288834974657'");
        // A poll that reaches back is served newer metrics of posts that were handed on, and does not hand them on
        // again.
        try (HashlakeProcess reader = workspace.start(Map.of("hashlake.search.settling", "0s"))) {
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(storedLikes(workspace))
                            .containsExactlyInAnyOrderElementsOf(servedLikes(workspace)));
            reader.stop();
        }
    }

    private static List<String> storedLikes(Workspace workspace) throws Exception {
        return workspace.warehouse(
                "select id || '/' || like_count || '/' || retweet_count || '/' || impression_count from twitter.tweet");
    }

    private static List<String> servedLikes(Workspace workspace) {
        return HASHTAGS.stream()
                .flatMap(tag -> workspace.simulator.truth("#" + tag).stream())
                .map(post -> post.id() + "/" + post.lastMetrics().likes() + "/"
                        + post.lastMetrics().retweets() + "/"
                        + post.lastMetrics().impressions())
                .distinct()
                .toList();
    }
}
