package io.hashlake.lake;

import io.hashlake.tweet.Sink.Commit;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An epoch that takes no more rows and is on its way into the store. What has been put is not put again. */
final class PendingCommit {

    private final Intent intent;
    private final Deque<DataFile> left;
    private boolean announced;
    private Commit done;

    PendingCommit(Epoch epoch, long ordinal, Optional<String> cursor) {
        left = new ArrayDeque<>(epoch.files(ordinal));
        List<String> keys = left.stream().map(DataFile::key).toList();
        intent = new Intent(epoch.origin(), ordinal, epoch.start(cursor), epoch.end(), cursor, keys);
        done = new Commit(0, epoch.duplicates(), 0, 0);
    }

    Intent intent() {
        return intent;
    }

    /** Puts the intent, and only then the files. */
    Commit put(Intents intents, ObjectStore store, TweetEncoder encoder) throws IOException {
        if (!announced) {
            intents.put(intent);
            announced = true;
        }
        while (!left.isEmpty()) {
            DataFile file = left.element();
            List<ByteBuffer> content = file.content(encoder, metadata());
            store.put(file.key(), content);
            left.remove();
            count(file, content);
        }
        return done;
    }

    private void count(DataFile file, List<ByteBuffer> content) {
        long size = content.stream().mapToLong(ByteBuffer::remaining).sum();
        done = new Commit(done.rows() + file.tweets().size(), done.duplicates(), done.files() + 1, done.bytes() + size);
    }

    private Map<String, String> metadata() {
        String version = PendingCommit.class.getPackage().getImplementationVersion();
        return Map.of(
                "hashlake.version", version == null ? "unknown" : version,
                "hashlake.origin", intent.origin(),
                "hashlake.start", intent.start(),
                "hashlake.end", intent.end());
    }

    /** What of the partition is not in the store yet. */
    Stream<Tweet> tweets(Partition partition) {
        return left.stream().filter(file -> file.partition().equals(partition)).flatMap(file -> file.tweets().stream());
    }
}
