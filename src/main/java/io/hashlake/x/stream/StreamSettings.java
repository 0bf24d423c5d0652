package io.hashlake.x.stream;

import io.hashlake.core.Mistakes;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How streams are followed.
 *
 * @param lateness how long after it was written X may still send a post: gaps begin this much earlier
 */
public record StreamSettings(Rules rules, Batches batches, Buffer buffer, Reconnect reconnect, Duration lateness) {

    /** What X documents, and batches that are on their way within a quarter of a second. */
    public static final StreamSettings DEFAULT = new StreamSettings(
            new Rules("hashlake", 1_000, 1_024, Duration.ofSeconds(30), Duration.ofMinutes(15)),
            new Batches(500, Duration.ofMillis(250), Duration.ofSeconds(10), false),
            new Buffer(100_000, 64 << 20),
            Reconnect.DEFAULT,
            Duration.ofSeconds(15));

    public StreamSettings {
        new Mistakes()
                .unless(!lateness.isNegative(), "lateness", lateness, "0 or more")
                .refuse();
    }

    /**
     * How the rules are kept.
     *
     * @param tagPrefix the tags of this deployment's rules begin with it and a colon; other rules are left alone. Letters,
     *     digits, {@code . _ -}, at most 50
     * @param most rules that X takes of an app
     * @param maxLength longest rule that X takes, in Unicode code points
     * @param appliesAfter how long after it was added a rule surely applies
     * @param checkEvery how often they are looked at while a connection stands
     */
    public record Rules(String tagPrefix, int most, int maxLength, Duration appliesAfter, Duration checkEvery) {

        private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]{1,50}");

        public Rules {
            new Mistakes()
                    .unless(
                            tagPrefix != null && PREFIX.matcher(tagPrefix).matches(),
                            "tag-prefix",
                            tagPrefix,
                            "up to 50 letters, digits, '.', '_' and '-'")
                    .unlessPositive("max-rules", most)
                    .unlessPositive("max-rule-length", maxLength)
                    .unless(!appliesAfter.isNegative(), "rule-delay", appliesAfter, "0 or more")
                    .unlessPositive("check-every", checkEvery)
                    .refuse();
        }
    }

    /**
     * How posts are put together.
     *
     * @param size most posts of a batch
     * @param age how long the first post of a batch waits for more
     * @param quiet how often a source without posts moves its cursor on
     * @param payloads whether batches carry the lines as received
     */
    public record Batches(int size, Duration age, Duration quiet, boolean payloads) {

        public Batches {
            new Mistakes()
                    .unlessPositive("batch-size", size)
                    .unlessPositive("batch-age", age)
                    .unlessPositive("quiet", quiet)
                    .refuse();
        }
    }

    /**
     * What may wait between reading and handing over.
     *
     * @param lines most lines
     * @param bytes most bytes of them, as received
     */
    public record Buffer(int lines, long bytes) {

        public Buffer {
            new Mistakes()
                    .unlessPositive("buffer-lines", lines)
                    .unlessPositive("buffer-bytes", bytes)
                    .refuse();
        }
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

        public Reconnect {
            new Mistakes()
                    .unlessPositive("network-step", networkStep)
                    .unlessPositive("network-most", networkMost)
                    .unlessPositive("http-first", httpFirst)
                    .unlessPositive("http-most", httpMost)
                    .unlessPositive("limit-first", limitFirst)
                    .unlessPositive("limit-most", limitMost)
                    .unlessPositive("after-closing", afterClosing)
                    .unlessPositive("stable", stable)
                    .refuse();
        }
    }
}
