package io.hashlake.pipeline.spool;

import io.hashlake.bus.TweetCodec;
import io.hashlake.bus.UndecodableRecordException;
import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Tweet;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Batches as bytes: their posts as they travel over Kafka, each after its length. What was received is not among them. */
final class SpoolFormat {

    private static final TweetCodec CODEC = new TweetCodec();

    private SpoolFormat() {}

    static byte[] write(List<TweetBatch> batches) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(batches.size());
        for (TweetBatch batch : batches) {
            writePart(out, batch.origin().getBytes(StandardCharsets.UTF_8));
            writePart(out, batch.start().getBytes(StandardCharsets.UTF_8));
            writePart(out, batch.end().getBytes(StandardCharsets.UTF_8));
            out.writeInt(batch.tweets().size());
            for (Tweet tweet : batch.tweets()) {
                writePart(out, CODEC.encode(tweet));
            }
        }
        return bytes.toByteArray();
    }

    static List<TweetBatch> read(DataInputStream in) throws IOException, UndecodableRecordException {
        List<TweetBatch> batches = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String origin = readText(in);
            String start = readText(in);
            String end = readText(in);
            batches.add(new TweetBatch(origin, start, end, readTweets(in), List.of()));
        }
        return batches;
    }

    private static List<Tweet> readTweets(DataInputStream in) throws IOException, UndecodableRecordException {
        List<Tweet> tweets = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            tweets.add(CODEC.decode(readPart(in)));
        }
        return tweets;
    }

    private static void writePart(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(readPart(in), StandardCharsets.UTF_8);
    }

    private static byte[] readPart(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
