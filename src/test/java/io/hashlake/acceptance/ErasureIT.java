package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.tweet.FakeClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Posts are removed at X, and the packaged application, killed again and again with {@code kill -9}, removes them everywhere. The
 * seed is printed and can be given as {@code -Dhashlake.seed}.
 */
class ErasureIT {

    private static final int POSTS = Integer.getInteger("hashlake.chaos.erasure.posts", 3_000);
    private static final int REMOVED = Integer.getInteger("hashlake.chaos.erasure.removed", 60);
    private static final int KILLS = Integer.getInteger("hashlake.chaos.erasure.kills", 2);
    private static final int MILLIS_BEFORE_A_KILL = 3_000;
    private static final Duration HISTORY = Duration.ofHours(12);
    private static final Instant NOON = Instant.parse("2018-11-04T15:00:00Z");
    private static final List<String> HASHTAGS = List.of("covid19", "climate", "ai");

    /** A busy machine takes its time to connect. */
    private static final String CONNECT = "quarkus.datasource.jdbc.acquisition-timeout";

    private static final Map<String, String> SINKS = Map.of("hashlake.roles", "ingest,lake,warehouse", CONNECT, "60s");

    private static final Map<String, String> JOBS = Map.of(
            "hashlake.roles",
            "api,jobs",
            CONNECT,
            "60s",
            "hashlake.api.token",
            RunningJobs.TOKEN,
            "hashlake.compliance.batch-size",
            Integer.toString(POSTS / 3),
            "hashlake.compliance.settle-age",
            "0s",
            "hashlake.compaction.overlap",
            "150ms");

    @TempDir
    Path directory;

    private final FakeClock clock = new FakeClock(NOON);

    @Test
    void postsThatAreGoneAtXAreGoneEverywhereAndStayGone() throws Exception {
        long seed = Long.getLong("hashlake.seed", System.nanoTime());
        System.out.println("ErasureIT: seed " + seed + ", " + KILLS + " kills");
        try (Workspace workspace = new Workspace(directory, world(seed), clock)) {
            Path file = file(new SimulatedPages(workspace.simulator, HASHTAGS).all());
            replay(workspace, file);
            List<String> stored = workspace.warehouse("select id::text from twitter.tweet order by 1");
            List<String> removed = remove(workspace, stored, new Random(seed));

            killAgainAndAgain(workspace, new Random(seed));
            try (HashlakeProcess survivor = workspace.start(JOBS).awaitUp()) {
                RunningJobs jobs = new RunningJobs(workspace, survivor);
                jobs.endLeases();
                jobs.run("star-schema");
                jobs.run("compliance");
                jobs.run("compliance");
                jobs.run("marts");
                assertGone(workspace, stored, removed);

                replay(workspace, file);
                jobs.run("compaction");
                workspace.execute("insert into ops.changed_hour (hour)"
                        + " select distinct date_trunc('hour', created_at, 'UTC') from twitter.tweet");
                jobs.run("star-schema");
                jobs.run("marts");
                assertGone(workspace, stored, removed);
                assertThat(workspace.warehouse("select id from ops.erasure where verified_at is null"))
                        .isEmpty();
            }
        }
    }

    private static SimulatorSettings world(long seed) {
        return TestSimulator.settings()
                .withSeed(seed)
                .withHashtags(HASHTAGS)
                .withHistory(HISTORY)
                .withPostsPerSecond((double) POSTS / HISTORY.toSeconds())
                .withRateLimits(RateLimits.NONE);
    }

    private Path file(List<String> pages) throws Exception {
        Path file = Files.write(directory.resolve("posts.jsonl"), pages);
        return Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    }

    /** A copy is another file, whose posts come again. */
    private static void replay(Workspace workspace, Path file) throws Exception {
        Path copy = Files.copy(file, file.resolveSibling(System.nanoTime() + ".jsonl"));
        try (HashlakeProcess replay = workspace.start(SINKS, "replay", copy.toString())) {
            assertThat(replay.awaitExit()).as(replay.output()).isZero();
        }
    }

    /** Of edited posts, all versions go. */
    private static List<String> remove(Workspace workspace, List<String> stored, Random random) throws SQLException {
        List<String> chosen = new ArrayList<>(stored);
        Collections.shuffle(chosen, random);
        chosen = chosen.subList(0, REMOVED);
        workspace.simulator.remove(chosen.stream().map(Long::valueOf).toList(), "deleted");
        TreeSet<String> removed = new TreeSet<>(chosen);
        removed.addAll(
                workspace.warehouse("select version::text from twitter.tweet cross join unnest(edit_history) as version"
                        + " where cardinality(edit_history) > 1 and edit_history && array["
                        + String.join(",", chosen) + "]::bigint[]"));
        return List.copyOf(removed);
    }

    private static void killAgainAndAgain(Workspace workspace, Random random) throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            try (HashlakeProcess victim = workspace.start(JOBS).awaitUp()) {
                RunningJobs jobs = new RunningJobs(workspace, victim);
                jobs.endLeases();
                Thread run = new Thread(() -> jobs.attempt("compliance"), "compliance");
                run.start();
                victim.run(Duration.ofMillis(random.nextInt(MILLIS_BEFORE_A_KILL)));
                victim.kill();
                run.join();
            }
        }
    }

    private static void assertGone(Workspace workspace, List<String> stored, List<String> removed) throws SQLException {
        List<String> left = stored.stream().filter(id -> !removed.contains(id)).toList();
        assertThat(workspace.warehouse("select id::text from twitter.tweet order by 1"))
                .isEqualTo(left);
        assertThat(workspace.warehouse("select distinct tweet_id::text from twitter.tweet_hashtag"))
                .doesNotContainAnyElementsOf(removed);
        assertThat(workspace.warehouse("select tweet_id::text from dw.fact_tweet"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(removed);
        assertThat(workspace.warehouse("select user_id from dw.dim_user"
                        + " where not exists (select from twitter.\"user\" where id = user_id)"))
                .isEmpty();
        try (LakeReader lake = workspace.lake()) {
            assertThat(lake.strings("select distinct id::varchar from " + lake.tweets() + " order by 1"))
                    .isEqualTo(left);
            assertThat(lake.strings("select tweet_id::varchar from " + lake.mart("fact_tweet")))
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(removed);
        }
    }
}
