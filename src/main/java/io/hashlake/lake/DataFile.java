package io.hashlake.lake;

import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** A file of one partition that is about to be put. It is encoded when it is first needed, and once. */
final class DataFile {

    private static final String EXTENSION = ".zstd.parquet";

    private final String key;
    private final Partition partition;
    private final List<Tweet> tweets;
    private List<ByteBuffer> content;

    private DataFile(String key, Partition partition, List<Tweet> tweets) {
        this.key = key;
        this.partition = partition;
        this.tweets = tweets;
    }

    /** The name starts with the ordinal: the newest file of a partition comes last in a listing. */
    static DataFile of(Epoch epoch, long ordinal, Partition partition, List<Tweet> tweets) {
        String name = Intent.ordinalName(ordinal) + "-" + KeyName.of(epoch.origin()) + "-" + KeyName.of(epoch.start());
        return new DataFile(partition.path() + name + EXTENSION, partition, tweets);
    }

    static boolean isName(String key) {
        return key.endsWith(EXTENSION);
    }

    String key() {
        return key;
    }

    Partition partition() {
        return partition;
    }

    List<Tweet> tweets() {
        return tweets;
    }

    List<ByteBuffer> content(TweetEncoder encoder, Map<String, String> metadata) throws IOException {
        if (content == null) {
            content = encoder.encode(tweets, metadata);
        }
        return content;
    }
}
