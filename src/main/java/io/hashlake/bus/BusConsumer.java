package io.hashlake.bus;

import io.hashlake.core.Gap;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.StickyAssignor;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * A consumer that hands on many records at once: {@link #poll} returns one record whose value is a {@link PolledBatches}. The
 * next poll first commits its offsets, if it was confirmed, or else goes back to where it began. Kafka takes partitions away
 * only within a poll, so nothing is ever on its way to the sink when that happens, and an origin is written by one process
 * at a time. For that the assignment is eager, and waiting for a sink's outage never costs the membership; only a process whose
 * heartbeats fail loses it.
 */
public final class BusConsumer extends KafkaConsumer<Object, Object> {

    private static final Logger LOG = Logger.getLogger(BusConsumer.class);
    private static final Duration LONGEST_POLL = Duration.ofMillis(200);
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(5);
    private static final int LONGEST_OUTAGE_MILLIS = (int) TimeUnit.DAYS.toMillis(7);

    private final SinkGroup group;
    private final RecordAccumulator gathering;
    private PolledBatches handedOn;

    /** @param properties of a Kafka consumer; what the promises depend on is set here */
    public BusConsumer(Properties properties, SinkGroup group) {
        super(withWhatMatters(properties));
        this.group = group;
        this.gathering = new RecordAccumulator(group.clock());
    }

    private static Map<String, Object> withWhatMatters(Properties properties) {
        Map<String, Object> all = new HashMap<>();
        properties.forEach((key, value) -> all.put((String) key, value));
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, LONGEST_OUTAGE_MILLIS);
        all.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(StickyAssignor.class));
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return all;
    }

    @Override
    public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
        super.subscribe(topics, new Assignments(listener));
    }

    /** @param timeout not looked at: the group says how long records are gathered */
    @Override
    public ConsumerRecords<Object, Object> poll(Duration timeout) {
        if (!settle()) {
            return ConsumerRecords.empty();
        }
        do {
            gathering.add(super.poll(LONGEST_POLL));
        } while (!gathering.isEmpty() && !isEnough());
        measureLag();
        return gathering.isEmpty() || !declareGaps() ? ConsumerRecords.empty() : handOn();
    }

    private boolean isEnough() {
        return gathering.size() >= group.mostTweets()
                || group.stopping().getAsBoolean()
                || !group.clock().instant().isBefore(gathering.since().plus(group.longest()));
    }

    private ConsumerRecords<Object, Object> handOn() {
        handedOn = gathering.take();
        TopicPartition any = handedOn.ends().keySet().iterator().next();
        ConsumerRecord<Object, Object> record = new ConsumerRecord<>(
                any.topic(), any.partition(), handedOn.ends().get(any).offset() - 1, null, handedOn);
        return new ConsumerRecords<>(Map.of(any, List.of(record)), Map.of());
    }

    /** Commits the offsets of confirmed batches, or goes back; false if the commit must be retried. */
    private boolean settle() {
        if (handedOn == null) {
            return true;
        }
        if (handedOn.isConfirmed()) {
            return commit();
        }
        LOG.debug("The sink did not commit the last batches; reading them again");
        handedOn.starts().forEach(this::goBack);
        handedOn = null;
        return true;
    }

    private void goBack(TopicPartition partition, long offset) {
        seek(partition, offset);
        gathering.startAt(partition, offset);
    }

    private boolean commit() {
        try {
            commitSync(handedOn.ends(), COMMIT_TIMEOUT);
            handedOn.ends().forEach(this::remember);
        } catch (CommitFailedException | RebalanceInProgressException e) {
            LOG.warnf(
                    "Another process took over partitions and will write their uncommitted posts again: %s",
                    e.getMessage());
        } catch (RetriableException e) {
            LOG.debugf("Cannot commit the offsets; retrying: %s", e.getMessage());
            return false;
        }
        handedOn = null;
        return true;
    }

    private void remember(TopicPartition partition, OffsetAndMetadata committed) {
        group.cursors().advance(origin(partition), PartitionBatch.position(committed.offset()));
    }

    /** Declares the gaps gathered so far; returns false if one failed, in which case no batch may be handed on. */
    private boolean declareGaps() {
        Iterator<Gap> gaps = gathering.gaps().iterator();
        try {
            while (gaps.hasNext()) {
                group.gaps().declare(gaps.next());
                gaps.remove();
            }
            return true;
        } catch (IOException e) {
            LOG.warnf("Cannot declare a gap; retrying: %s", e.getMessage());
            pause();
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void measureLag() {
        for (TopicPartition partition : assignment()) {
            currentLag(partition).ifPresent(lag -> group.cursors().setLag(origin(partition), lag));
        }
    }

    private static String origin(TopicPartition partition) {
        return BusTopic.origin(partition);
    }

    /** Takes up and lays down partitions, within a poll. */
    private final class Assignments implements ConsumerRebalanceListener {

        private final ConsumerRebalanceListener next;

        Assignments(ConsumerRebalanceListener next) {
            this.next = next;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                takeOver(new HashSet<>(partitions));
            }
            next.onPartitionsAssigned(partitions);
        }

        private void takeOver(Set<TopicPartition> partitions) {
            Set<String> origins = partitions.stream().map(BusConsumer::origin).collect(Collectors.toSet());
            origins.forEach(group.cursors()::forget);
            committed(partitions).forEach(this::goOn);
            group.takenOver().accept(origins);
        }

        /** A group without an offset has read nothing: what was deleted before its first record is missing from its sink. */
        private void goOn(TopicPartition partition, OffsetAndMetadata offset) {
            if (offset == null) {
                gathering.startAt(partition, 0);
                return;
            }
            gathering.startAt(partition, offset.offset());
            remember(partition, offset);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            gathering.drop(partitions);
            partitions.forEach(partition -> group.cursors().forgetLag(origin(partition)));
            next.onPartitionsRevoked(partitions);
        }
    }
}
