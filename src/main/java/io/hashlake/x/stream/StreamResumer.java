package io.hashlake.x.stream;

import io.hashlake.core.Position;
import io.hashlake.source.Chain;
import io.hashlake.x.walk.FormerCursor;
import java.time.Duration;
import java.time.Instant;

/** Tells where a stream's source goes on, and why posts may be missing behind that. For one attempt. */
final class StreamResumer implements Chain.Resumer<StreamPosition> {

    /** Tolerance for clocks that are set back a little. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    private final Instant now;
    private String reason;

    /** @param reason why posts may be missing if it can go on at its cursor */
    StreamResumer(Instant now, String reason) {
        this.now = now;
        this.reason = reason;
    }

    /**
     * Resumes at the stored position. The time between a cursor of another kind and now is declared like any
     * interruption, once the connection stands.
     */
    @Override
    public StreamPosition resume(Position stored) {
        if (stored.kind() == Position.Kind.STREAM && !isAhead(StreamPosition.of(stored))) {
            return StreamPosition.of(stored);
        }
        FormerCursor former = new FormerCursor(stored);
        reason = former.reason(now);
        return StreamPosition.at(former.coveredUntil(now));
    }

    private boolean isAhead(StreamPosition position) {
        return position.time().isAfter(now.plus(CLOCK_TOLERANCE));
    }

    String reason() {
        return reason;
    }
}
