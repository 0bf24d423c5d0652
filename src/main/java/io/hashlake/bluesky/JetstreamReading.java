package io.hashlake.bluesky;

import io.hashlake.core.Payload;
import io.hashlake.source.SourceStatus;
import io.hashlake.tweet.NetworkId;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Reads one connection to its end and shares what comes among those that follow it. */
final class JetstreamReading {

    private static final Logger LOG = Logger.getLogger(JetstreamReading.class);
    private static final Duration TICK = Duration.ofMillis(100);

    /** An instance's clock may be ahead by so much. */
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private static final int KEPT_OF_BROKEN = 65_536;

    private final ReadySources ready;
    private final JetstreamConnection connection;
    private final BlueskyServices services;
    private final Clock clock;
    private final FrameParser parser = new FrameParser();
    private final PendingRemovals removals;
    private Instant heardAt;
    private long read;
    private boolean hasJumpedBack;

    JetstreamReading(ReadySources ready, JetstreamConnection connection, BlueskyServices services) {
        this.ready = ready;
        this.connection = connection;
        this.services = services;
        this.clock = services.clock();
        this.removals = new PendingRemovals(services.removals());
        this.heardAt = clock.instant();
    }

    /**
     * Reads until it is told that something has changed, a batch has failed, or a source that was not ready is to be tried again.
     *
     * @throws IOException if the connection has ended, or a gap cannot be declared
     */
    void run(BooleanSupplier isChanged) throws IOException, InterruptedException {
        Instant nextSweep = heardAt;
        try {
            while (!isChanged.getAsBoolean() && nextSweep.isBefore(ready.retryAt()) && !hasFailed()) {
                take(connection.next(TICK));
                Instant now = clock.instant();
                if (!now.isBefore(nextSweep)) {
                    nextSweep = now.plus(TICK);
                    sweep(now);
                }
            }
        } finally {
            end();
        }
    }

    /** Without the removals noted, nothing may move past them. */
    private void end() throws JetstreamException {
        try {
            removals.note();
        } catch (JetstreamException e) {
            ready.all().forEach(HashtagBatches::giveUp);
            throw e;
        }
        ready.all().forEach(this::finish);
    }

    private boolean hasFailed() {
        return ready.all().stream().anyMatch(HashtagBatches::hasFailed);
    }

    /** Hands over what was read, complete up to the last frame. After a failed batch it comes again. */
    private void finish(HashtagBatches batches) {
        if (read > 0 && !batches.hasFailed()) {
            batches.handOver(read);
        }
        batches.forget();
    }

    private void sweep(Instant now) throws JetstreamException {
        List<HashtagBatches> due = ready.all().stream()
                .filter(batches -> read > 0 && batches.isDue(now, read))
                .toList();
        if (!due.isEmpty()) {
            removals.note();
        }
        due.forEach(batches -> batches.handOver(read));
        if (read > 0) {
            ready.report(new SourceStatus.Running(heardAt));
        }
    }

    private void take(JetstreamConnection.Frame frame) throws IOException {
        Instant now = clock.instant();
        if (frame == null) {
            requireHeard(now);
            return;
        }
        heardAt = now;
        try {
            if (frame.isCut()) {
                throw new MalformedFrameException(
                        "the frame is longer than the " + services.config().maxFrame() + " characters that are read");
            }
            share(parser.parse(frame.text()), frame.text(), now);
        } catch (MalformedFrameException e) {
            reject(e, ready.all(), frame.text());
        }
    }

    private void requireHeard(Instant now) throws JetstreamException {
        Duration silence = services.config().silence();
        if (heardAt.plus(silence).isBefore(now)) {
            throw new JetstreamException("silent", "nothing came for " + silence.toSeconds() + " s");
        }
    }

    private void share(JetstreamEvent event, String frame, Instant now) throws IOException {
        if (event.micros() > 0) {
            advance(event.micros(), now);
        }
        if (event instanceof JetstreamEvent.Written post) {
            shareAmongFollowers(post, frame, now);
        } else if (event instanceof JetstreamEvent.Deleted post) {
            long id = NetworkId.of(post.uri());
            removals.post(id, ready.all().stream().anyMatch(batches -> batches.hasTaken(id)));
            remove(other -> other.id() == id);
        } else if (event instanceof JetstreamEvent.Gone account) {
            long id = NetworkId.of(account.did());
            removals.account(id);
            remove(other -> other.author().id() == id);
        }
    }

    private void advance(long micros, Instant now) throws IOException {
        long reached = Math.min(micros, JetstreamPosition.micros(now));
        if (read == 0) {
            for (HashtagBatches batches : ready.all()) {
                batches.beginsAt(reached);
            }
        }
        warnOfJump(reached);
        read = Math.max(read, reached);
    }

    private void warnOfJump(long reached) {
        if (!hasJumpedBack && reached < read - services.config().overlap().toNanos() / 1_000) {
            hasJumpedBack = true;
            LOG.warnf(
                    "Bluesky's stream jumped back from %s to %s; posts that were taken lately are not taken again",
                    JetstreamPosition.time(read), JetstreamPosition.time(reached));
        }
    }

    private void shareAmongFollowers(JetstreamEvent.Written post, String frame, Instant now) {
        List<HashtagBatches> followers = ready.all().stream()
                .filter(batches -> batches.source().follows(post.hashtags()))
                .toList();
        if (followers.isEmpty()) {
            return;
        }
        try {
            Tweet tweet = PostReader.read(post, seenAt(post.micros(), now));
            Payload payload = payload(frame, now);
            followers.forEach(batches -> batches.collect(tweet, post.micros(), post.rev(), payload));
        } catch (MalformedFrameException e) {
            reject(e, followers, frame);
        }
    }

    /** The first of them has it in its dead letter. */
    private void reject(MalformedFrameException problem, List<HashtagBatches> among, String frame) {
        String kept = frame.substring(0, Math.min(frame.length(), KEPT_OF_BROKEN));
        among.get(0).reject(problem.getMessage(), kept, payload(frame, clock.instant()));
    }

    private Payload payload(String frame, Instant now) {
        return services.keepsPayloads() ? new Payload(now, frame.getBytes(StandardCharsets.UTF_8)) : null;
    }

    /** An observation in the future would win over all that follow. */
    private static Instant seenAt(long micros, Instant now) {
        Instant seen = JetstreamPosition.time(micros);
        return seen.isAfter(now.plus(TOLERATED)) ? now : seen;
    }

    private void remove(Predicate<Tweet> gone) {
        services.listener().deleted();
        ready.all().forEach(batches -> batches.remove(gone));
    }
}
