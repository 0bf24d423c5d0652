package io.hashlake.simulator.query;

import io.hashlake.tweet.Snowflake;
import java.time.Instant;

/** The posts whose ids lie between two bounds, both excluded. */
public record Window(long above, long below) {

    /** Everything written up to and including this time. */
    public static Window until(Instant now) {
        return new Window(0, Snowflake.firstAt(now.plusMillis(1)));
    }

    public Window from(Instant time) {
        return above(Snowflake.firstAt(time) - 1);
    }

    public Window before(Instant time) {
        return below(Snowflake.firstAt(time));
    }

    public Window above(long id) {
        return new Window(Math.max(above, id), below);
    }

    public Window below(long id) {
        return new Window(above, Math.min(below, id));
    }
}
