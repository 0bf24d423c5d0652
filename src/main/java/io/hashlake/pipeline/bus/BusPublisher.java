package io.hashlake.pipeline.bus;

import io.hashlake.bus.BusTopic;
import io.hashlake.bus.TweetCodec;
import io.hashlake.core.BatchTracer;
import io.hashlake.core.DeadLetters;
import io.hashlake.core.LostLeaseException;
import io.hashlake.core.Rejected;
import io.hashlake.core.SourceLeases;
import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Makes a batch's records for Kafka's endpoint. What is sent and not acknowledged is bounded; when the bound is reached, making
 * more waits, and so the source does.
 */
public final class BusPublisher {

    private final BusTopic topic;
    private final DeadLetters deadLetters;
    private final SourceLeases leases;
    private final Clock clock;
    private final int capacity;
    private final Semaphore room;
    private final TweetCodec codec = new TweetCodec();
    private volatile BatchTracer tracer = BatchTracer.NONE;

    /** @param capacity how many tweets may be sent and not acknowledged, 1 or more */
    public BusPublisher(BusTopic topic, DeadLetters deadLetters, int capacity, Clock clock) {
        this(topic, deadLetters, new SourceLeases() {}, capacity, clock);
    }

    /**
     * One that sends what comes under a lease only while that is held.
     *
     * @param capacity how many tweets may be sent and not acknowledged, 1 or more
     */
    public BusPublisher(BusTopic topic, DeadLetters deadLetters, SourceLeases leases, int capacity, Clock clock) {
        this.topic = topic;
        this.leases = leases;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.capacity = capacity;
        this.room = new Semaphore(capacity);
    }

    /** Lets this one trace what it sends. */
    public BusPublisher tracedBy(BatchTracer given) {
        tracer = given;
        return this;
    }

    /**
     * One message a tweet, to be iterated once for each attempt to send them. A tweet that is too large for the topic goes to
     * the dead letter. Of a batch whose lease was lost there are none: its cursor cannot be moved behind it.
     *
     * @throws IOException if the lease may have been lost, the topic is not there yet, or the dead letter cannot be written; call again
     */
    public Iterable<Message> records(TweetBatch batch, Exchange exchange) throws IOException, InterruptedException {
        if (isLost(batch.origin())) {
            return List.of();
        }
        int largest = topic.largestRecord();
        byte[] source = batch.origin().getBytes(StandardCharsets.UTF_8);
        byte[] context = tracer.context(batch)
                .map(header -> header.getBytes(StandardCharsets.US_ASCII))
                .orElse(null);
        List<BusRecord> records = new ArrayList<>(batch.tweets().size());
        List<Rejected> tooLarge = new ArrayList<>();
        for (Tweet tweet : batch.tweets()) {
            BusRecord record = BusRecord.of(tweet, source, context, codec);
            if (record.size() <= largest) {
                records.add(record);
            } else {
                tooLarge.add(tooLarge(batch, tweet, record.size(), largest));
            }
        }
        if (!tooLarge.isEmpty()) {
            deadLetters.add(tooLarge);
        }
        takeRoom(Math.min(records.size(), capacity), exchange);
        new Completion(exchange).run(tracer.published(batch));
        return () -> new MessageIterator(records.iterator(), exchange);
    }

    private boolean isLost(String origin) throws IOException {
        try {
            leases.ensureHeld(origin);
            return false;
        } catch (LostLeaseException e) {
            return true;
        }
    }

    private Rejected tooLarge(TweetBatch batch, Tweet tweet, int size, int largest) {
        String reason = "as a record it takes " + size + " bytes, but the topic allows " + largest;
        return new Rejected(clock.instant(), batch.origin(), Rejected.Stage.BUS, reason, tweet);
    }

    /** It is given back when the exchange is complete, and so every record is acknowledged. */
    private void takeRoom(int permits, Exchange exchange) throws InterruptedException {
        room.acquire(permits);
        new Completion(exchange).run(() -> room.release(permits));
    }
}
