package io.hashlake.kinesis;

import io.hashlake.tweet.Tweet;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/**
 * An observation that waits to be published.
 *
 * @param origin whose input it is
 * @param key chooses the shard
 * @param data the record
 */
record PendingRecord(String origin, Tweet post, String key, byte[] data) {

    /** Limit of Kinesis for data and key together. */
    static final int MAX_BYTES = 1 << 20;

    static PendingRecord of(String origin, Tweet post, PartitionKey key) {
        return new PendingRecord(origin, post, key.of(post), RecordWriter.write(post));
    }

    /** Returns the size by which Kinesis limits records and requests. */
    int bytes() {
        return data.length + key.getBytes(StandardCharsets.UTF_8).length;
    }

    boolean isTooLarge() {
        return bytes() > MAX_BYTES;
    }

    PutRecordsRequestEntry entry() {
        return PutRecordsRequestEntry.builder()
                .partitionKey(key)
                .data(SdkBytes.fromByteArrayUnsafe(data))
                .build();
    }
}
