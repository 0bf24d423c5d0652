package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The simulator, which takes X's place where no bearer token is configured. */
public interface SimulatorConfig {

    /** Seed of the simulated world; the same seed gives the same posts. */
    @WithDefault("42")
    long seed();

    /** Number of posts that the simulator writes per second, over all hashtags. */
    @WithDefault("20")
    double postsPerSecond();

    /** Number of posts that the simulator writes in all; 0 is no end. */
    @WithDefault("0")
    long posts();

    /** Port of a simulator that runs alone; 0 is any free one. */
    @WithDefault("8090")
    int port();

    /** The share of posts that are served twice, 0 to 0.5. */
    @WithDefault("0")
    double duplicates();

    /** The share of posts that their authors delete within ten minutes, 0 to 0.9. */
    @WithDefault("0")
    double deletions();

    /** The share of posts that come late on a stream, by up to five seconds, 0 to 0.5. */
    @WithDefault("0")
    double late();

    /** The share of posts that searches list late, by up to 30 seconds, 0 to 0.9. */
    @WithDefault("0")
    double lateListed();

    /** Probability of a disconnect, a stall, a cut or a broken line at each post on a simulated stream, 0 to 1. */
    @WithDefault("0")
    double streamFaults();

    /** Silence after which a simulated stream sends a heartbeat. */
    @WithDefault("20s")
    Duration heartbeat();

    /** Time that a change of rules takes to reach an open simulated stream. */
    @WithDefault("20s")
    Duration ruleDelay();

    /** Whether simulated streams can be asked for posts that were written before. */
    @WithDefault("false")
    boolean backfill();
}
