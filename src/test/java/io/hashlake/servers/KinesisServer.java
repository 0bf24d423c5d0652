package io.hashlake.servers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** A Kinesis (kinesalite): see {@link AwsServer}. It does not understand the CBOR that clients speak by default. */
public final class KinesisServer implements AutoCloseable {

    public static final String ACCESS_KEY = AwsServer.ACCESS_KEY;
    public static final String SECRET_KEY = AwsServer.SECRET_KEY;

    private static final String PACKAGE = "kinesalite";
    private static final Duration READY = Duration.ofSeconds(60);

    private final AwsServer server;
    private final KinesisClient client;

    private KinesisServer(AwsServer server) {
        this.server = server;
        this.client = server.client(KinesisClient.builder());
    }

    /** Makes clients of this process speak JSON. */
    public static void withoutCbor() {
        System.setProperty("aws.cborEnabled", "false");
    }

    /** Returns the version of kinesalite. */
    public static String version() throws IOException {
        return AwsServer.version(PACKAGE);
    }

    /** Starts it; its data and its log go into {@code directory}. */
    public static KinesisServer start(Path directory) throws IOException {
        withoutCbor();
        return new KinesisServer(AwsServer.start(
                PACKAGE,
                directory,
                "--createStreamMs",
                "20",
                "--updateStreamMs",
                "20",
                "--deleteStreamMs",
                "20",
                "--shardLimit",
                "100"));
    }

    public URI endpoint() {
        return server.endpoint();
    }

    public void create(String stream, int shards) {
        client.createStream(request -> request.streamName(stream).shardCount(shards));
        awaitActive(stream);
    }

    /** Deletes a stream with all of its records. */
    public void delete(String stream) {
        client.deleteStream(request -> request.streamName(stream));
        Awaitility.await()
                .atMost(READY)
                .until(() -> !client.listStreams().streamNames().contains(stream));
    }

    public void put(String stream, String key, byte[] data) {
        client.putRecord(request -> request.streamName(stream).partitionKey(key).data(SdkBytes.fromByteArray(data)));
    }

    /** Splits a shard into two of the same size. */
    public void split(String stream, String shard) {
        Shard split = shards(stream).stream()
                .filter(one -> one.shardId().equals(shard))
                .findFirst()
                .orElseThrow();
        var range = split.hashKeyRange();
        var middle = new java.math.BigInteger(range.startingHashKey())
                .add(new java.math.BigInteger(range.endingHashKey()))
                .shiftRight(1);
        client.splitShard(
                request -> request.streamName(stream).shardToSplit(shard).newStartingHashKey(middle.toString()));
        awaitActive(stream);
    }

    /** Merges two neighbouring shards. */
    public void merge(String stream, String shard, String neighbour) {
        client.mergeShards(
                request -> request.streamName(stream).shardToMerge(shard).adjacentShardToMerge(neighbour));
        awaitActive(stream);
    }

    private void awaitActive(String stream) {
        Awaitility.await()
                .atMost(READY)
                .until(() -> client.describeStreamSummary(request -> request.streamName(stream))
                                .streamDescriptionSummary()
                                .streamStatus()
                        == StreamStatus.ACTIVE);
    }

    public List<Shard> shards(String stream) {
        return client.listShards(request -> request.streamName(stream)).shards();
    }

    /** Returns every record of a stream, shard by shard. */
    public List<Record> records(String stream) {
        List<Record> records = new ArrayList<>();
        for (Shard shard : shards(stream)) {
            String iterator = client.getShardIterator(request -> request.streamName(stream)
                            .shardId(shard.shardId())
                            .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                    .shardIterator();
            GetRecordsResponse page;
            do {
                String from = iterator;
                page = client.getRecords(request -> request.shardIterator(from));
                records.addAll(page.records());
                iterator = page.nextShardIterator();
            } while (iterator != null && page.hasRecords() && !page.records().isEmpty());
        }
        return records;
    }

    /** Starts it again after {@link #kill}. */
    public void restart() throws IOException {
        server.restart();
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        server.kill();
    }

    @Override
    public void close() throws InterruptedException {
        client.close();
        kill();
    }
}
