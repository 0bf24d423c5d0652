package io.hashlake.api.request;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Time by which requests are read.
 *
 * @param usualZone of requests that name none
 */
public record RequestClock(Clock clock, ZoneId usualZone) {

    /** The present, as exactly as PostgreSQL stores it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
