package io.hashlake.kinesis;

import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;

/**
 * What a stream still has.
 *
 * @param created when the stream was created; one that is deleted and created again has the same names of shards
 * @param from time from which on it has all records
 */
record StreamCoverage(Instant created, Instant from) {

    static StreamCoverage of(StreamDescriptionSummary stream, Instant now) {
        Instant created = stream.streamCreationTimestamp();
        Instant kept = now.minus(Duration.ofHours(stream.retentionPeriodHours()));
        return new StreamCoverage(created, kept.isAfter(created) ? kept : created);
    }

    /** A shard that was read to its end may be one of an earlier stream of that name. */
    ShardPosition resume(String stored) {
        ShardPosition position = ShardPosition.parse(stored);
        return position.isEnd() && position.time().isBefore(created) ? ShardPosition.start(position.time()) : position;
    }
}
