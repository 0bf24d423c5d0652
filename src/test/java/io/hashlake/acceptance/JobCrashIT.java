package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.tweet.FakeClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the packaged application with {@code kill -9} at random moments while all of its jobs run at once, and compares what is
 * there at last with what one undisturbed run makes of the same posts. The seed is printed and can be given as {@code
 * -Dhashlake.seed}.
 */
class JobCrashIT {

    private static final int KILLS = Integer.getInteger("hashlake.kills", 7);
    private static final int POSTS = 10_000;
    private static final Duration HISTORY = Duration.ofHours(84);
    private static final Instant NOON = Instant.parse("2018-11-04T15:00:00Z");
    private static final List<String> HASHTAGS = List.of("covid19", "climate", "saúde", "ai", "brasil");

    /** Many small files, in which posts are that come twice. */
    private static final Map<String, String> SINKS = Map.of(
            "hashlake.roles", "ingest,lake,warehouse",
            "hashlake.text.languages", "en,es,pt",
            "hashlake.lake.max-uncommitted", "2000",
            "hashlake.lake.window", "1",
            "hashlake.lake.remembered-ids", "1");

    private static final Map<String, String> JOBS = Map.of(
            "hashlake.roles", "api,jobs",
            "hashlake.api.token", RunningJobs.TOKEN,
            "hashlake.compaction.min-files", "2",
            "hashlake.compaction.settle-age", "0s",
            "hashlake.compaction.overlap", "150ms");

    /** What marts and star schema are compared by, in the SQL that both of their engines speak. */
    private static final Map<String, String> TABLES = Map.of(
            "fact_tweet",
                    "tweet_id, extract(epoch from hour)::bigint, date_key, time_key, user_key, user_id, language_key,"
                            + " engagement, followers_count, sentiment",
            "fact_tweet_hashtag", "tweet_id, hashtag_key, date_key, time_key, user_id, engagement, sentiment",
            "fact_hashtag_hour",
                    "hashtag_key, extract(epoch from hour)::bigint, date_key, posts, authors, reach, engagement,"
                            + " negative, neutral, positive",
            "dim_user", "user_key, user_id, username, followers_count, is_current::int",
            "dim_hashtag", "hashtag_key, hashtag, hashtag_text",
            "dim_language", "language_key, language",
            "dim_date", "date_key, iso_week, day_of_week",
            "dim_time", "time_key, part_of_day");

    @TempDir
    Path directory;

    private final FakeClock clock = new FakeClock(NOON);

