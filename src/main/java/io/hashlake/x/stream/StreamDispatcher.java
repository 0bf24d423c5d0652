package io.hashlake.x.stream;

import io.hashlake.core.Backoff;
import io.hashlake.core.Rejected;
import io.hashlake.core.StandbyException;
import io.hashlake.source.SourceStatus;
import io.hashlake.source.UnusableCursorException;
import io.hashlake.x.json.StreamLine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Takes what was read and hands it over, each source's part as batches of its own. What it needs for that (cursors, the
 * ledger of gaps) it waits for; meanwhile the buffer fills. For one thread.
 */
final class StreamDispatcher {

    private static final Logger LOG = Logger.getLogger(StreamDispatcher.class);
    private static final Duration MAX_BETWEEN_SWEEPS = Duration.ofSeconds(1);

    private final String stream;
    private final Followers followers;
    private final Audience audience;
    private final EventBuffer buffer;
    private final StreamServices services;
    private final StreamSettings settings;
    private final Clock clock;
    private final Duration betweenSweeps;
    private final Map<StreamSource, BatchChain> chains = new HashMap<>();
    private final Set<StreamSource> leaving = new HashSet<>();
    private Instant watermark;
    private Instant nextSweep = Instant.MIN;
    private boolean connected;

    StreamDispatcher(StreamContext context) {
        this.stream = context.label();
        this.followers = context.followers();
        this.audience = context.audience();
        this.buffer = context.buffer();
        this.services = context.services();
        this.settings = context.settings();
        this.clock = services.clock();
        Duration half = settings.config().batchAge().dividedBy(2);
        this.betweenSweeps = half.compareTo(MAX_BETWEEN_SWEEPS) < 0 ? half : MAX_BETWEEN_SWEEPS;
    }

    /** Works until there is no more, or it is interrupted. */
    void run() {
        try {
            StreamEvent event = null;
            while (!(event instanceof StreamEvent.Closing)) {
                event = buffer.poll(betweenSweeps);
                attempt(event);
            }
        } catch (InterruptedException e) {
            LOG.debugf("Interrupted before everything from the %s stream was handed over", stream);
        }
    }

    /**
     * Handles an event. After an unexpected error, everyone who may have missed posts reads them again or declares a
     * gap.
     */
    private void attempt(StreamEvent event) throws InterruptedException {
        try {
            if (event != null) {
                take(event);
            }
            claimLost();
            letGo();
            sweep();
        } catch (RuntimeException | Error e) {
            chains().forEach(chain -> fail(chain, e));
        }
    }

    /** Takes a step for one source; its unexpected errors are no other's. */
    private void attempt(BatchChain chain, ChainStep step) throws InterruptedException {
        try {
            step.run(chain);
        } catch (RuntimeException | Error e) {
            fail(chain, e);
        }
    }

    private void fail(BatchChain chain, Throwable error) {
        if (chain.fail(error)) {
            log(chain.source(), error);
        }
    }

    private void log(StreamSource source, Throwable error) {
        LOG.errorf(error, "Unexpected error in the %s stream, of which source %s misses posts", stream, source.name());
        services.listener().failed(stream);
    }

    private void take(StreamEvent event) throws InterruptedException {
        if (event instanceof StreamEvent.Line line) {
            share(line);
            watermark = line.watermark();
        } else if (event instanceof StreamEvent.Heartbeat heartbeat) {
            watermark = heartbeat.watermark();
        } else if (event instanceof StreamEvent.Opening) {
            followChanges();
        } else if (event instanceof StreamEvent.Left left) {
            leaving.add(left.source());
        } else if (event instanceof StreamEvent.Connected now) {
            connect(now.at());
        } else {
            disconnect(event instanceof StreamEvent.Disconnected gone ? gone.reason() : "the process was stopped");
        }
    }

    private void connect(Instant at) throws InterruptedException {
        watermark = at;
        connected = true;
        followChanges();
        for (BatchChain each : chains()) {
            attempt(each, chain -> {
                chain.connected(at);
                untilItWorks(chain.source(), chain::prepare);
            });
        }
    }

    private void disconnect(String reason) throws InterruptedException {
        connected = false;
        for (BatchChain each : chains()) {
            attempt(each, chain -> {
                if (!chain.isEmpty()) {
                    handOver(chain);
                }
            });
            each.interrupted(reason);
        }
    }

