package io.hashlake.kinesis;

import io.hashlake.core.DeadLetters;
import io.hashlake.core.Rejected;
import io.hashlake.core.Sink;
import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * Publishes every observation of a post as a record. A stream cannot tell what it has already, so one that is written again is
 * published again: readers know it by the post's id and the time of its observation. Observations of one post are not merged, as
 * each has the hashtags for which it was found. A commit that fails leaves waiting only what Kinesis has not taken.
 */
public final class KinesisSink implements Sink {

    /** Its name, which is also its role. */
    static final String NAME = "kinesis";

    private static final Rejected.Stage STAGE = new Rejected.Stage(NAME);

    private final PartitionKey partitionKey;
    private final DeadLetters deadLetters;
    private final Clock clock;
    private final KinesisClient client;
    private final StreamSetup setup;
    private final RecordPublisher publisher;
    private final List<PendingRecord> pending = new ArrayList<>();
    private boolean isPrepared;
    private long published;
    private long rejected;

    public KinesisSink(KinesisStream stream, DeadLetters deadLetters, Clock clock) {
        this.partitionKey = stream.config().partitionKey();
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.client = stream.client();
        this.setup = new StreamSetup(stream, client);
        this.publisher = new RecordPublisher(stream, client);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void open() throws IOException {
        setup.require();
        isPrepared = true;
    }

    @Override
    public void write(TweetBatch batch) {
        for (Tweet post : batch.tweets()) {
            pending.add(PendingRecord.of(batch.origin(), post, partitionKey));
        }
    }

    @Override
    public boolean isCommitDue() {
        return !pending.isEmpty();
    }

    /** After an outage the stream may have to be created again. */
    @Override
    public Commit commit() throws IOException {
        if (!isPrepared) {
            open();
        }
        try {
            reject(pending.stream().filter(PendingRecord::isTooLarge).toList());
            publish();
        } catch (IOException e) {
            isPrepared = false;
            throw e;
        }
        Commit commit = new Commit(published, rejected, published, 0, 0, 0);
        forget();
        return commit;
    }

    private void publish() throws IOException {
        Set<PendingRecord> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        try {
            for (List<PendingRecord> request : RecordRequests.of(pending)) {
                publisher.publish(request, taken::add);
            }
        } finally {
            pending.removeIf(taken::contains);
            published += taken.size();
        }
    }

    @Override
    public void close() {
        forget();
        client.close();
    }

    private void forget() {
        pending.clear();
        published = 0;
        rejected = 0;
    }

    private void reject(List<PendingRecord> tooLarge) throws IOException {
        if (tooLarge.isEmpty()) {
            return;
        }
        deadLetters.add(tooLarge.stream().map(this::rejected).toList());
        pending.removeIf(PendingRecord::isTooLarge);
        rejected += tooLarge.size();
    }

    private Rejected rejected(PendingRecord record) {
        String reason = "a record of " + record.bytes() + " bytes is larger than the " + PendingRecord.MAX_BYTES
                + " that Kinesis takes";
        return new Rejected(clock.instant(), record.origin(), STAGE, reason, record.post());
    }
}
