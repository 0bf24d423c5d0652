package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The simulator, which takes X's place where no bearer token is configured. */
public interface SimulatorConfig {

    /** The same seed gives the same posts. */
    @WithDefault("42")
    long seed();

    /** How many posts are written a second, over all hashtags. */
    @WithDefault("20")
    double postsPerSecond();

    /** How many posts are written in all; 0 is no end. */
    @WithDefault("0")
    long posts();

    /** The port of a simulator that runs alone; 0 is any free one. */
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

    /** How likely each post on a stream is to meet with a disconnect, a stall, a cut or a broken line, 0 to 1. */
    @WithDefault("0")
    double streamFaults();

    /** How long a stream is silent before it sends a heartbeat. */
    @WithDefault("20s")
    Duration heartbeat();

    /** How long a change of rules takes to reach an open stream. */
    @WithDefault("20s")
    Duration ruleDelay();

    /** Whether streams may be asked for what was written before. */
    @WithDefault("false")
    boolean backfill();
}
