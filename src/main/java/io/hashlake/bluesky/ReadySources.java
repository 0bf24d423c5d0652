package io.hashlake.bluesky;

import io.hashlake.core.StandbyException;
import io.hashlake.source.SourceStatus;
import io.hashlake.source.UnusableCursorException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Sources that can be read now.
 *
 * @param retryAt when one that could not be prepared is to be tried again
 * @param from earliest time from which one of them wants to read, in microseconds since 1970
 */
record ReadySources(List<HashtagBatches> all, Instant retryAt, long from) {

    private static final Duration RETRY = Duration.ofSeconds(5);

    /** Prepares those that are followed; where that fails, the source's status says why. */
    static ReadySources of(List<HashtagBatches> followed, Clock clock) {
        List<HashtagBatches> ready = new ArrayList<>();
        Instant retryAt = Instant.MAX;
        long from = Long.MAX_VALUE;
        for (HashtagBatches batches : followed) {
            try {
                from = Math.min(from, batches.prepare());
                ready.add(batches);
            } catch (IOException e) {
                SourceStatus status = status(e, clock);
                batches.source().report(status);
                retryAt = status instanceof SourceStatus.Retrying retrying ? retrying.nextAttempt() : retryAt;
            }
        }
        return new ReadySources(ready, retryAt, from);
    }

    private static SourceStatus status(IOException problem, Clock clock) {
        if (problem instanceof StandbyException standby) {
            return new SourceStatus.StandingBy(standby.follower());
        }
        return problem instanceof UnusableCursorException
                ? new SourceStatus.Stopped(problem.getMessage())
                : new SourceStatus.Retrying(clock.instant().plus(RETRY), problem.getMessage());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void report(SourceStatus status) {
        all.forEach(batches -> batches.source().report(status));
    }
}
