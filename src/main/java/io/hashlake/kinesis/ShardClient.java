package io.hashlake.kinesis;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Requests that read a stream. */
final class ShardClient implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ShardClient.class);

    private final KinesisStream stream;
    private final KinesisClient client;
    private final int batchSize;

    ShardClient(KinesisStream stream) {
        this.stream = stream;
        this.client = stream.client();
        this.batchSize = stream.config().batchSize();
    }

    StreamCoverage coverage(Instant now) {
        return StreamCoverage.of(
                client.describeStreamSummary(request -> request.streamName(stream.name()))
                        .streamDescriptionSummary(),
                now);
    }

    /** Returns all shards that have records or may get some, closed ones among them. */
    List<Shard> shards() {
        List<Shard> shards = new ArrayList<>();
        ListShardsRequest next =
                ListShardsRequest.builder().streamName(stream.name()).build();
        while (next != null) {
            ListShardsResponse page = client.listShards(next);
            shards.addAll(page.shards());
            next = page.nextToken() == null
                    ? null
                    : ListShardsRequest.builder().nextToken(page.nextToken()).build();
        }
        return shards;
    }

    /** Returns what reads on behind a position. A number that Kinesis no longer knows has nothing before it that it knows. */
    String iterator(String shard, ShardPosition position) {
        GetShardIteratorRequest oldest = GetShardIteratorRequest.builder()
                .streamName(stream.name())
                .shardId(shard)
                .shardIteratorType(ShardIteratorType.TRIM_HORIZON)
                .build();
        if (position.isStart()) {
            return iterator(oldest);
        }
        try {
            return iterator(oldest.toBuilder()
                    .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                    .startingSequenceNumber(position.sequence())
                    .build());
        } catch (InvalidArgumentException e) {
            LOG.warnf("%s of %s is read from its oldest record on: %s", shard, stream, e.getMessage());
            return iterator(oldest);
        }
    }

    private String iterator(GetShardIteratorRequest request) {
        return client.getShardIterator(request).shardIterator();
    }

    GetRecordsResponse records(String iterator) {
        return client.getRecords(request -> request.shardIterator(iterator).limit(batchSize));
    }

    /** Returns whether the records are the newest of their shard. */
    boolean isTip(GetRecordsResponse page) {
        return page.millisBehindLatest() != null
                && page.millisBehindLatest() == 0
                && page.records().size() < batchSize;
    }

    /** Returns what a failed request means. */
    IOException failure(SdkException e) {
        return stream.failure(e);
    }

    @Override
    public void close() {
        client.close();
    }
}
