package io.hashlake.files;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Progress in reading a file, since this process began to read it.
 *
 * @param file its name
 * @param from bytes of it, as stored, before the place where reading began
 * @param read bytes of it, as stored, that have been read
 * @param size all its bytes, as stored
 * @param tweets that were handed on
 * @param rejected what could not be made a tweet
 * @param elapsed since reading began
 */
public record Progress(String file, long from, long read, long size, long tweets, long rejected, Duration elapsed) {

    private static final double MILLIS = 1e3;

    static Progress none(Path path) {
        return new Progress(path.getFileName().toString(), 0, 0, 0, 0, 0, Duration.ZERO);
    }

    /** Between 0 and 1. */
    public double share() {
        return size == 0 ? 1 : Math.min(1, (double) read / size);
    }

    /** Tweets a second; 0 before there is any. */
    public double rate() {
        return elapsed.isZero() ? 0 : tweets * MILLIS / Math.max(1, elapsed.toMillis());
    }

    /** Returns the estimated time for the rest at the present pace; zero while unknown. */
    public Duration remaining() {
        long done = read - from;
        return done <= 0
                ? Duration.ZERO
                : Duration.ofMillis((long) (elapsed.toMillis() * ((double) (size - read) / done)));
    }

    /** Returns a summary in one line. */
    String summary() {
        return String.format(
                "%s: %,d posts and %,d rejected in %.1f s", file, tweets, rejected, elapsed.toMillis() / MILLIS);
    }

    @Override
    public String toString() {
        return String.format(
                "%s: %.1f of %.1f MB, %,d posts, %,d rejected, %,.0f posts/s, %d s left",
                file,
                read / 1e6,
                size / 1e6,
                tweets,
                rejected,
                rate(),
                remaining().toSeconds());
    }
}
