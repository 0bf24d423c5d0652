package io.hashlake.app.runtime;

import io.hashlake.observability.Meters;
import io.hashlake.source.Source;
import io.hashlake.source.SourceStatus;
import io.hashlake.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Measures how old each source is, and whether it is stopped. */
@ApplicationScoped
public class SourceMeters implements Sources.Listener {

    private final Sources sources;
    private final Meters meters;
    private final Clock clock;

    @Inject
    SourceMeters(Sources sources, Meters meters, Clock clock) {
        this.sources = sources;
        this.meters = meters;
        this.clock = clock;
    }

    /** Begins with the sources that there are now. */
    public void start() {
        sources.listen(this);
    }

    @Override
    public void added(Source source) {
        meters.cursorAge(source.name(), () -> seconds(source));
        meters.sourceStopped(source.name(), () -> source.status() instanceof SourceStatus.Stopped);
    }

    @Override
    public void removed(Source source) {
        meters.notFollowed(source.name());
    }

    private double seconds(Source source) {
        Instant caughtUpAt = source.caughtUpAt();
        return caughtUpAt == null
                ? Double.NaN
                : Duration.between(caughtUpAt, clock.instant()).toMillis() / 1e3;
    }
}
