package io.hashlake.kinesis;

import io.hashlake.core.Backoff;
import io.hashlake.core.Gap;
import io.hashlake.source.Chain;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;

/** Reads one shard, an origin of its own, with a cursor of its own. For one thread; others may ask how far it has come. */
final class ShardReader {

    private static final Logger LOG = Logger.getLogger(ShardReader.class);

    /** Time after which a shard without records moves its cursor on. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final String shard;
    private final ShardPosition first;
    private final ShardContext reading;
    private final Chain<ShardPosition> chain;
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
    private Instant notBefore = Instant.MIN;
    private String iterator;
    private volatile Instant tipAt;

    /** @param first where it begins without a cursor */
    ShardReader(String shard, ShardPosition first, ShardContext reading) {
        this.shard = shard;
        this.first = first;
        this.reading = reading;
        this.chain = new Chain<>(reading.origin(shard), reading.services().cursors());
    }

    String origin() {
        return chain.origin();
    }

    /** Returns whether the shard is closed and every sink has committed all of it. */
    boolean isDone() {
        return chain.isCommitted() && chain.position().isEnd();
    }

    /** The latest time up to which everything in the shard is committed; null if not since the start. */
    Instant caughtUpAt() {
        Instant tip = tipAt;
        return tip != null && chain.isCommitted() ? tip : chain.caughtUpAt();
    }

    CompletionStage<Void> whenSettled() {
        return chain.whenSettled();
    }

    /**
     * Hands over the records that come next, unless an error is too recent.
     *
     * @return whether there are more
     * @throws IOException if the shard cannot be read now
     */
    boolean read(StreamCoverage coverage, Instant now) throws IOException {
        if (isDone() || now.isBefore(notBefore)) {
            return false;
        }
        try {
            boolean hasMore = readNext(coverage, now);
            backoff.reset();
            return hasMore;
        } catch (SdkException e) {
            iterator = null;
            notBefore = now.plus(backoff.next());
            throw reading.client().failure(e);
        }
    }

    private boolean readNext(StreamCoverage coverage, Instant now) throws IOException {
        if (chain.prepareFromText(first, coverage::resume) != Chain.Start.GOES_ON) {
            iterator = null;
        }
        chain.save();
        if (chain.position().isEnd()) {
            return false;
        }
        if (iterator == null) {
            declareGap(coverage);
            iterator = reading.client().iterator(shard, chain.position());
        }
        try {
            return handOver(reading.client().records(iterator), now);
        } catch (ExpiredIteratorException e) {
            LOG.debugf("An iterator of %s has expired; a new one is asked for", origin());
            iterator = null;
            return true;
        }
    }

    /** Kinesis drops records without a word. The next position is behind the gap, so that it is declared once. */
    private void declareGap(StreamCoverage coverage) throws IOException {
        ShardPosition position = chain.position();
        if (!position.time().isBefore(coverage.from())) {
            return;
        }
        reading.services()
                .gaps()
                .declare(new Gap(
                        reading.name(),
                        position.time(),
                        coverage.from(),
                        "Kinesis no longer had what was in " + shard + " before"));
        handOver(List.of(), ShardPosition.start(coverage.from()), null);
    }

    private boolean handOver(GetRecordsResponse page, Instant now) {
        List<Record> records = page.records();
        boolean isTip = reading.client().isTip(page);
        ShardPosition end = end(page, isTip ? now : null);
        boolean isQuiet = records.isEmpty() && !end.isEnd();
        if (!isQuiet || !end.time().isBefore(chain.position().time().plus(QUIET))) {
            handOver(records, end, isTip ? now : null);
        }
        iterator = page.nextShardIterator();
        tipAt = isTip ? now : null;
        return !isTip;
    }

    /** @param tip when the shard was read up to its newest record; null if it was not */
    private ShardPosition end(GetRecordsResponse page, Instant tip) {
        ShardPosition position = chain.position();
        if (!page.records().isEmpty()) {
            Record last = page.records().get(page.records().size() - 1);
            position = position.after(last.sequenceNumber(), last.approximateArrivalTimestamp());
        }
        if (page.nextShardIterator() == null) {
            return ShardPosition.end(position.time());
        }
        return tip == null ? position : position.after(position.sequence(), tip);
    }

    private void handOver(List<Record> records, ShardPosition end, Instant listedAt) {
        RecordBatch batch = RecordBatch.of(
                origin(),
                records,
                reading.services().clock().instant(),
                reading.services().keepsPayloads());
        ShardPosition start = chain.position();
        chain.handOver(end, listedAt, () -> reading.output().apply(batch.between(start, end)));
    }
}
