package io.hashlake.simulator.query;

import io.hashlake.tweet.Snowflake;
import java.time.Instant;

/** The posts whose ids lie between two bounds, both excluded. */
public record IdBounds(long above, long below) {

    /** Everything written up to and including this time. */
    public static IdBounds until(Instant now) {
        return new IdBounds(0, Snowflake.firstAt(now.plusMillis(1)));
    }

    public IdBounds from(Instant time) {
        return above(Snowflake.firstAt(time) - 1);
    }

    public IdBounds before(Instant time) {
        return below(Snowflake.firstAt(time));
    }

    public IdBounds above(long id) {
        return new IdBounds(Math.max(above, id), below);
    }

    public IdBounds below(long id) {
        return new IdBounds(above, Math.min(below, id));
    }
}
