package io.hashlake.bus;

import io.hashlake.core.Position;
import io.hashlake.core.Rejected;
import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Tweet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Records read from one partition and not handed on yet. */
final class PartitionBatch {

    /** Bytes of an unreadable record that its dead letter keeps. */
    private static final int MAX_KEPT_BYTES = 10_000;

    private final String origin;
    private final long start;
    private final List<Tweet> tweets = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final Map<String, Integer> contexts = new HashMap<>();
    private long end;

    PartitionBatch(String origin, long start) {
        this.origin = origin;
        this.start = start;
        this.end = start;
    }

    void add(ConsumerRecord<?, ?> record, TweetCodec codec, Instant now) {
        byte[] value = (byte[]) record.value();
        try {
            tweets.add(codec.decode(value));
        } catch (UndecodableRecordException e) {
            String reason = "the record " + origin + "@" + record.offset() + " cannot be read: " + e.getMessage();
            rejected.add(new Rejected(now, origin, Rejected.Stage.BUS, reason, hexadecimal(value)));
        }
        end = record.offset() + 1;
        Header context = record.headers().lastHeader(TraceHeader.NAME);
        if (context != null) {
            contexts.merge(new String(context.value(), StandardCharsets.US_ASCII), 1, Integer::sum);
        }
    }

    /** Number of records by the trace that they belong to. */
    Map<String, Integer> contexts() {
        return contexts;
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    int size() {
        return tweets.size() + rejected.size();
    }

    TweetBatch batch() {
        return new TweetBatch(origin, position(start), position(end), tweets, rejected);
    }

    /** Returns the position at which the record of that offset begins. */
    static String position(long offset) {
        return Position.of(Position.Kind.BUS, offset).toString();
    }

    private static String hexadecimal(byte[] value) {
        return value == null
                ? ""
                : HexFormat.of().formatHex(Arrays.copyOf(value, Math.min(value.length, MAX_KEPT_BYTES)));
    }
}
