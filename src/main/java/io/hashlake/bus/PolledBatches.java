package io.hashlake.bus;

import io.hashlake.core.BatchTracer;
import io.hashlake.core.TweetBatch;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Batches that a consumer hands on together: one per partition. Once the sink has committed all of them,
 * {@link #confirm} lets the consumer commit the group's offsets; until then a restart reads the same records again.
 */
public final class PolledBatches implements Iterable<TweetBatch> {

    private final Map<TopicPartition, PartitionBatch> stretches;
    private final List<TweetBatch> batches;
    private volatile boolean confirmed;

    PolledBatches(Map<TopicPartition, PartitionBatch> stretches) {
        this.stretches = Map.copyOf(stretches);
        this.batches =
                this.stretches.values().stream().map(PartitionBatch::batch).toList();
    }

    @Override
    public Iterator<TweetBatch> iterator() {
        return batches.iterator();
    }

    /** Says that the sink has committed all of them. May be called by any thread. */
    public void confirm() {
        confirmed = true;
    }

    /** Says to which traces the records belong. */
    void trace(BatchTracer tracer) {
        stretches.values().stream()
                .filter(stretch -> !stretch.contexts().isEmpty())
                .forEach(stretch -> tracer.polled(stretch.batch(), stretch.contexts()));
    }

    boolean isConfirmed() {
        return confirmed;
    }

    /** From where each partition would be read again. */
    Map<TopicPartition, Long> starts() {
        Map<TopicPartition, Long> starts = new HashMap<>();
        stretches.forEach((partition, stretch) -> starts.put(partition, stretch.start()));
        return starts;
    }

    /** The offsets to commit: those of the next records. */
    Map<TopicPartition, OffsetAndMetadata> ends() {
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        stretches.forEach((partition, stretch) -> ends.put(partition, new OffsetAndMetadata(stretch.end())));
        return ends;
    }
}
