package io.hashlake.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hashlake.core.Payload;
import io.hashlake.core.Rejected;
import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Tweet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.kinesis.model.Record;

/** Makes a batch of the records of one read; what is no post goes to the dead letter. */
final class RecordBatch {

    /** Length of what a dead letter keeps of a record. */
    private static final int KEPT = 65_536;

    private final String origin;
    private final Instant now;
    private final List<Tweet> posts = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Payload> payloads = new ArrayList<>();

    private RecordBatch(String origin, Instant now) {
        this.origin = origin;
        this.now = now;
    }

    static RecordBatch of(String origin, List<Record> records, Instant now, boolean keepsPayloads) {
        RecordBatch batch = new RecordBatch(origin, now);
        for (Record record : records) {
            byte[] data = record.data().asByteArrayUnsafe();
            batch.add(data);
            if (keepsPayloads) {
                batch.payloads.add(new Payload(now, data));
            }
        }
        return batch;
    }

    private void add(byte[] data) {
        try {
            posts.add(RecordParser.read(data));
        } catch (IllegalArgumentException e) {
            String kept = new String(data, 0, Math.min(data.length, KEPT), UTF_8);
            rejected.add(new Rejected(now, origin, Rejected.Stage.PARSE, e.getMessage(), kept));
        }
    }

    TweetBatch between(ShardPosition start, ShardPosition end) {
        return new TweetBatch(origin, start.toString(), end.toString(), posts, rejected, payloads);
    }
}
