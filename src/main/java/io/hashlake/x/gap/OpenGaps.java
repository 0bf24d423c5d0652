package io.hashlake.x.gap;

import java.time.Instant;

/**
 * The open gaps of a source, for health checks and the status page.
 *
 * @param gaps how many, 1 or more
 * @param from where the one begins that reaches back furthest
 * @param note what keeps them from being filled; null where nothing does
 */
public record OpenGaps(String source, long gaps, Instant from, String note) {

    @Override
    public String toString() {
        return gaps + " open, the first from " + from + (note == null ? "" : ": " + note);
    }
}
