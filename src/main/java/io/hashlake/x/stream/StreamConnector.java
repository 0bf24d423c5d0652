package io.hashlake.x.stream;

import io.hashlake.source.SourceStatus;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.RequestOutcome;
import io.hashlake.x.client.RequestResult;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.stream.client.StreamBrokenException;
import io.hashlake.x.stream.client.StreamConnection;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Keeps a stream connected: opens the connection, reads it, and reconnects with the delays that X asks for. Not thread-
 * safe.
 */
final class StreamConnector {

    private static final Logger LOG = Logger.getLogger(StreamConnector.class);
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final StreamContext context;
    private final String label;
    private final Followers followers;
    private final EventBuffer buffer;
    private final StreamServices services;
    private final Clock clock;
    private final ReconnectLadder ladder;
    private boolean ghostsClosed;

    StreamConnector(StreamContext context) {
        this.context = context;
        this.label = context.label();
        this.followers = context.followers();
        this.buffer = context.buffer();
        this.services = context.services();
        this.clock = services.clock();
        this.ladder = new ReconnectLadder(context.settings().reconnect());
    }

    /** Works until it is interrupted. */
    void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long changes = followers.changes();
                Duration wait = attempt();
                followers.awaitChange(changes, wait);
            }
        } catch (InterruptedException e) {
            LOG.debugf("The %s stream was stopped", label);
        }
    }

    /** Connects and reads, if it can; returns how long to wait before the next attempt. */
    private Duration attempt() throws InterruptedException {
        try {
            return connect();
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "Unexpected error in the %s stream; reconnecting", label);
            return retryAfter(ladder.refused(RequestOutcome.SERVER_ERROR), e.toString());
        }
    }

    private Duration connect() throws InterruptedException {
        if (followers.active().isEmpty()) {
            return IDLE;
        }
        try {
            followers.claim();
        } catch (IOException e) {
            return retryAfter(ladder.refused(RequestOutcome.NETWORK), e.getMessage());
        }
        if (followers.active().isEmpty()) {
            return IDLE;
        }
        buffer.signal(new StreamEvent.Opening());
        buffer.awaitDrained();
        try (StreamMeter meter = new StreamMeter(services.spend())) {
            ApiResult<SpendGuard.Permit> permitted = meter.ask();
            return permitted instanceof ApiResult.Ok
                    ? connect(meter)
                    : after(new RequestResult<>(RequestOutcome.CAPPED, permitted));
        }
    }

    private Duration connect(StreamMeter meter) throws InterruptedException {
        RequestResult<?> prepared = context.audience().prepare();
        if (!(prepared.answer() instanceof ApiResult.Ok)) {
            return after(prepared);
        }
        if (followers.active().isEmpty()) {
            return IDLE;
        }
        RequestResult<StreamConnection> opened = services.api().open(context.stream());
        return opened.answer() instanceof ApiResult.Ok<StreamConnection> ok ? read(ok.value(), meter) : after(opened);
    }

    private Duration read(StreamConnection connection, StreamMeter meter) throws InterruptedException {
        Instant began = clock.instant();
        services.listener().connected(label);
        String type = "stopped";
        String reason = "the stream was stopped";
        try (connection) {
            ghostsClosed = false;
            new StreamReading(context, connection, meter).run();
        } catch (StreamBrokenException e) {
            type = e.type();
            reason = "the stream was interrupted: " + e.getMessage();
        } finally {
            buffer.signal(new StreamEvent.Disconnected(reason));
            services.listener().disconnected(label, type);
        }
        LOG.infof("The %s stream broke (%s), %s", label, type, reason);
        buffer.awaitDrained();
        return retryAfter(ladder.lost(Duration.between(began, clock.instant())), reason);
    }

    private Duration after(RequestResult<?> verdict) throws InterruptedException {
        if (verdict.answer() instanceof ApiResult.Stop<?> stop) {
            followers.report(new SourceStatus.Stopped(stop.reason()));
            return IDLE;
        }
        if (verdict.outcome() == RequestOutcome.TOO_MANY_CONNECTIONS && !ghostsClosed) {
            return closeGhosts();
        }
        if (verdict.answer() instanceof ApiResult.Wait<?> wait) {
            return waitUntil(wait, verdict.outcome());
        }
        String reason = verdict.answer() instanceof ApiResult.Retry<?> retry ? retry.reason() : verdict.toString();
        return retryAfter(ladder.refused(verdict.outcome()), reason);
    }

    /** Closes connections that X may still count after a restart of this process. */
    private Duration closeGhosts() throws InterruptedException {
        ghostsClosed = true;
        RequestResult<Boolean> closed = services.api().closeConnections();
        if (closed.answer() instanceof ApiResult.Ok) {
            LOG.infof("X still counted another connection to the %s stream; closed it", label);
            return retryAfter(
                    context.settings().reconnect().afterClosing(), "another connection was open, and was closed");
        }
        return retryAfter(ladder.refused(RequestOutcome.TOO_MANY_CONNECTIONS), "another connection is open");
    }

    /** Never before X said, nor before the ladder says; a cap is told for certain. */
    private Duration waitUntil(ApiResult.Wait<?> wait, RequestOutcome outcome) {
        Instant now = clock.instant();
        Duration told = Duration.between(now, wait.until());
        Duration ladders = outcome == RequestOutcome.RATE_LIMITED ? ladder.refused(outcome) : Duration.ZERO;
        Duration longer = told.compareTo(ladders) > 0 ? told : ladders;
        followers.report(new SourceStatus.Waiting(now.plus(longer), wait.reason()));
        return longer;
    }

    private Duration retryAfter(Duration wait, String reason) {
        if (!wait.isZero()) {
            followers.report(new SourceStatus.Retrying(clock.instant().plus(wait), reason));
        }
        return wait;
    }
}
