package io.hashlake.simulator.settings;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.Range;

/** The simulator, which takes X's place where no bearer token is configured. */
@ConfigMapping(prefix = "hashlake.simulator")
public interface SimulatorConfig {

    /** Seed of the simulated world; the same seed gives the same posts. */
    @WithDefault("42")
    long seed();

    /** Number of posts that the simulator writes per second, over all hashtags. */
    @WithDefault("20")
    @DecimalMin(value = "0", inclusive = false, message = "must be more than 0")
    @DecimalMax("1000000")
    double postsPerSecond();

    /** Number of posts that the simulator writes in all; 0 is no end. */
    @WithDefault("0")
    @Min(0)
    long posts();

    /** Port of a simulator that runs alone; 0 is any free one. */
    @WithDefault("8090")
    @Range(min = 0, max = 65_535)
    int port();

    /** The share of posts that are served twice, 0 to 0.5. */
    @WithDefault("0")
    @DecimalMin("0")
    @DecimalMax("0.5")
    double duplicates();

    /** The share of posts that their authors delete within ten minutes, 0 to 0.9. */
    @WithDefault("0")
    @DecimalMin("0")
    @DecimalMax("0.9")
    double deletions();

    /** The share of posts that come late on a stream, by up to five seconds, 0 to 0.5. */
    @WithDefault("0")
    @DecimalMin("0")
    @DecimalMax("0.5")
    double late();

    /** The share of posts that searches list late, by up to 30 seconds, 0 to 0.9. */
    @WithDefault("0")
    @DecimalMin("0")
    @DecimalMax("0.9")
    double lateListed();

    /** Probability of a disconnect, a stall, a cut or a broken line at each post on a simulated stream, 0 to 1. */
    @WithDefault("0")
    @DecimalMin("0")
    @DecimalMax("1")
    double streamFaults();

    /** Silence after which a simulated stream sends a heartbeat. */
    @WithDefault("20s")
    @DurationRange(min = "10ms")
    Duration heartbeat();

    /** Time that a change of rules takes to reach an open simulated stream. */
    @WithDefault("20s")
    @DurationRange
    Duration ruleDelay();

    /** Whether simulated streams can be asked for posts that were written before. */
    @WithDefault("false")
    boolean backfill();
}
