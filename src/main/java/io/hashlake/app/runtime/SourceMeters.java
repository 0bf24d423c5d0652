package io.hashlake.app.runtime;

import io.hashlake.camel.XComponent;
import io.hashlake.observability.Meters;
import io.hashlake.source.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Measures each source's age. */
@ApplicationScoped
public class SourceMeters {

    private final XComponent x;
    private final Meters meters;
    private final Clock clock;

    @Inject
    SourceMeters(XComponent x, Meters meters, Clock clock) {
        this.x = x;
        this.meters = meters;
        this.clock = clock;
    }

    /** For the sources that there are now. */
    public void start() {
        x.sources().forEach(source -> meters.cursorAge(source.name(), () -> seconds(source)));
    }

    private double seconds(Source source) {
        Instant caughtUpAt = source.caughtUpAt();
        return caughtUpAt == null
                ? Double.NaN
                : Duration.between(caughtUpAt, clock.instant()).toMillis() / 1e3;
    }
}