    @Test
    void killedAtAnyMomentJobsLeaveWhatOneUndisturbedRunLeaves() throws Exception {
        long seed = Long.getLong("hashlake.seed", System.nanoTime());
        System.out.println("JobCrashIT: seed " + seed + ", " + KILLS + " kills");
        try (Workspace workspace = new Workspace(directory, world(seed), clock)) {
            fill(workspace);
            List<String> posts = newestPosts(workspace);
            killAgainAndAgain(workspace, posts.size(), new Random(seed));
            try (HashlakeProcess survivor = workspace.start(JOBS).awaitUp()) {
                RunningJobs jobs = new RunningJobs(workspace, survivor);
                jobs.endLeases();
                jobs.runEach();
                assertThat(jobs.unfinished()).isEmpty();
                assertThat(storedPosts(workspace)).isEqualTo(posts);
                assertMartsAreTheStarSchema(workspace);
                List<String> star = starSchema(workspace);
                empty(workspace);
                jobs.run("star-schema");
                assertThat(starSchema(workspace)).isEqualTo(star);
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

    /** With what X says of all posts, and what it says of them fifty minutes later. */
    private void fill(Workspace workspace) throws Exception {
        SimulatedPages pages = new SimulatedPages(workspace.simulator, HASHTAGS);
        Path first = file("first.jsonl", pages.all());
        clock.pass(Duration.ofMinutes(50));
        Path second = file("second.jsonl", pages.all());
        try (HashlakeProcess replay = workspace.start(SINKS, "replay", first.toString(), second.toString())) {
            assertThat(replay.awaitExit()).as(replay.output()).isZero();
        }
    }

    private Path file(String name, List<String> pages) throws IOException {
        Path file = Files.write(directory.resolve(name), pages);
        return Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    }

    /** While one process works, the next one starts. */
    private static void killAgainAndAgain(Workspace workspace, int posts, Random random) throws Exception {
        int interrupted = 0;
        HashlakeProcess next = workspace.start(JOBS);
        for (int kill = 0; kill < KILLS; kill++) {
            try (HashlakeProcess victim = next.awaitUp()) {
                next = workspace.start(JOBS);
                RunningJobs jobs = new RunningJobs(workspace, victim);
                jobs.endLeases();
                markEveryHour(workspace);
                jobs.killAtAMoment(random);
                interrupted += jobs.unfinished().isEmpty() ? 0 : 1;
                assertNothingIsMissing(workspace, posts);
            }
        }
        next.kill();
        System.out.println("JobCrashIT: " + interrupted + " kills while files were being replaced");
        assertThat(interrupted).isPositive();
    }

    private static void markEveryHour(Workspace workspace) throws SQLException {
        workspace.execute("insert into ops.changed_hour (hour)"
                + " select distinct date_trunc('hour', created_at, 'UTC') from twitter.tweet");
    }

    private static void assertNothingIsMissing(Workspace workspace, int posts) throws SQLException {
        try (LakeReader lake = workspace.lake()) {
            assertThat(lake.strings("select count(distinct (hashtag, dt, id))::varchar from " + lake.tweets()))
                    .containsExactly("" + posts);
        }
    }

    /** The rows that a compaction has to leave. */
    private static List<String> newestPosts(Workspace workspace) throws SQLException {
        try (LakeReader lake = workspace.lake()) {
            List<String> newest = lake.rows("select hashtag, dt, id, max(epoch_ms(observed_at)),"
                    + " arg_max(like_count, observed_at) from " + lake.tweets() + " group by all order by all");
            assertThat(lake.count()).isGreaterThan(newest.size());
            return newest;
        }
    }

    private static List<String> storedPosts(Workspace workspace) throws SQLException {
        try (LakeReader lake = workspace.lake()) {
            return lake.rows("select hashtag, dt, id, epoch_ms(observed_at), like_count from " + lake.tweets()
                    + " order by all");
        }
    }

    private static void assertMartsAreTheStarSchema(Workspace workspace) throws SQLException {
        assertThat(workspace.warehouse("select 1 from ops.changed_mart")).isEmpty();
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            String sql = "select concat_ws('|', " + table.getValue() + ") from %s order by 1";
            try (LakeReader lake = workspace.lake()) {
                assertThat(lake.strings(sql.formatted(lake.mart(table.getKey()))))
                        .as(table.getKey())
                        .isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(
                                workspace.warehouse(sql.formatted("dw." + table.getKey())));
            }
        }
    }

    /** Every row, with names in place of the keys that a table gives. */
    private static List<String> starSchema(Workspace workspace) throws SQLException {
        assertThat(workspace.warehouse("select 1 from ops.changed_hour")).isEmpty();
        return workspace.warehouse("""
                select (to_jsonb(fact) - 'language_key' - 'user_key')::text || language || author.username
                from dw.fact_tweet as fact join dw.dim_language using (language_key) join dw.dim_user as author using (user_key)
                union all
                select (to_jsonb(fact) - 'language_key' - 'hashtag_key')::text || language || hashtag
                from dw.fact_tweet_hashtag as fact join dw.dim_language using (language_key) join dw.dim_hashtag using (hashtag_key)
                union all
                select (to_jsonb(fact) - 'hashtag_key' - 'mean_polarity')::text || hashtag || round(mean_polarity::numeric, 6)
                from dw.fact_hashtag_hour as fact join dw.dim_hashtag using (hashtag_key)
                union all select (to_jsonb(author) - 'user_key')::text from dw.dim_user as author
                union all select (to_jsonb(tag) - 'hashtag_key')::text from dw.dim_hashtag as tag
                union all select to_jsonb(day)::text from dw.dim_date as day
                order by 1""");
    }

    private static void empty(Workspace workspace) throws SQLException {
        workspace.execute("truncate dw.fact_tweet, dw.fact_tweet_hashtag, dw.fact_hashtag_hour, dw.dim_user,"
                + " dw.dim_hashtag, dw.dim_language, dw.dim_date");
        markEveryHour(workspace);
    }
}
