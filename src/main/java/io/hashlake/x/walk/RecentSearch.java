package io.hashlake.x.walk;

import java.time.Duration;
import java.time.Instant;

/** Reach of X's recent search. */
public final class RecentSearch {

    /** Age of the oldest posts that it finds. */
    public static final Duration LENGTH = Duration.ofDays(7);

    /** Keeps a request from being late at X's door for the oldest post that recent search still has. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private RecentSearch() {}

    /** The first moment that it can be asked for. */
    public static Instant reach(Instant now) {
        return now.minus(LENGTH).plus(MARGIN);
    }
}
