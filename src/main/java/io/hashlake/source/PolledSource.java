package io.hashlake.source;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Source that {@link SourcePolling} polls, in a thread of its own. */
public interface PolledSource extends Source {

    /**
     * Hands over what is new; the status tells how it went.
     *
     * @return how long to wait before the next time; empty if there is none
     */
    Optional<Duration> poll() throws InterruptedException;

    /** Ends it after the last poll; completes when nothing of it is under way any more. */
    CompletionStage<Void> end();
}
