package io.hashlake.simulator.world;

import io.hashlake.tweet.Hashtag;
import java.time.Duration;
import java.util.List;

/**
 * Properties of a simulated world.
 *
 * @param seed two worlds of the same seed, rate and hashtags have the same posts
 * @param postsPerSecond more than 0, at most 1,000,000; reposts included
 * @param history how long before the simulator's start the world began; not negative
 * @param limit after how many posts, reposts included, the world falls silent; 0 for never
 * @param hashtags most used first; their use follows Zipf's law
 * @param reposts share of posts that are reposts, 0 to 0.9; search never returns them
 * @param retained how many of the newest posts can be searched and are remembered as served, 1,000 or more; about 40 bytes
 *     each
 * @param deletions which posts are deleted, and when
 * @param lateListing which posts search lists late
 * @param bursts times in which more is written, one after another
 */
public record WorldSettings(
        long seed,
        double postsPerSecond,
        Duration history,
        long limit,
        List<String> hashtags,
        double reposts,
        int retained,
        Deletions deletions,
        LateListing lateListing,
        List<Burst> bursts) {

    private static final double MAX_PER_SECOND = 1_000_000;

    public WorldSettings {
        hashtags = List.copyOf(hashtags);
        bursts = List.copyOf(bursts);
        Require.that(postsPerSecond > 0 && postsPerSecond <= MAX_PER_SECOND, "posts per second", postsPerSecond);
        Require.that(!history.isNegative(), "history", history);
        Require.that(limit >= 0, "limit", limit);
        Require.that(reposts >= 0 && reposts <= 0.9, "share of reposts", reposts);
        Require.that(retained >= 1000, "retained", retained);
        Require.that(!hashtags.isEmpty(), "hashtags", hashtags);
        hashtags.forEach(Hashtag::of);
    }

    /** About 200 hashtags and a quarter of an hour of history; nothing is deleted, listed late or written in bursts. */
    public static WorldSettings of(long seed, double postsPerSecond, long limit) {
        return new WorldSettings(
                seed,
                postsPerSecond,
                Duration.ofMinutes(15),
                limit,
                WordLists.words("hashtags.txt"),
                0.1,
                2_000_000,
                Deletions.NONE,
                LateListing.NONE,
                List.of());
    }

    public WorldSettings withSeed(long changed) {
        return new WorldSettings(
                changed, postsPerSecond, history, limit, hashtags, reposts, retained, deletions, lateListing, bursts);
    }

    public WorldSettings withPostsPerSecond(double changed) {
        return new WorldSettings(
                seed, changed, history, limit, hashtags, reposts, retained, deletions, lateListing, bursts);
    }

    public WorldSettings withHistory(Duration changed) {
        return new WorldSettings(
                seed, postsPerSecond, changed, limit, hashtags, reposts, retained, deletions, lateListing, bursts);
    }

    public WorldSettings withLimit(long changed) {
        return new WorldSettings(
                seed, postsPerSecond, history, changed, hashtags, reposts, retained, deletions, lateListing, bursts);
    }

    public WorldSettings withHashtags(List<String> changed) {
        return new WorldSettings(
                seed, postsPerSecond, history, limit, changed, reposts, retained, deletions, lateListing, bursts);
    }

    public WorldSettings withReposts(double changed) {
        return new WorldSettings(
                seed, postsPerSecond, history, limit, hashtags, changed, retained, deletions, lateListing, bursts);
    }

    public WorldSettings withRetained(int changed) {
        return new WorldSettings(
                seed, postsPerSecond, history, limit, hashtags, reposts, changed, deletions, lateListing, bursts);
    }

    public WorldSettings withDeletions(Deletions changed) {
        return new WorldSettings(
                seed, postsPerSecond, history, limit, hashtags, reposts, retained, changed, lateListing, bursts);
    }

    public WorldSettings withLateListing(LateListing changed) {
        return new WorldSettings(
                seed, postsPerSecond, history, limit, hashtags, reposts, retained, deletions, changed, bursts);
    }

    public WorldSettings withBursts(List<Burst> changed) {
        return new WorldSettings(
                seed, postsPerSecond, history, limit, hashtags, reposts, retained, deletions, lateListing, changed);
    }
}
