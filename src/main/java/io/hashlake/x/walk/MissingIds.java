package io.hashlake.x.walk;

import io.hashlake.core.Gap;
import io.hashlake.tweet.Snowflake;

/**
 * A range of ids whose posts may be missing.
 *
 * @param from the lowest id
 * @param to the highest id
 */
public record MissingIds(long from, long to) {

    /** Returns the time range in which the posts were written, as a gap. */
    public Gap gap(String source, String reason) {
        return new Gap(source, Snowflake.time(from), Snowflake.time(to).plusMillis(1), reason);
    }
}
