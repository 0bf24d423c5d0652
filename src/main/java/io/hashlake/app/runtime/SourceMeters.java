package io.hashlake.app.runtime;

import io.hashlake.observability.Meters;
import io.hashlake.source.Source;
import io.hashlake.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Measures each source's age. */
@ApplicationScoped
public class SourceMeters {

    private final Sources sources;
    private final Meters meters;
    private final Clock clock;

    @Inject
    SourceMeters(Sources sources, Meters meters, Clock clock) {
        this.sources = sources;
        this.meters = meters;
        this.clock = clock;
    }

    /** For the sources that there are now. */
    public void start() {
        sources.all().forEach(source -> meters.cursorAge(source.name(), () -> seconds(source)));
    }

    private double seconds(Source source) {
        Instant caughtUpAt = source.caughtUpAt();
        return caughtUpAt == null
                ? Double.NaN
                : Duration.between(caughtUpAt, clock.instant()).toMillis() / 1e3;
    }
}
