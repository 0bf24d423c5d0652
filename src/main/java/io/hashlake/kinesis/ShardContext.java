package io.hashlake.kinesis;

import io.hashlake.core.TweetBatch;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * What the shards of one source have in common.
 *
 * @param name of the source
 * @param output takes a batch; completes when every sink has committed it
 */
record ShardContext(
        String name, ShardClient client, KinesisServices services, Function<TweetBatch, CompletionStage<?>> output) {

    /** The origin of a shard's batches. */
    String origin(String shard) {
        return name + "-" + shard;
    }
}
