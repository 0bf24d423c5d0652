package io.hashlake.x.stream;

import java.time.Duration;

/**
 * Settings by which streams are followed: the configuration, with what it does not say.
 *
 * @param keepsPayloads whether batches carry the lines as received
 * @param checkEvery how often the rules are looked at while a connection stands
 * @param quiet how often a source without posts moves its cursor on
 * @param bufferLines most lines that may wait between reading and handing over
 */
public record StreamSettings(
        StreamConfig config,
        boolean keepsPayloads,
        Duration checkEvery,
        Duration quiet,
        int bufferLines,
        Reconnect reconnect) {

    /** Connects again as X documents it. */
    public static StreamSettings of(StreamConfig config, boolean keepsPayloads) {
        return new StreamSettings(
                config, keepsPayloads, Duration.ofMinutes(15), Duration.ofSeconds(10), 100_000, Reconnect.DEFAULT);
    }

    /**
     * X's rules for connecting again. The first time is at once.
     *
     * @param networkStep by which each wait after a fault of the network is longer than the last, up to {@code networkMost}
     * @param httpFirst wait after an error of HTTP, doubled each time up to {@code httpMost}
     * @param limitFirst wait after a 429, doubled each time up to {@code limitMost}
     * @param afterClosing wait after ghost connections were closed
     * @param stable a connection that stood so long ends the row of failures
     */
    public record Reconnect(
            Duration networkStep,
            Duration networkMost,
            Duration httpFirst,
            Duration httpMost,
            Duration limitFirst,
            Duration limitMost,
            Duration afterClosing,
            Duration stable) {

        public static final Reconnect DEFAULT = new Reconnect(
                Duration.ofMillis(250),
                Duration.ofSeconds(16),
                Duration.ofSeconds(5),
                Duration.ofSeconds(320),
                Duration.ofSeconds(60),
                Duration.ofMinutes(16),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30));
    }
}
