package io.hashlake.simulator.settings;

import io.hashlake.simulator.world.Deletions;
import io.hashlake.simulator.world.LateListing;
import io.hashlake.simulator.world.Require;
import io.hashlake.simulator.world.WorldSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Behaviour of a simulator.
 *
 * @param world what posts there are
 * @param bearerToken the token that a request must carry; null if any will do, or none
 * @param rateLimits whether limits are enforced
 * @param faults faults by chance
 * @param duplicates share of posts that are served twice, on the same page or the next one; 0 to 0.5
 * @param vocabularies which names are understood; a request is answered in those it was asked by, in {@link
 *     Vocabulary#TWEET} where it shows no preference. Names of a vocabulary that is not spoken are answered by 400
 * @param lag how long before now search's default {@code end_time} lies; X has 30 seconds
 * @param gzip whether answers are compressed for clients that accept it, as X does
 * @param fullArchive whether {@code /2/tweets/search/all} may be used; else it answers 403, as for older tokens
 * @param streams how streams behave
 */
public record SimulatorSettings(
        WorldSettings world,
        String bearerToken,
        RateLimits rateLimits,
        RandomFaults faults,
        double duplicates,
        Set<SimulatorVocabulary> vocabularies,
        Duration lag,
        boolean gzip,
        boolean fullArchive,
        SimulatedStreamSettings streams) {

    public SimulatorSettings {
        vocabularies = Set.copyOf(vocabularies);
        Require.that(duplicates >= 0 && duplicates <= 0.5, "share of duplicates", duplicates);
        Require.that(!vocabularies.isEmpty(), "vocabularies", vocabularies);
        Require.that(!lag.isNegative(), "lag", lag);
        Require.that(bearerToken == null || !bearerToken.isBlank(), "bearer token", "blank");
    }

    /** As it is configured; it behaves like X and accepts any token. */
    public static SimulatorSettings of(SimulatorConfig config) {
        WorldSettings world = WorldSettings.of(config.seed(), config.postsPerSecond(), config.posts())
                .withDeletions(new Deletions(config.deletions(), Deletions.NONE.within()))
                .withLateListing(new LateListing(config.lateListed(), LateListing.NONE.most()));
        return new SimulatorSettings(
                world,
                null,
                RateLimits.LIKE_X,
                RandomFaults.NONE,
                config.duplicates(),
                Set.of(SimulatorVocabulary.values()),
                Duration.ZERO,
                true,
                true,
                SimulatedStreamSettings.of(config));
    }

    public SimulatorSettings withWorld(WorldSettings changed) {
        return new SimulatorSettings(
                changed, bearerToken, rateLimits, faults, duplicates, vocabularies, lag, gzip, fullArchive, streams);
    }

    public SimulatorSettings withSeed(long seed) {
        return withWorld(world.withSeed(seed));
    }

    public SimulatorSettings withPostsPerSecond(double postsPerSecond) {
        return withWorld(world.withPostsPerSecond(postsPerSecond));
    }

    public SimulatorSettings withHistory(Duration history) {
        return withWorld(world.withHistory(history));
    }

    public SimulatorSettings withLimit(long limit) {
        return withWorld(world.withLimit(limit));
    }

    public SimulatorSettings withHashtags(List<String> hashtags) {
        return withWorld(world.withHashtags(hashtags));
    }

    public SimulatorSettings withLateListing(LateListing late) {
        return withWorld(world.withLateListing(late));
    }

    public SimulatorSettings withBearerToken(String token) {
        return new SimulatorSettings(
                world, token, rateLimits, faults, duplicates, vocabularies, lag, gzip, fullArchive, streams);
    }

    public SimulatorSettings withRateLimits(RateLimits limits) {
        return new SimulatorSettings(
                world, bearerToken, limits, faults, duplicates, vocabularies, lag, gzip, fullArchive, streams);
    }

    public SimulatorSettings withFaults(RandomFaults changed) {
        return new SimulatorSettings(
                world, bearerToken, rateLimits, changed, duplicates, vocabularies, lag, gzip, fullArchive, streams);
    }

    public SimulatorSettings withDuplicates(double share) {
        return new SimulatorSettings(
                world, bearerToken, rateLimits, faults, share, vocabularies, lag, gzip, fullArchive, streams);
    }

    public SimulatorSettings withVocabularies(Set<SimulatorVocabulary> spoken) {
        return new SimulatorSettings(
                world, bearerToken, rateLimits, faults, duplicates, spoken, lag, gzip, fullArchive, streams);
    }

    public SimulatorSettings withLag(Duration changed) {
        return new SimulatorSettings(
                world, bearerToken, rateLimits, faults, duplicates, vocabularies, changed, gzip, fullArchive, streams);
    }

    public SimulatorSettings withGzip(boolean compressed) {
        return new SimulatorSettings(
                world,
                bearerToken,
                rateLimits,
                faults,
                duplicates,
                vocabularies,
                lag,
                compressed,
                fullArchive,
                streams);
    }

    public SimulatorSettings withFullArchive(boolean allowed) {
        return new SimulatorSettings(
                world, bearerToken, rateLimits, faults, duplicates, vocabularies, lag, gzip, allowed, streams);
    }

    public SimulatorSettings withStreams(SimulatedStreamSettings changed) {
        return new SimulatorSettings(
                world, bearerToken, rateLimits, faults, duplicates, vocabularies, lag, gzip, fullArchive, changed);
    }

    /** Everything but the token. */
    @Override
    public String toString() {
        return "SimulatorSettings[" + world + ", bearerToken=" + (bearerToken == null ? "any" : "***") + ", "
                + rateLimits + ", " + faults + ", duplicates=" + duplicates + ", " + vocabularies + ", lag=" + lag
                + ", gzip=" + gzip + ", fullArchive=" + fullArchive + ", " + streams + "]";
    }
}