    private void share(StreamEvent.Line line) throws InterruptedException {
        StreamLine content = line.line();
        boolean isTaken = false;
        for (StreamSource owner : owners(content)) {
            BatchChain own = chain(owner);
            if (own != null) {
                List<Rejected> rejected = isTaken ? List.of() : content.rejected();
                isTaken = true;
                attempt(own, chain -> collect(chain, line, rejected));
            }
        }
        if (!isTaken) {
            services.listener().dropped(stream, content.tweets().size());
        }
    }

    private void collect(BatchChain chain, StreamEvent.Line line, List<Rejected> rejected) throws InterruptedException {
        chain.collect(line.line().tweets(), rejected, line.payload());
        if (chain.isFull()) {
            handOver(chain);
        }
    }

    /**
     * Returns the sources that a line belongs to. An unreadable line belongs to none, but must not be lost: the first
     * one gets it.
     */
    private Collection<StreamSource> owners(StreamLine content) {
        Collection<StreamSource> owners = audience.of(content);
        return owners.isEmpty() && content.tweets().isEmpty()
                ? followers.all().stream().limit(1).toList()
                : owners;
    }

    private void sweep() throws InterruptedException {
        Instant now = clock.instant();
        if (!connected || now.isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plus(betweenSweeps);
        followChanges();
        for (BatchChain each : chains()) {
            attempt(each, chain -> {
                if (chain.isDue(now, watermark)) {
                    handOver(chain);
                }
                if (followers.isActive(chain.source())) {
                    chain.source().report(new SourceStatus.Running(now));
                }
            });
        }
    }

    /** Claims lost chains again once nothing of them is in flight; a new chain begins at the cursor. */
    private void claimLost() {
        for (BatchChain chain : chains()) {
            StreamSource source = chain.source();
            if (services.cursors().isStandby(source.name()) && chain.isSettled()) {
                chains.remove(source);
                claim(source);
            }
        }
    }

    private void claim(StreamSource source) {
        try {
            services.cursors().claim(source.name());
            followers.changed();
        } catch (StandbyException e) {
            source.report(new SourceStatus.StandingBy(e.follower()));
        } catch (IOException e) {
            source.report(new SourceStatus.Retrying(clock.instant().plus(MAX_BETWEEN_SWEEPS), e.getMessage()));
        }
    }

    /** Hands over what was collected for sources that are no longer followed, or keeps it until that can be done. */
    private void letGo() {
        for (StreamSource source : List.copyOf(leaving)) {
            BatchChain chain = chains.get(source);
            if (chain == null || !connected || isHandedOver(chain)) {
                chains.remove(source);
                leaving.remove(source);
                source.leave();
            }
        }
    }

    private boolean isHandedOver(BatchChain chain) {
        try {
            chain.prepare();
            chain.handOver(watermark);
            return true;
        } catch (IOException e) {
            return false;
        } catch (RuntimeException | Error e) {
            fail(chain, e);
            return true;
        }
    }

    private void followChanges() throws InterruptedException {
        for (StreamSource source : followers.active()) {
            chain(source);
        }
    }

    private List<BatchChain> chains() {
        return List.copyOf(chains.values());
    }

    private void handOver(BatchChain chain) throws InterruptedException {
        if (untilItWorks(chain.source(), chain::prepare)) {
            chain.handOver(watermark);
        }
    }

    /** The source's batches; null if it is not followed any more, or by another process. */
    private BatchChain chain(StreamSource source) throws InterruptedException {
        if (!chains.containsKey(source) && followers.isActive(source)) {
            begin(source);
        }
        return chains.get(source);
    }

    private void begin(StreamSource source) throws InterruptedException {
        try {
            untilItWorks(source, () -> chains.put(source, new BatchChain(source, services, settings)));
        } catch (RuntimeException | Error e) {
            log(source, e);
            source.report(new SourceStatus.Stopped("it cannot begin: " + e));
        }
    }

    /** Waits out an outage; false if the source is not followed any more, or by another process. */
    private boolean untilItWorks(StreamSource source, Step step) throws InterruptedException {
        Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(15));
        while (followers.contains(source)) {
            try {
                step.run();
                return true;
            } catch (StandbyException e) {
                source.report(new SourceStatus.StandingBy(e.follower()));
                chains.remove(source);
                return false;
            } catch (UnusableCursorException e) {
                source.report(new SourceStatus.Stopped(e.getMessage()));
                chains.remove(source);
                return false;
            } catch (IOException e) {
                Duration wait = backoff.next();
                source.report(new SourceStatus.Retrying(clock.instant().plus(wait), e.getMessage()));
                Thread.sleep(wait.toMillis());
            }
        }
        return false;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    @FunctionalInterface
    private interface ChainStep {
        void run(BatchChain chain) throws InterruptedException;
    }
}
