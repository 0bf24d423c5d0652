package io.hashlake.x.stream;

import io.hashlake.core.Gap;
import io.hashlake.core.LostLeaseException;
import io.hashlake.core.Payload;
import io.hashlake.core.Rejected;
import io.hashlake.core.TweetBatch;
import io.hashlake.source.Chain;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One source's batches, each of which starts where the last one ended, the first one at the cursor. Before the first after an
 * interruption the gap is declared. For one thread.
 */
final class BatchChain {

    private final StreamSource source;
    private final StreamServices services;
    private final StreamSettings settings;
    private final Chain<StreamPosition> chain;
    private final List<Tweet> tweets = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Payload> payloads = new ArrayList<>();
    private Instant collectingSince;
    private Coverage coverage;
    private StreamSource.Following following;

    /** @throws IOException if its cursor cannot be had now */
    BatchChain(StreamSource source, StreamServices services, StreamSettings settings) throws IOException {
        this.source = source;
        this.services = services;
        this.settings = settings;
        this.chain = new Chain<>(source.name(), services.cursors());
        source.progress(chain);
        restart("the process was not running");
    }

    StreamSource source() {
        return source;
    }

    /**
     * Makes it ready to hand over, while a connection stands: if a batch failed it starts again at the cursor, and what may
     * have been missed is declared.
     *
     * @throws IOException if it cannot be made ready now
     */
    void prepare() throws IOException {
        Throwable failure = chain.failure();
        if (failure != null) {
            restart(
                    failure instanceof LostLeaseException
                            ? failure.getMessage()
                            : "a batch failed: " + message(failure));
        }
        declare();
    }

    private static String message(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    }

    /** Returns whether no batch is in flight any more. */
    boolean isSettled() {
        return chain.isSettled();
    }

    /**
     * Something of its source was lost: it starts again at the cursor, as after a failed batch.
     *
     * @return false if it was about to do so anyhow
     */
    boolean fail(Throwable reason) {
        forget();
        if (chain.failure() != null) {
            return false;
        }
        chain.fail(reason);
        return true;
    }

    private void restart(String reason) throws IOException {
        Instant now = services.clock().instant();
        StreamResumer resumer = new StreamResumer(now, reason);
        Chain.Start start = chain.prepare(StreamPosition.at(now), resumer);
        if (coverage != null) {
            coverage = coverage.resuming(chain.position().time(), now, resumer.reason());
        } else if (start == Chain.Start.FIRST) {
            coverage = Coverage.beginningAt(now, settings.config().lateness());
        } else {
            coverage = Coverage.resuming(
                    chain.position().time(),
                    now,
                    resumer.reason(),
                    settings.config().lateness());
        }
        forget();
    }

    /** The connection stands. */
    void connected(Instant at) {
        coverage.connected(at);
    }

    /** The connection is gone. */
    void interrupted(String reason) {
        coverage.interrupted(reason);
    }

    private void declare() throws IOException {
        StreamSource.Following current = source.following();
        if (current != null && current != following) {
            following = current;
            coverage.ruleAdded(current.goneSince(), current.appliesFrom());
        }
        Optional<Coverage.Missing> missing = coverage.missing();
        if (missing.isPresent()) {
            Coverage.Missing gap = missing.get();
            services.gaps().declare(new Gap(source.name(), gap.from(), gap.to(), gap.reason()));
        }
        coverage.declared();
    }

    /** @param payload null unless payloads are kept */
    void collect(List<Tweet> posts, List<Rejected> pieces, Payload payload) {
        if (collectingSince == null) {
            collectingSince = services.clock().instant();
        }
        posts.forEach(post -> tweets.add(source.claim(post)));
        pieces.forEach(piece ->
                rejected.add(new Rejected(piece.at(), source.name(), piece.stage(), piece.reason(), piece.payload())));
        if (payload != null) {
            payloads.add(payload);
        }
    }

    boolean isFull() {
        return tweets.size() >= settings.config().batchSize()
                || rejected.size() >= settings.config().batchSize();
    }

    /** Returns whether collected posts have waited long enough, or the cursor has stood still for too long. */
    boolean isDue(Instant now, Instant watermark) {
        return collectingSince == null
                ? Duration.between(chain.position().time(), watermark).compareTo(settings.quiet()) >= 0
                : Duration.between(collectingSince, now)
                                .compareTo(settings.config().batchAge())
                        >= 0;
    }

    boolean isEmpty() {
        return collectingSince == null;
    }

    /**
     * Hands on what was collected, if anything, and moves on.
     *
     * @param watermark everything that was sent before is in this batch or those before
     */
    void handOver(Instant watermark) {
        StreamPosition start = chain.position();
        StreamPosition end = start.after(watermark);
        TweetBatch batch = new TweetBatch(source.name(), start.toString(), end.toString(), tweets, rejected, payloads);
        forget();
        coverage.received(watermark);
        chain.handOver(end, watermark, () -> source.deliver(batch));
    }

    private void forget() {
        tweets.clear();
        rejected.clear();
        payloads.clear();
        collectingSince = null;
    }
}
