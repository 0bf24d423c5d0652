package io.hashlake.x.walk;

import io.hashlake.core.Position;
import io.hashlake.tweet.Snowflake;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A cursor from which its source cannot simply go on: another kind of source left it, or a clock that was ahead. */
public record FormerCursor(Position position) {

    /** A post that was written before may have been listed after. */
    private static final Duration LISTED_WITHIN = Duration.ofMinutes(1);

    /** @throws IllegalArgumentException if no kind of source has such a cursor */
    public FormerCursor {
        time(position);
    }

    /**
     * Returns up to when everything was certainly handed over; as far back as search reaches where the cursor lies in
     * the future and so tells nothing.
     */
    public Instant coveredUntil(Instant now) {
        Instant reached = time(position);
        return reached.isAfter(now) ? RecentSearch.reach(now) : reached.minus(LISTED_WITHIN);
    }

    /** Returns why posts may be missing since then. */
    public String reason(Instant now) {
        Instant reached = time(position);
        return reached.isAfter(now)
                ? "its cursor lay in the future, at " + reached
                : "it was followed by a " + position.kind().name().toLowerCase(Locale.ROOT) + " before, up to "
                        + reached;
    }

    private static Instant time(Position position) {
        return switch (position.kind()) {
            case SEARCH -> Snowflake.time(position.numbers().get(0));
            case STREAM -> Instant.ofEpochMilli(position.numbers().get(0));
            default -> throw new IllegalArgumentException("'" + position + "' is no cursor of a source");
        };
    }
}
