package io.hashlake.bluesky;

import io.hashlake.core.Gap;
import io.hashlake.core.Payload;
import io.hashlake.core.Position;
import io.hashlake.core.Rejected;
import io.hashlake.core.TweetBatch;
import io.hashlake.source.Chain;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One source's batches, each of which starts where the last one ended, the first one at the cursor. For one thread. */
final class HashtagBatches {

    /** Time after which a source without posts moves its cursor on. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final BlueskySource source;
    private final BlueskyServices services;
    private final Chain<JetstreamPosition> chain;
    private final RecentVersions recent = new RecentVersions();
    private final List<Tweet> posts = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Payload> payloads = new ArrayList<>();
    private Instant collectingSince;
    private boolean isFirst;
    private long from;

    HashtagBatches(BlueskySource source, BlueskyServices services) {
        this.source = source;
        this.services = services;
        this.chain = new Chain<>(source.name(), services.cursors());
        source.progress(chain);
    }

    BlueskySource source() {
        return source;
    }

    /**
     * Makes it ready for a new connection.
     *
     * @return the time from which on it wants to read, in microseconds since 1970
     * @throws IOException if it cannot be made ready now
     */
    long prepare() throws IOException {
        Instant now = services.clock().instant();
        JetstreamPosition first =
                JetstreamPosition.at(now.minus(services.config().lookBack()));
        Chain.Start start = chain.prepare(first, stored -> resume(stored, now));
        if (start != Chain.Start.GOES_ON) {
            recent.clear();
            isFirst = start == Chain.Start.FIRST;
        }
        chain.save();
        from = chain.position().minus(services.config().overlap());
        return from;
    }

    /** A clock that was ahead must not cost what was written meanwhile. */
    private static JetstreamPosition resume(Position stored, Instant now) {
        JetstreamPosition position = JetstreamPosition.of(stored);
        return position.time().isAfter(now) ? JetstreamPosition.at(now) : position;
    }

    boolean hasFailed() {
        return chain.failure() != null;
    }

    /**
     * Declares what lies between the cursor and the first frame, if the instance does not reach back to the cursor. How far back a
     * new source begins is no promise.
     */
    void beginsAt(long micros) throws IOException {
        Instant begin = JetstreamPosition.time(micros);
        if (!isFirst
                && begin.isAfter(chain.position().time().plus(services.config().clampedAfter()))) {
            services.gaps()
                    .declare(new Gap(
                            source.name(),
                            chain.position().time(),
                            begin,
                            "Jetstream no longer had what was written before"));
        }
    }

    /** Takes a version of a post, unless it was taken lately. */
    void collect(Tweet post, long micros, String rev, Payload payload) {
        if (micros >= from && recent.add(post.id(), rev)) {
            posts.add(source.claim(post));
            collected(payload);
        }
    }

    void reject(String reason, String input, Payload payload) {
        rejected.add(new Rejected(services.clock().instant(), source.name(), Rejected.Stage.PARSE, reason, input));
        collected(payload);
    }

    private void collected(Payload payload) {
        if (payload != null) {
            payloads.add(payload);
        }
        if (collectingSince == null) {
            collectingSince = services.clock().instant();
        }
    }

    /** Returns whether the post was taken lately, so that sinks may still be about to store it. */
    boolean hasTaken(long id) {
        return recent.has(id);
    }

    /** Leaves out posts that were collected and are gone before they were handed over. */
    void remove(Predicate<Tweet> gone) {
        posts.removeIf(gone);
    }

    /** Returns whether what was collected has waited long enough, or the cursor has stood still for too long. */
    boolean isDue(Instant now, long read) {
        BlueskyConfig config = services.config();
        if (posts.size() + rejected.size() >= config.batchSize()) {
            return true;
        }
        return collectingSince == null
                ? read - chain.position().micros() >= QUIET.toNanos() / 1_000
                : !now.isBefore(collectingSince.plus(config.batchAge()));
    }

    /**
     * Hands on what was collected and moves on.
     *
     * @param read latest time that was read, in microseconds since 1970
     */
    void handOver(long read) {
        isFirst = false;
        JetstreamPosition start = chain.position();
        JetstreamPosition end = start.after(read);
        TweetBatch batch = new TweetBatch(source.name(), start.toString(), end.toString(), posts, rejected, payloads);
        forget();
        chain.handOver(end, end.time(), () -> source.deliver(batch));
    }

    /** Gives up what was collected, so that the next connection brings it again. */
    void giveUp() {
        forget();
        recent.clear();
    }

    void forget() {
        posts.clear();
        rejected.clear();
        payloads.clear();
        collectingSince = null;
    }
}
