package io.hashlake.x.gap;

import io.hashlake.core.Backoff;
import io.hashlake.x.client.ApiResult;
import java.time.Duration;
import java.time.Instant;

/**
 * Budget of requests for filling gaps: so many pages per turn, and none while X is unavailable or asks to wait. Not
 * thread-safe.
 */
final class GapBudget {

    private final int pagesATurn;
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));
    private Instant now;
    private int pages;
    private Instant closedUntil = Instant.MIN;
    private String reason;

    GapBudget(int pagesATurn) {
        this.pagesATurn = pagesATurn;
    }

    void begin(Instant turn) {
        now = turn;
        pages = pagesATurn;
    }

    /** Returns when this turn began. */
    Instant now() {
        return now;
    }

    boolean isSpent() {
        return pages == 0;
    }

    boolean isOpen() {
        return pages > 0 && !now.isBefore(closedUntil);
    }

    void spend() {
        pages--;
    }

    /** Returns why X must not be called now; null if it may be. */
    String closedBecause() {
        return now.isBefore(closedUntil) ? "retrying X at " + closedUntil + ": " + reason : null;
    }

    void hear(ApiResult<?> answer) {
        if (answer instanceof ApiResult.Wait<?> wait) {
            close(wait.until(), wait.reason());
        } else if (answer instanceof ApiResult.Retry<?> retry) {
            close(now.plus(backoff.next()), retry.reason());
        } else {
            backoff.reset();
        }
    }

    private void close(Instant until, String because) {
        closedUntil = until;
        reason = because;
    }
}
