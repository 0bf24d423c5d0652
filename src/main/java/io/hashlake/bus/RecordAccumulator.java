package io.hashlake.bus;

import io.hashlake.core.Gap;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Accumulates records until there are enough to hand on. Each batch starts where the previous one ended. */
final class RecordAccumulator {

    private static final Logger LOG = Logger.getLogger(RecordAccumulator.class);

    private final TweetCodec codec = new TweetCodec();
    private final Clock clock;
    private final Map<TopicPartition, PartitionBatch> stretches = new HashMap<>();

    /** Next position of each partition, where known. */
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    private final Map<TopicPartition, Instant> lastTimes = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private Instant since;

    RecordAccumulator(Clock clock) {
        this.clock = clock;
    }

    /** The partition is read from here on. */
    void startAt(TopicPartition partition, long offset) {
        positions.put(partition, offset);
    }

    /** The partitions are no longer this consumer's. */
    void drop(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            stretches.remove(partition);
            positions.remove(partition);
            lastTimes.remove(partition);
        });
    }

    void add(Iterable<? extends ConsumerRecord<?, ?>> records) {
        Instant now = clock.instant();
        for (ConsumerRecord<?, ?> record : records) {
            add(record, now);
        }
    }

    private void add(ConsumerRecord<?, ?> record, Instant now) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (stretches.isEmpty()) {
            since = now;
        }
        long expected = positions.getOrDefault(partition, record.offset());
        if (record.offset() > expected) {
            declareGap(partition, expected, record.offset(), now);
        }
        stretches
                .computeIfAbsent(partition, absent -> newStretch(partition, Math.min(expected, record.offset())))
                .add(record, codec, now);
        positions.put(partition, record.offset() + 1);
        lastTimes.put(partition, Instant.ofEpochMilli(record.timestamp()));
    }

    private static PartitionBatch newStretch(TopicPartition partition, long start) {
        return new PartitionBatch(BusTopic.origin(partition), start);
    }

    private void declareGap(TopicPartition partition, long expected, long found, Instant now) {
        String origin = BusTopic.origin(partition);
        String reason = String.format(
                "Kafka deleted %d records of %s unread: the next one after %d was %d. Let the topic keep them longer",
                found - expected, origin, expected - 1, found);
        LOG.error(reason);
        Instant last = lastTimes.getOrDefault(partition, Instant.EPOCH);
        gaps.add(new Gap(origin, last.isBefore(now) ? last : Instant.EPOCH, now, reason));
    }

    boolean isEmpty() {
        return stretches.isEmpty();
    }

    int size() {
        return stretches.values().stream().mapToInt(PartitionBatch::size).sum();
    }

    /** Returns when the oldest record in the accumulator arrived. */
    Instant since() {
        return since;
    }

    /** Returns the gaps that are not declared yet; the caller removes each once it is declared. */
    List<Gap> gaps() {
        return gaps;
    }

    /** Everything that is gathered, which is then empty. */
    PolledBatches take() {
        PolledBatches batches = new PolledBatches(stretches);
        stretches.clear();
        return batches;
    }
}
